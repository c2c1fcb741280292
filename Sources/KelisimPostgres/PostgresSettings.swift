/// How a registry in PostgreSQL behaves; the defaults suit a service.
public struct PostgresSettings: Sendable {
    /// How many connections read; there is one more that writes, and one that publishes the log.
    public var readers = 4
    /// How many submissions are recorded in one transaction.
    public var batch = 256
    /// How many submissions, and how many reads, may wait; further ones are ``RegistryError/busy``.
    public var waiting = 4096
    /// How long the server works on one statement before it gives up.
    public var statementTimeout = Duration.seconds(30)
    /// How long the server waits for a lock before it gives up: chiefly for other processes' batches.
    public var lockTimeout = Duration.seconds(10)
    /// How long it is tried to find out what became of a transaction that was being committed when the
    /// connection broke.
    public var patience = Duration.seconds(10)
    /// How many leaves a partition of the log holds; looked at when an empty database is set up.
    public var leavesPerPartition: UInt64 = 10_000_000
    /// Whether a database of an older version is brought up to date; an empty one is always set up.
    public var migrates = false
    /// Called where a test wants to fail.
    package var failpoint: (@Sendable (PostgresFailpoint) async -> Void)?

    /// The defaults.
    public init() {}
}
