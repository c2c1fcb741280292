internal import Synchronization

/// Counts the transactions that were committed, and each before anybody is answered.
final class CommitCount: Sendable {
    private let count = Atomic(0)

    /// How many there were.
    var value: Int { count.load(ordering: .acquiring) }

    /// Counts one more.
    func add() { count.add(1, ordering: .releasing) }
}
