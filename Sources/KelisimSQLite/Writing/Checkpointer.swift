internal import GRDB

/// Moves the write-ahead log into the database while the desk goes on writing, through a connection of its
/// own.
///
/// What it leaves is what was written meanwhile; the desk moves that, in a moment.
final class Checkpointer: Sendable {
    private let connection: DatabaseQueue

    /// A checkpointer through `connection`, which is set up as the one that writes.
    init(_ connection: DatabaseQueue) {
        self.connection = connection
    }

    /// Moves what the write-ahead log holds by now, and goes on with `finish`.
    func run(then finish: @escaping @Sendable (Result<Void, any Error>) -> Void) {
        connection.asyncWriteWithoutTransaction { database in
            finish(
                Result {
                    _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
                }
            )
        }
    }

    /// Closes the connection when it is idle.
    func close() {
        try? connection.close()
    }
}
