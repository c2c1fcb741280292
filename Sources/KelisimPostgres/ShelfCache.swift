internal import Kelisim
internal import Synchronization

/// The publications that this process has read, which are never changed.
final class ShelfCache: Sendable {
    private let known = Mutex(Shelf())

    /// What was read last.
    var shelf: Shelf { known.withLock { $0 } }

    /// Brings what is known up to date.
    ///
    /// - Parameters:
    ///   - count: how many publications there are.
    ///   - connection: where to read those that are missing.
    ///   - isContinued: whether in the transaction that is open.
    /// - Returns: all of them.
    /// - Throws: ``PostgresError``.
    func shelf(
        of count: UInt64,
        on connection: PostgresConnection,
        continuing isContinued: Bool
    ) async throws(PostgresError) -> Shelf {
        var shelf = shelf
        if shelf.items.count == count { return shelf }
        // Fewer than known: the database was put back to an earlier state while this process ran.
        if shelf.items.count > count { shelf = Shelf() }
        let start = shelf.items.last.map { $0.index + 1 } ?? 0
        let call = PostgresStatement.publications(.int(Int64(clamping: start)))
        let rows = try await connection.run([call], continuing: isContinued).rows[0]
        var items = shelf.items
        for row in 0..<rows.count {
            guard let index = rows.unsigned(row, 0), let bytes = rows.bytes(row, 1),
                case .published(let file, let recordedAt) = Record(bytes)
            else { throw .malformed("a publication can't be read") }
            items.append(Shelf.Item(index: index, recordedAt: recordedAt, file: file))
        }
        guard items.count >= count else {
            throw .malformed("\(count) publications are expected, \(items.count) are there")
        }
        shelf = Shelf(items)
        known.withLock { $0 = shelf }
        return shelf
    }

    /// Takes over a shelf that was committed.
    func keep(_ shelf: Shelf) {
        known.withLock { if $0.items.count < shelf.items.count { $0 = shelf } }
    }
}
