public import Kelisim

extension PostgresRegistry {
    /// What can be chosen about a registry; the defaults suit a service.
    public struct Options: Sendable {
        /// Tells the time.
        public var clock: @Sendable () -> Instant = { .now }
        /// Whether a database of an older schema is brought to the newest one.
        ///
        /// An empty one is always set up. Off, because processes of the older version may be running.
        public var migrates = false
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
        /// Told of each batch.
        public var measure: @Sendable (BatchMeasure) -> Void = { _ in }
        /// Called at the points at which tests let the process die.
        public var pass: Failpoint.Hook?

        /// The defaults.
        public init() {}
    }
}
