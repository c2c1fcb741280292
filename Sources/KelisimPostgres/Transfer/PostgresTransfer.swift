public import Kelisim
public import KelisimLog

/// Takes another registry over into an empty database, in one transaction: afterwards everything is there,
/// or, when it was interrupted, nothing.
public actor PostgresTransfer {
    private let connection: PostgresConnection
    private let leafStep: UInt64
    private var leafEnd: UInt64
    private var size: UInt64 = 0
    private var publications: Int64 = 0
    /// The newest key that signs the log.
    private var key: String?

    /// Begins to fill the database at `address`, which nobody else can write to until the end.
    ///
    /// - Parameter address: as for ``PostgresRegistry/init(_:options:)``.
    /// - Throws: ``PostgresTrouble``, which is ``PostgresTrouble/occupied`` when something is in it.
    public init(_ address: String) async throws(PostgresTrouble) {
        var options = PostgresRegistry.Options()
        // The source is read while the transaction is open, and nobody waits for it.
        options.lockTimeout = .seconds(60)
        let session = PostgresSession(address: address, options: options)
        let connection = PostgresConnection(session, for: "transfer")
        do throws(PostgresError) {
            try await PostgresSchema.prepare(connection, options)
            let reply = try await connection.run([
                .begin, .lockHead, PostgresStatement.isOccupied(),
            ])
            let held = try HeldLog(reply.rows[1])
            guard held.head.size == 0, !reply.rows[2].isTrue(0, 0) else { throw .unfit(.occupied) }
            (leafStep, leafEnd) = (held.leafStep, held.leafEnd)
        } catch {
            await connection.close()
            throw PostgresTrouble(error)
        }
        self.connection = connection
    }

    // MARK: - Filling

    /// Adds the next rows of the log, erased ones as such.
    public func add(_ entries: [Entry]) async throws(RegistryError) {
        guard entries.enumerated().allSatisfy({ size + UInt64($0.offset) == $0.element.index })
        else { throw .damaged("rows are missing behind \(size)") }
        try await running { () async throws(PostgresError) in
            let rows = try BatchRows(entries)
            let (end, partitions) = PostgresSchema.growth(
                from: leafEnd,
                by: leafStep,
                to: size + UInt64(entries.count)
            )
            _ = try await connection.run(partitions + rows.calls, continuing: true)
            leafEnd = end
        }
        size += UInt64(entries.count)
        for entry in entries {
            guard let record = entry.record else { continue }
            if record.type == .publication { publications += 1 }
            if case .key(let line, _) = record { key = line }
        }
    }

    /// Adds what is remembered of idempotency keys; the rows must be there already.
    public func add(_ remembered: [RememberedRows]) async throws(RegistryError) {
        let (whole, erased) = (
            remembered.filter { $0.key != nil }, remembered.filter { $0.key == nil }
        )
        func places(_ rows: [RememberedRows]) -> [PostgresValue] {
            [.ints(rows.map { Int64($0.first) }), .ints(rows.map { Int64($0.count) })]
        }
        try await run([
            PostgresCall(
                statement: .addMarks,
                values: [.uuids(whole.compactMap(\.key))] + places(whole)
            ),
            PostgresCall(
                statement: .addErasedKeys,
                values: [.bytes(erased.map(\.prefix))] + places(erased)
            ),
        ])
    }

    /// Adds a secret, as it was in the other registry.
    public func add(_ secret: Nonce, as name: SecretName) async throws(RegistryError) {
        try await run([PostgresStatement.newSecret(.text(name.rawValue), .bytes(secret.bytes))])
    }

    /// Adds API keys, in order.
    public func add(_ keys: [AccessKey]) async throws(RegistryError) {
        try await run(keys.map(PostgresCall.add))
    }

    /// Adds tiles of the published log.
    public func add(_ tiles: [Tile]) async throws(RegistryError) {
        try await run(PostgresCall.add(tiles))
    }

    /// Adds published checkpoints, signed notes, as they were signed.
    public func add(
        _ checkpoints: [(checkpoint: Checkpoint, note: String)]
    )
        async throws(RegistryError)
    {
        try await run(
            checkpoints.map { checkpoint, note in
                PostgresStatement.keepCheckpoint(
                    .int(Int64(clamping: checkpoint.size)),
                    .bytes(checkpoint.root.bytes),
                    .bytes(Array(note.utf8))
                )
            }
        )
    }

    // MARK: - The end

    /// The rows in `range` as they are in the database now.
    public func entries(in range: Range<UInt64>) async throws(RegistryError) -> [Entry] {
        let ends = [range.lowerBound, range.upperBound]
            .map { PostgresValue.int(Int64(clamping: $0)) }
        return try await running { () async throws(PostgresError) in
            let rows =
                try await connection.run(
                    [
                        PostgresStatement.leavesBetween(ends[0], ends[1]),
                        PostgresStatement.recordsBetween(ends[0], ends[1]),
                        PostgresStatement.commonRecordsBetween(ends[0], ends[1]),
                    ],
                    continuing: true
                )
                .rows
            return try EntryRows(leaves: rows[0], records: [rows[1], rows[2]]).entries
        }
    }

    /// Moves the head to `head` and commits: from now on the database serves everything that was added.
    public func commit(_ head: LogHead) async throws(RegistryError) {
        guard head.size == size else { throw .damaged("rows are missing behind \(size)") }
        let move = PostgresStatement.moveHead(
            .int(Int64(head.size)),
            .bytes(head.frontier.peaks.flatMap(\.bytes)),
            .int(head.lastRecordedAt?.milliseconds),
            .bytes(key.map { Array($0.utf8) }),
            .int(publications),
            .int(Int64(leafEnd))
        )
        try await running { () async throws(PostgresError) in
            let reply = try await connection.run([move, .commit], continuing: true)
            guard reply.warnings.isEmpty, reply.rows[1].tag == "COMMIT"
            else { throw .undecided(reply.warnings.joined(separator: " ")) }
        }
    }

    /// Closes the connection; what was not committed is taken back.
    public func close() async {
        await connection.abandon()
        await connection.close()
    }

    private func run(_ calls: [PostgresCall]) async throws(RegistryError) {
        guard !calls.isEmpty else { return }
        try await running { () async throws(PostgresError) in
            _ = try await connection.run(calls, continuing: true)
        }
    }

    private func running<Value: Sendable>(
        _ body: () async throws(PostgresError) -> Value
    ) async throws(RegistryError) -> Value {
        do throws(PostgresError) {
            return try await body()
        } catch {
            throw RegistryError(error)
        }
    }
}

extension PostgresStatement {
    /// Whether anything is in the tables that a registry without rows can have something in.
    fileprivate static let isOccupied = PostgresStatement(
        """
        SELECT EXISTS (SELECT FROM kelisim.secret) OR EXISTS (SELECT FROM kelisim.access_key)
            OR EXISTS (SELECT FROM kelisim.checkpoint) OR EXISTS (SELECT FROM kelisim.tile)
            OR EXISTS (SELECT FROM kelisim.erased_key)
        """
    )
    fileprivate static let addErasedKeys = PostgresStatement(
        "add_erased_keys",
        """
        INSERT INTO kelisim.erased_key (prefix, index, count)
        SELECT * FROM unnest($1::bytea[], $2::bigint[], $3::bigint[]) ON CONFLICT DO NOTHING
        """
    )
    fileprivate static let keepCheckpoint = PostgresStatement(
        "keep_checkpoint",
        "INSERT INTO kelisim.checkpoint (size, root, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    )
}
