/// A moment in the life of a transaction at which a test may end the process.
package enum PostgresFailpoint: String, Sendable, CaseIterable {
    /// The rows are inserted, the head is not yet moved.
    case afterInsert = "after-insert"
    /// Everything is done but for the commit.
    case beforeCommit = "before-commit"
    /// The transaction is durable, nobody has been answered.
    case afterCommit = "after-commit"
}
