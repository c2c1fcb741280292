internal import Kelisim
internal import KelisimLog

/// Puts leaves and records, which lie in tables of their own, together.
struct EntryRows {
    /// The rows of the log, in order.
    let entries: [Entry]

    /// Makes rows of `leaves` (index, bytes), with those of `records` (index, nonce, bytes) that belong to
    /// them.
    init(leaves: PostgresRows, records: [PostgresRows]) throws(PostgresError) {
        var sealed: [UInt64: SealedRecord] = [:]
        for rows in records {
            sealed.reserveCapacity(sealed.count + rows.count)
            for row in 0..<rows.count {
                guard let index = rows.unsigned(row, 0),
                    let nonce = rows.bytes(row, 1).flatMap({ Nonce(bytes: $0) }),
                    let bytes = rows.bytes(row, 2)
                else { throw .malformed("a record can't be read") }
                sealed[index] = SealedRecord(bytes: bytes, nonce: nonce)
            }
        }
        var entries: [Entry] = []
        entries.reserveCapacity(leaves.count)
        for row in 0..<leaves.count {
            guard let index = leaves.unsigned(row, 0), let leaf = leaves.bytes(row, 1)
            else { throw .malformed("a leaf can't be read") }
            entries.append(Entry(index: index, leaf: leaf, sealed: sealed[index]))
        }
        self.entries = entries.sorted { $0.index < $1.index }
    }
}
