internal import GRDB
internal import Kelisim

/// A connection that only reads, and its prepared statements.
///
/// It is `@unchecked Sendable` because what changes is used only in blocks that run on the serial queue of
/// `connection`.
final class ReadConnection: @unchecked Sendable {
    private let connection: DatabaseQueue
    private let commits: CommitCount
    private var reader: RowReader?
    /// How many commits there were before the transaction began that is open; nil when none is.
    private var seen: Int?

    /// A reader through `connection` of a database whose commits are counted by `commits`.
    init(_ connection: DatabaseQueue, _ mark: Mark, _ commits: CommitCount) throws {
        self.connection = connection
        self.commits = commits
        reader = try connection.unsafeRead { try RowReader($0, mark) }
    }

    /// Runs `body` where the caller runs, when nobody else uses the connection.
    ///
    /// What `body` sees is the newest commit. The transaction stays open for the next caller, who uses it
    /// if nothing was committed meanwhile: to begin one takes as long as to look something up. It must be
    /// closed by ``rest()`` for a checkpoint.
    func read<Value>(_ body: (RowReader) throws -> Value) throws -> Value {
        try connection.unsafeRead { _ in
            guard let reader else { throw RegistryError.unavailable(WriteDesk.closed) }
            // Read before the transaction begins, so that it has at least so many.
            let count = commits.value
            if seen != count {
                try end()
                try reader.begin()
                seen = count
            }
            return try body(reader)
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
        guard seen != nil else { return }
        seen = nil
        try reader?.end()
    }
}
