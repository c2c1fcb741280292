internal import Kelisim

extension BatchTransaction {
    /// Begins the transaction, locks the head, and reads what `batch` needs, in one round trip unless some
    /// of it was sent before.
    func hold(for batch: [Submission]) async throws(PostgresError) -> HeldLog {
        let subjects = Set(batch.flatMap(\.subjects)).map(\.id)
        let guardianships = Set(batch.compactMap(\.guardianship)).map(\.name)
        let marks = Set(batch.flatMap(\.marks).map(\.key))
        let reply = try await connection.run([
            .begin, PostgresStatement.lockHead(), PostgresStatement.histories(.texts(subjects)),
            PostgresStatement.newestGuardianships(.texts(guardianships)),
            PostgresStatement.marks(.uuids(Array(marks))),
        ])
        var held = try HeldLog(reply.rows[1])
        try held.add(histories: reply.rows[2])
        try held.add(guardianships: reply.rows[3])
        try await remember(reply.rows[4], in: &held)
        return held
    }

    /// Reads what was recorded under the keys in `marks`.
    private func remember(
        _ marks: PostgresRows,
        in held: inout HeldLog
    ) async throws(PostgresError) {
        guard marks.count > 0 else { return }
        var ranges: [(key: [UInt8], rows: Range<Int64>)] = []
        for row in 0..<marks.count {
            guard let key = marks.bytes(row, 0), let index = marks.int(row, 1),
                let count = marks.int(row, 2), index >= 0, count > 0
            else { throw .malformed("an idempotency key can't be read") }
            ranges.append((key, index..<index + count))
        }
        let indices = PostgresValue.ints(ranges.flatMap { Array($0.rows) })
        let calls = [PostgresStatement.leavesAt(indices), PostgresStatement.recordsAt(indices)]
        let reply = try await connection.run(calls, continuing: true)
        let entries = try EntryRows(leaves: reply.rows[0], records: [reply.rows[1]]).entries
        for (key, rows) in ranges {
            let places = UInt64(rows.lowerBound)..<UInt64(rows.upperBound)
            held.add(
                remembered: key,
                count: rows.count,
                entries: entries.filter { places.contains($0.index) }
            )
        }
    }
}
