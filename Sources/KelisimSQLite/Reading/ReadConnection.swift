internal import GRDB
internal import Kelisim

/// A connection that only reads, and its prepared statements.
///
/// It is `@unchecked Sendable` because `reader` is used only in blocks that run on the serial queue of
/// `connection`.
///
/// The blocks open no transaction (`unsafeRead`): each runs a single statement, which SQLite isolates by
/// itself, and with a transaction a look-up would take twice as long. A statement begins with the newest
/// commit, so it sees everything that was answered before.
final class ReadConnection: @unchecked Sendable {
    private let connection: DatabaseQueue
    private var reader: RowReader?

    /// A reader through `connection`.
    init(_ connection: DatabaseQueue, _ mark: Mark) throws {
        self.connection = connection
        reader = try connection.unsafeRead { try RowReader($0, mark) }
    }

    /// Runs `body` where the caller runs, when nobody else uses the connection.
    func read<Value>(_ body: (RowReader) throws -> Value) throws -> Value {
        try connection.unsafeRead { _ in
            guard let reader else { throw RegistryError.unavailable(WriteDesk.closed) }
            return try body(reader)
        }
    }

    /// Runs `body` on the queue of the connection: for what may take long.
    func readAside<Value: Sendable>(
        _ body: @escaping @Sendable (RowReader) throws -> Value
    ) async throws(RegistryError) -> Value {
        let result = await withCheckedContinuation { continuation in
            connection.asyncUnsafeRead { [self] _ in
                continuation.resume(
                    returning: Result {
                        guard let reader else {
                            throw RegistryError.unavailable(WriteDesk.closed)
                        }
                        return try body(reader)
                    }
                )
            }
        }
        do { return try result.get() } catch { throw RegistryError(error) }
    }

    /// Closes the connection once it is idle.
    func close() {
        // Its statements would keep the connection open.
        connection.unsafeRead { _ in reader = nil }
        try? connection.close()
    }
}
