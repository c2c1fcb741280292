internal import Kelisim
internal import KelisimLog
internal import KelisimPostgres
internal import KelisimSQLite

/// Copies a registry and its published log from SQLite into an empty database of PostgreSQL.
///
/// It reads and writes in portions, each row once to copy it and once to compare it; the target shows none of
/// it before all of it was compared.
struct RegistryTransfer {
    private static let portion: UInt64 = 4096
    private static let mostTiles = 512

    let source: SQLiteRegistry
    let log: LogFolder
    let key: LogKey
    let target: PostgresTransfer

    /// Copies everything.
    ///
    /// - Returns: how far the log has grown.
    /// - Throws: ``LogTrouble``; then the target is empty as before.
    func run() async throws(LogTrouble) -> LogHead {
        let head = source.head()
        try await copyLog(head)
        try await asking { () async throws(RegistryError) in
            try await copyMemory()
            for name in SecretName.allCases {
                try await target.add(try source.secret(name), as: name)
            }
            try await target.add(source.accessKeys())
        }
        try await compare(head)
        try await asking { () async throws(RegistryError) in try await target.commit(head) }
        return head
    }

    /// Copies rows, tiles and checkpoints.
    ///
    /// The tiles are made of the rows again, those that were partial at each checkpoint, too, and the root
    /// of each checkpoint is compared.
    private func copyLog(_ head: LogHead) async throws(LogTrouble) {
        let signed = try checkpoints()
        var (builder, tiles, next): (TileBuilder, [Tile], Int) = (TileBuilder(), [], 0)
        while builder.size < head.size {
            let start = builder.size
            let entries = try await sourceEntries(from: start, to: head.size)
            try await asking { () async throws(RegistryError) in try await target.add(entries) }
            for entry in entries {
                builder.append(leafHash: entry.leafHash)
                while next < signed.count, signed[next].checkpoint.size == builder.size {
                    guard signed[next].checkpoint.root == builder.root else {
                        throw .forked(size: head.size, signed: builder.size)
                    }
                    next += 1
                    tiles += builder.takeTiles()
                }
                if tiles.count >= RegistryTransfer.mostTiles { try await add(&tiles) }
            }
        }
        if let ahead = signed.dropFirst(next).first {
            throw .shrunk(size: head.size, signed: ahead.checkpoint.size)
        }
        try await add(&tiles)
        for start in stride(from: 0, to: signed.count, by: 1024) {
            let part = Array(signed[start...].prefix(1024))
            try await asking { () async throws(RegistryError) in try await target.add(part) }
        }
    }

    private func add(_ tiles: inout [Tile]) async throws(LogTrouble) {
        let taken = tiles
        tiles = []
        try await asking { () async throws(RegistryError) in try await target.add(taken) }
    }

    /// The checkpoints of the log, each size once, in order.
    private func checkpoints() throws(LogTrouble) -> [(checkpoint: Checkpoint, note: String)] {
        var signed: [UInt64: (checkpoint: Checkpoint, note: String)] = [:]
        for text in try log.checkpoints() {
            guard let note = SignedNote(text), case .success = note.verify(with: key.verifierKeys),
                let checkpoint = Checkpoint(body: note.text)
            else { throw .checkpointUnreadable(text) }
            signed[checkpoint.size] = (checkpoint, text)
        }
        return signed.values.sorted { $0.checkpoint.size < $1.checkpoint.size }
    }

    /// Copies what is remembered of idempotency keys.
    private func copyMemory() async throws(RegistryError) {
        var place: Int64?
        repeat {
            let (rows, next) = try await source.remembered(from: place)
            try await target.add(rows)
            place = next
        } while place != nil
    }

    /// Reads all rows back, and compares them and their root.
    private func compare(_ head: LogHead) async throws(LogTrouble) {
        var frontier = MerkleFrontier()
        while frontier.size < head.size {
            let entries = try await sourceEntries(from: frontier.size, to: head.size)
            let range = frontier.size..<frontier.size + UInt64(entries.count)
            let copied = try await asking { () async throws(RegistryError) in
                try await target.entries(in: range)
            }
            guard copied == entries else { throw .rowsDiffer(size: range.upperBound) }
            for entry in copied { frontier.append(leafHash: entry.leafHash) }
        }
        guard frontier == head.frontier else { throw .rowsDiffer(size: head.size) }
    }

    /// The next rows of the source, at most a portion, and at least one.
    private func sourceEntries(
        from start: UInt64,
        to size: UInt64
    ) async throws(LogTrouble) -> [Entry] {
        let end = min(size, start + RegistryTransfer.portion)
        let entries = try await asking { () async throws(RegistryError) in
            try await source.entries(in: start..<end)
        }
        guard entries.count == Int(end - start) else { throw .rowsDiffer(size: end) }
        return entries
    }

    private func asking<Value>(
        _ question: () async throws(RegistryError) -> Value
    ) async throws(LogTrouble) -> Value {
        do throws(RegistryError) {
            return try await question()
        } catch {
            throw .registry(error)
        }
    }
}
