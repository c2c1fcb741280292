public import Kelisim
public import KelisimLog

/// The published log in PostgreSQL, for all processes of a registry.
///
/// Tiles and checkpoints are rows that never change. Bundles aren't stored twice: they are made from the
/// leaves. One process publishes at a time, by an advisory lock; should the lock be lost on the way, a
/// checkpoint is added only behind the one from which its publisher set out.
public struct PostgresLogStore: LogStore {
    private let pool: PostgresPool
    private let publisher: PostgresPublisher

    init(pool: PostgresPool, connection: PostgresConnection) {
        self.pool = pool
        publisher = PostgresPublisher(connection)
    }

    /// The hashes of the tile `id`, or of the full one in its place.
    public func tile(_ id: TileID) async throws(LogTrouble) -> [UInt8]? {
        try await reading { connection async throws(PostgresError) in
            let call = PostgresStatement.tile(
                .int(Int64(id.level)),
                .int(Int64(clamping: id.index)),
                .int(Int64(id.width))
            )
            let rows = try await connection.run([call]).rows[0]
            return rows.count == 0 ? nil : rows.bytes(0, 0)
        }
    }

    /// The bundle of the entries whose hashes are the tile `id`.
    public func bundle(_ id: TileID) async throws(LogTrouble) -> [UInt8]? {
        try await reading { connection async throws(PostgresError) in
            try await connection.bundle(id)
        }
    }

    /// The newest checkpoint.
    public func checkpoint() async throws(LogTrouble) -> String? {
        try await reading { connection async throws(PostgresError) in
            let rows = try await connection.run([PostgresStatement.newestCheckpoint()]).rows[0]
            return rows.count == 0 ? nil : rows.text(0, 0)
        }
    }

    /// Every checkpoint, the oldest first.
    public func checkpoints() async throws(LogTrouble) -> [String] {
        try await reading { connection async throws(PostgresError) in
            var (notes, last): ([String], Int64) = ([], 0)
            while true {
                let call = PostgresStatement.checkpoints(.int(last))
                let rows = try await connection.run([call]).rows[0]
                for row in 0..<rows.count {
                    guard let size = rows.int(row, 0), let note = rows.text(row, 1)
                    else { throw .malformed("a checkpoint can't be read") }
                    notes.append(note)
                    last = size
                }
                guard rows.count > 0 else { return notes }
            }
        }
    }

    /// Adds tiles; of bundles the leaves are there already, and are compared.
    public func add(tiles: [Tile], bundles: [LogBundle]) async throws(LogTrouble) {
        let differing: String?
        do throws(PostgresError) {
            differing = try await publisher.add(tiles: tiles, bundles: bundles)
        } catch {
            throw LogTrouble(error)
        }
        if let differing { throw .tileDiffers(differing) }
    }

    /// Makes `checkpoint` the newest one, if the newest is over `previous` entries and the registry has
    /// `size`.
    public func publish(
        _ checkpoint: String,
        size: UInt64,
        after previous: UInt64
    ) async throws(LogTrouble) -> Bool {
        guard let note = SignedNote(checkpoint), let body = Checkpoint(body: note.text),
            body.size == size
        else { throw .checkpointUnreadable(checkpoint) }
        do throws(PostgresError) {
            return try await publisher.publish(
                Array(checkpoint.utf8),
                size: size,
                root: body.root,
                after: previous
            )
        } catch {
            throw LogTrouble(error)
        }
    }

    /// Runs `body` while no other process does so.
    public func alone<Result: Sendable>(
        _ body: @Sendable () async throws(LogTrouble) -> Result
    ) async throws(LogTrouble) -> Result? {
        do throws(PostgresError) {
            guard try await publisher.lock() else { return nil }
        } catch {
            throw LogTrouble(error)
        }
        let outcome: Swift.Result<Result, LogTrouble>
        do throws(LogTrouble) {
            outcome = .success(try await body())
        } catch {
            outcome = .failure(error)
        }
        await publisher.unlock()
        return try outcome.get()
    }

    func close() async {
        await publisher.close()
    }

    private func reading<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws(PostgresError) -> Value
    ) async throws(LogTrouble) -> Value {
        do throws(RegistryError) {
            return try await pool.reading(body)
        } catch {
            throw .registry(error)
        }
    }
}

extension LogTrouble {
    fileprivate init(_ error: PostgresError) {
        self = .registry(RegistryError(error))
    }
}
