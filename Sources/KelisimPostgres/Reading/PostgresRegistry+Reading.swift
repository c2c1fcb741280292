public import Kelisim
internal import KelisimLog

extension PostgresRegistry {
    /// How many rows are read at once.
    private static let chunk: UInt64 = 16_384

    /// Every publication, cancellation and repeal taken up so far.
    public func shelf() async throws(RegistryError) -> Shelf {
        let cache = cache
        return try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.publicationCount()
            let rows = try await connection.run([call]).rows[0]
            guard rows.count == 1, let count = rows.unsigned(0, 0)
            else { throw .malformed("the head of the log can't be read") }
            return try await cache.shelf(of: count, on: connection, continuing: false)
        }
    }

    /// How far the log has grown.
    public func head() async throws(RegistryError) -> LogHead {
        try await pool.reading { connection async throws(PostgresError) in
            try StoredHead(try await connection.run([PostgresStatement.head()]).rows[0]).head
        }
    }

    /// Everything held of `subject`, by one prepared statement.
    public func history(of subject: Subject) async throws(RegistryError) -> SubjectHistory {
        try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.history(.text(subject.id))
            let rows = try await connection.run([call]).rows[0]
            var history = SubjectHistory(subject: subject)
            for row in 0..<rows.count {
                guard let index = rows.unsigned(row, 0), let bytes = rows.bytes(row, 1),
                    history.add(bytes, at: index)
                else { throw .malformed("a record of a subject can't be read") }
            }
            return history
        }
    }

    /// The histories behind `last`, at most `limit`.
    public func histories(
        after last: Subject?,
        limit: Int
    ) async throws(RegistryError) -> [SubjectHistory] {
        try await pool.reading { connection async throws(PostgresError) in
            var reader = HistoryReader(after: last, limit: limit)
            var calls = [PostgresCall.look]
            while let next = reader.next {
                let isFirst = calls.count == 1
                calls.append(next)
                let reply = try await connection.run(calls, continuing: !isFirst)
                guard let rows = reply.rows.last else { break }
                try reader.add(rows)
                calls = []
            }
            await connection.abandon()
            return reader.histories
        }
    }

    /// The rows of `subject` from `first` on, at most `limit`.
    public func entries(
        of subject: Subject,
        from first: UInt64,
        limit: Int
    ) async throws(RegistryError) -> [Entry] {
        try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.recordsOfSubject(
                .text(subject.id),
                .int(Int64(clamping: first)),
                .int(Int64(max(0, limit)))
            )
            let records = try await connection.run([.look, call]).rows[1]
            let indices = (0..<records.count).compactMap { records.int($0, 0) }
            let leaves = try await connection.run(
                [PostgresStatement.leavesAt(.ints(indices)), .commit],
                continuing: true
            )
            return try EntryRows(leaves: leaves.rows[0], records: [records]).entries
        }
    }

    /// The rows in `range`, as far as there are any.
    public func entries(in range: Range<UInt64>) async throws(RegistryError) -> [Entry] {
        try await pool.reading { connection async throws(PostgresError) in
            var entries: [Entry] = []
            var start = range.lowerBound
            var calls = [PostgresCall.look]
            while start < range.upperBound {
                let end = start + min(range.upperBound - start, PostgresRegistry.chunk)
                let isFirst = !calls.isEmpty
                let ends = [Int64(clamping: start), Int64(clamping: end)].map(PostgresValue.int)
                calls += [
                    PostgresStatement.leavesBetween(ends[0], ends[1]),
                    PostgresStatement.recordsBetween(ends[0], ends[1]),
                    PostgresStatement.commonRecordsBetween(ends[0], ends[1]),
                ]
                let rows = Array(
                    try await connection.run(calls, continuing: !isFirst).rows.suffix(3)
                )
                let part = try EntryRows(leaves: rows[0], records: [rows[1], rows[2]]).entries
                entries += part
                guard part.count == end - start else { break }
                (start, calls) = (end, [])
            }
            await connection.abandon()
            return entries
        }
    }

    /// The row of `decision`.
    public func entry(of decision: DecisionID) async throws(RegistryError) -> Entry? {
        try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.decision(.uuid(decision.bytes))
            let places = try await connection.run([.look, call]).rows[1]
            let indices = (0..<places.count).compactMap { places.int($0, 0) }
            return try await connection.entries(at: indices).first
        }
    }

    /// The versions of the guardianship `id`.
    public func versions(
        of id: GuardianshipID
    ) async throws(RegistryError) -> [SubjectHistory.Version] {
        try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.guardianshipVersions(.text(id.name))
            let places = try await connection.run([.look, call]).rows[1]
            let indices = (0..<places.count).compactMap { places.int($0, 1) }
            return try await connection.versions(at: indices)
        }
    }

    /// The newest versions of the guardianships of `guardian`.
    public func guardianships(
        by guardian: Subject
    ) async throws(RegistryError) -> [Guardianship] {
        try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.guardianshipsBy(.text(guardian.id))
            let places = try await connection.run([.look, call]).rows[1]
            let indices = (0..<places.count).compactMap { places.int($0, 0) }
            let versions = try await connection.versions(at: indices)
            let newest = Dictionary(versions.map { (Int64($0.index), $0.guardianship) }) { $1 }
            return indices.compactMap { newest[$0] }
        }
    }
}

extension PostgresConnection {
    /// The rows at `indices` in the order of the log, at the end of a transaction that reads.
    fileprivate func entries(at indices: [Int64]) throws(PostgresError) -> [Entry] {
        let places = PostgresValue.ints(indices)
        let calls = [PostgresStatement.leavesAt(places), PostgresStatement.recordsAt(places)]
        let rows = try run(calls + [.commit], continuing: true).rows
        return try EntryRows(leaves: rows[0], records: [rows[1]]).entries
    }

    /// The versions of guardianships at `indices` in the order of the log, likewise.
    fileprivate func versions(
        at indices: [Int64]
    ) throws(PostgresError) -> [SubjectHistory.Version] {
        var versions: [SubjectHistory.Version] = []
        for entry in try entries(at: indices) {
            guard case .guardianship(let guardianship, let recordedAt) = entry.record
            else { throw .malformed("a guardianship can't be read") }
            versions.append(
                .init(index: entry.index, recordedAt: recordedAt, guardianship: guardianship)
            )
        }
        return versions
    }
}
