internal import Kelisim
internal import KelisimLog

/// The connection on which this process publishes the log, and whose session holds the lock meanwhile.
actor PostgresPublisher {
    private let connection: PostgresConnection
    /// A session may take its lock twice, so within the process this keeps two apart.
    private var isHeld = false

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Takes the lock; false when another has it.
    func lock() async throws(PostgresError) -> Bool {
        guard !isHeld else { return false }
        isHeld = true
        do throws(PostgresError) {
            isHeld = try await asking { connection async throws(PostgresError) in
                let call = PostgresStatement.tryLock(.int(PostgresLock.publishing))
                return try await connection.run([call]).rows[0].isTrue(0, 0)
            }
        } catch {
            isHeld = false
            throw error
        }
        return isHeld
    }

    /// Gives the lock back; with a lost connection it is gone already.
    func unlock() async {
        let call = PostgresStatement.unlock(.int(PostgresLock.publishing))
        do throws(PostgresError) {
            _ = try await connection.run([call])
        } catch {
            await connection.close()
        }
        isHeld = false
    }

    /// Adds `tiles` durably.
    ///
    /// - Returns: the path of a tile or bundle that is there with other bytes; then nothing was added.
    func add(tiles: [Tile], bundles: [LogBundle]) async throws(PostgresError) -> String? {
        do throws(PostgresError) {
            for bundle in bundles where try await connection.bundle(bundle.id) != bundle.bytes {
                return bundle.id.entriesPath
            }
            let reply = try await connection.run([.begin] + PostgresCall.add(tiles))
            let differing = reply.rows[2]
            if let place = (0..<differing.count).first, let level = differing.int(place, 0),
                let index = differing.unsigned(place, 1), let width = differing.int(place, 2)
            {
                await connection.abandon()
                return TileID(level: Int(level), index: index, width: Int(width))?.path ?? "tile"
            }
            try await commit([])
            return nil
        } catch {
            await connection.abandon()
            throw error
        }
    }

    /// Adds a checkpoint durably behind the one over `previous` entries.
    ///
    /// - Returns: whether it was added.
    func publish(
        _ note: [UInt8],
        size: UInt64,
        root: Digest,
        after previous: UInt64
    ) async throws(PostgresError) -> Bool {
        let call = PostgresStatement.addCheckpoint(
            .int(Int64(clamping: size)),
            .bytes(root.bytes),
            .bytes(note),
            .int(Int64(clamping: previous))
        )
        do throws(PostgresError) {
            _ = try await connection.run([.begin])
            return try await commit([call])[0].tag == "INSERT 0 1"
        } catch {
            await connection.abandon()
            throw error
        }
    }

    /// Closes the connection.
    func close() async {
        await connection.close()
    }

    /// Executes `calls` and commits.
    @discardableResult
    private func commit(_ calls: [PostgresCall]) async throws(PostgresError) -> [PostgresRows] {
        let reply = try await connection.run(calls + [.commit], continuing: true)
        guard reply.warnings.isEmpty, reply.rows.last?.tag == "COMMIT"
        else { throw .undecided(reply.warnings.joined(separator: " ")) }
        return reply.rows
    }

    /// Asks once more when the connection broke while it had nothing to do.
    private func asking<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        do throws(PostgresError) {
            return try await body(connection)
        } catch .lost {
            return try await body(connection)
        }
    }
}

extension PostgresCall {
    /// Adds `tiles`, finds those that are there with other bytes, and removes what full ones take the place
    /// of.
    static func add(_ tiles: [Tile]) -> [PostgresCall] {
        let ids = tiles.map(\.id)
        let columns: [PostgresValue] = [
            .ints(ids.map { Int64($0.level) }), .ints(ids.map { Int64(clamping: $0.index) }),
            .ints(ids.map { Int64($0.width) }), .bytes(tiles.map(\.bytes)),
        ]
        let full = ids.filter(\.isFull)
        return [
            PostgresCall(statement: .addTiles, values: columns),
            PostgresCall(statement: .differingTiles, values: columns),
            PostgresStatement.dropPartialTiles(
                .ints(full.map { Int64($0.level) }),
                .ints(full.map { Int64(clamping: $0.index) })
            ),
        ]
    }
}

extension PostgresConnection {
    /// The bundle of the leaves that `id` stands for; nil when they aren't all there.
    func bundle(_ id: TileID) throws(PostgresError) -> [UInt8]? {
        let (start, isTooLarge) = id.index.multipliedReportingOverflow(by: 256)
        guard id.level == 0, !isTooLarge, let first = Int64(exactly: start) else { return nil }
        let end = first.addingReportingOverflow(Int64(id.width))
        let call = PostgresStatement.leavesBetween(.int(first), .int(end.partialValue))
        let rows = try run([call]).rows[0]
        let leaves = (0..<rows.count).compactMap { rows.bytes($0, 1) }
        guard leaves.count == id.width else { return nil }
        return try? EntryBundle.encode(leaves)
    }
}
