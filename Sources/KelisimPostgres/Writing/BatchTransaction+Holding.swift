internal import Kelisim

extension BatchTransaction {
    /// Begins the transaction, locks the head, and reads what `batch` needs, in one round trip unless some
    /// of it was sent before.
    func hold(for batch: [Submission]) async throws(PostgresError) -> HeldLog {
        let rows =
            try await connection.run([.begin, .lockHead] + BatchTransaction.needs(of: batch))
            .rows
        var held = try HeldLog(rows[1])
        try await read(Array(rows[2...]), into: &held)
        return held
    }

    /// Reads what `batch` needs in a transaction that has locked the head already.
    func hold(for batch: [Submission], _ held: inout HeldLog) async throws(PostgresError) {
        let needs = BatchTransaction.needs(of: batch)
        try await read(try await connection.run(needs, continuing: true).rows, into: &held)
    }

    /// Reads what `batch` will need when `last` is committed, which may or may not be so already.
    ///
    /// - Returns: that; nil when another process adds to the log, so that nothing can be expected.
    func look(
        ahead batch: [Submission],
        after last: SettledBatch
    ) async throws(PostgresError) -> HeldLog? {
        let calls = [.look, PostgresStatement.fullHead()] + BatchTransaction.needs(of: batch)
        let rows = try await connection.run(calls).rows
        var held = try HeldLog(rows[1])
        guard held.head.frontier == last.before || held.head.frontier == last.after else {
            await connection.abandon()
            return nil
        }
        try await read(Array(rows[2...]), into: &held)
        await connection.abandon()
        held.follow(last, for: batch)
        return held
    }

    /// What reads all that `batch` needs, in one order.
    private static func needs(of batch: [Submission]) -> [PostgresCall] {
        let subjects = Set(batch.flatMap(\.subjects)).map(\.id)
        let guardianships = Set(batch.compactMap(\.guardianship)).map(\.name)
        let marks = Set(batch.flatMap(\.marks).map(\.key))
        return [
            PostgresStatement.histories(.texts(subjects)),
            PostgresStatement.newestGuardianships(.texts(guardianships)),
            PostgresStatement.marks(.uuids(Array(marks))),
        ]
    }

    /// Takes in what ``needs(of:)`` has returned.
    private func read(
        _ rows: [PostgresRows],
        into held: inout HeldLog
    ) async throws(PostgresError) {
        try held.add(histories: rows[0])
        try held.add(guardianships: rows[1])
        try await remember(rows[2], in: &held)
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
        let found = Dictionary(entries.map { (Int64($0.index), $0) }) { $1 }
        for (key, rows) in ranges {
            held.add(remembered: key, count: rows.count, entries: rows.compactMap { found[$0] })
        }
    }
}

extension PostgresCall {
    /// Locks the head.
    static let lockHead = PostgresStatement.lockHead()
}
