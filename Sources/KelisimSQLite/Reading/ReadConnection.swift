internal import GRDB
internal import Kelisim

/// A connection that only reads, and its prepared statements.
///
/// It is `@unchecked Sendable` because what changes is used only in blocks that run on the serial queue of
/// `connection`.
final class ReadConnection: @unchecked Sendable {
    private let connection: DatabaseQueue
    private var reader: RowReader?
    /// Whether a transaction is open.
    private var isReading = false

    /// A reader through `connection`, beside which `recent` finds rows.
    init(_ connection: DatabaseQueue, _ mark: Mark, _ recent: Recent) throws {
        self.connection = connection
        reader = try connection.unsafeRead { try RowReader($0, mark, recent) }
    }

    /// Runs `body` where the caller runs, when nobody else uses the connection.
    ///
    /// What `body` looks for at places it sees as of the newest commit. The transaction stays open for the
    /// next caller, and is begun anew only where it is too old for what is looked for: that takes as long
    /// as to look something up, and forgets all pages. It must be closed by ``rest()`` for a checkpoint.
    func read<Value>(_ body: (RowReader) throws -> Value) throws -> Value {
        try connection.unsafeRead { _ in
            guard let reader else { throw RegistryError.unavailable(WriteDesk.closed) }
            while true {
                if !isReading { try reader.begin() }
                isReading = true
                do { return try body(reader) } catch is StaleState { try end() }
            }
        }
    }

    /// Runs `body` on the queue of the connection, in no transaction: for what may take long.
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

    /// Closes the transaction that is open, so that it keeps nothing in the write-ahead log.
    func rest() throws {
        try connection.unsafeRead { _ in try end() }
    }

    /// Closes the connection once it is idle.
    func close() {
        connection.unsafeRead { _ in
            try? end()
            // Its statements would keep the connection open.
            reader = nil
        }
        try? connection.close()
    }

    private func end() throws {
        guard isReading else { return }
        isReading = false
        try reader?.end()
    }
}
