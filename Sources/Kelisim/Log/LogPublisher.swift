public import KelisimLog

/// Publishes what the registry has committed: tiles and bundles first, then a signed checkpoint.
///
/// Everything is derived from committed rows, so whatever a crash interrupts is completed the next time.
/// Before anything is signed the registry's tree is proved to go on from what this key signed last.
public actor LogPublisher {
    private let registry: any Registry
    private let store: any LogStore
    private let key: LogKey
    private let pass: Failpoint.Hook
    /// The tree as it was published last by this process.
    private var builder = TileBuilder()

    /// How many rows are read at once.
    private static let chunk: UInt64 = 16_384

    /// A publisher of the log of `registry` into `store`, signed with `key`.
    public init(
        registry: any Registry,
        store: any LogStore,
        key: LogKey,
        failpoint: @escaping Failpoint.Hook = { _ in }
    ) {
        self.registry = registry
        self.store = store
        self.key = key
        pass = failpoint
    }

    /// Publishes everything that is committed now.
    ///
    /// - Returns: the newest checkpoint; nil while the log is empty, or when another process was publishing
    ///   just then.
    /// - Throws: ``LogTrouble``; then nothing was signed.
    @discardableResult
    public func publish() async throws(LogTrouble) -> Checkpoint? {
        let before = builder
        let result = try await store.alone { [self] () async throws(LogTrouble) in
            try await publishAlone(from: before)
        }
        guard let result else { return nil }
        builder = result.builder
        return result.checkpoint
    }

    private struct Published: Sendable {
        let builder: TileBuilder
        let checkpoint: Checkpoint?
    }

    private func publishAlone(
        from builder: TileBuilder
    ) async throws(LogTrouble) -> Published {
        let head = try await asking { () async throws(RegistryError) in try await registry.head() }
        let newest = try await published()
        var builder = try await self.builder(builder, at: newest)
        let signed = try key.lastSigned()
        if let signed, signed.checkpoint.size > head.size {
            throw .shrunk(size: head.size, signed: signed.checkpoint.size)
        }
        guard builder.size <= head.size else {
            throw .shrunk(size: head.size, signed: builder.size)
        }
        // Nothing is written before the rows are known to lead to the root that the registry tells.
        guard try await root(of: builder.frontier, upTo: head.size) == head.frontier.root else {
            throw .forked(size: head.size, signed: builder.size)
        }
        var size = builder.size
        while size < head.size {
            let end = min(head.size, size + LogPublisher.chunk)
            try await grow(&builder, to: end)
            size = end
        }
        guard head.size > 0 else { return Published(builder: builder, checkpoint: nil) }
        try await prove(head, goesOnFrom: signed?.checkpoint)
        guard newest?.size != head.size else {
            return Published(builder: builder, checkpoint: newest)
        }
        guard
            let checkpoint = Checkpoint(
                origin: key.signer.name,
                size: head.size,
                root: head.frontier.root
            )
        else { throw .keyUnusable(key.path, reason: "its name is no origin of a log") }
        pass(.beforeSigning)
        // What was signed before a crash is published as it was.
        let note: SignedNote
        if let signed, signed.checkpoint == checkpoint {
            note = signed.note
        } else {
            note = try key.sign(checkpoint)
        }
        pass(.beforeCheckpoint)
        let isFirst = try await store.publish(
            note.description,
            size: checkpoint.size,
            after: newest?.size ?? 0
        )
        return Published(builder: builder, checkpoint: isFirst ? checkpoint : nil)
    }

    /// The newest checkpoint in the store.
    private func published() async throws(LogTrouble) -> Checkpoint? {
        try await store.checkpoint(signedBy: key)
    }

    /// The tree as `checkpoint` has it: `builder`, unless another process has published since, or this one
    /// has just begun.
    private func builder(
        _ builder: TileBuilder,
        at checkpoint: Checkpoint?
    ) async throws(LogTrouble) -> TileBuilder {
        guard let checkpoint else { return TileBuilder() }
        if builder.size == checkpoint.size, builder.root == checkpoint.root { return builder }
        let tiles = try await store.tiles(TileID.partialTiles(ofSize: checkpoint.size))
        let restored: TileBuilder
        do throws(TileSet.Failure) {
            restored = try TileBuilder(size: checkpoint.size, tiles: tiles)
        } catch {
            throw .tileMissing("\(error)")
        }
        guard restored.root == checkpoint.root else {
            throw .tileDiffers("checkpoint of \(checkpoint.size)")
        }
        return restored
    }

    /// The root that the registry's rows lead to from `frontier` on.
    private func root(
        of frontier: MerkleFrontier,
        upTo size: UInt64
    ) async throws(LogTrouble) -> Digest {
        var frontier = frontier
        while frontier.size < size {
            let end = min(size, frontier.size + LogPublisher.chunk)
            for entry in try await entries(from: frontier.size, to: end) {
                frontier.append(leafHash: entry.leafHash)
            }
        }
        return frontier.root
    }

    /// Adds the tiles and bundles up to `size`.
    private func grow(_ builder: inout TileBuilder, to size: UInt64) async throws(LogTrouble) {
        let width = UInt64(TileID.fullWidth)
        // The first bundle may have begun in an earlier checkpoint.
        let start = builder.size / width * width
        let entries = try await entries(from: start, to: size)
        for entry in entries where entry.index >= builder.size {
            builder.append(leafHash: entry.leafHash)
        }
        var bundles: [LogBundle] = []
        for first in stride(from: start, to: size, by: TileID.fullWidth) {
            let leaves = entries[Int(first - start)...].prefix(TileID.fullWidth).map(\.leaf)
            guard let id = TileID(level: 0, index: first / width, width: leaves.count),
                let bytes = try? EntryBundle.encode(leaves)
            else { throw .rowsDiffer(size: first) }
            bundles.append(LogBundle(id: id, bytes: bytes))
        }
        try await store.add(tiles: builder.takeTiles(), bundles: bundles)
    }

    /// Proves that the tree of `head` goes on from `checkpoint`, which this key signed last.
    private func prove(
        _ head: LogHead,
        goesOnFrom checkpoint: Checkpoint?
    ) async throws(LogTrouble) {
        guard let checkpoint, checkpoint.size > 0 else { return }
        let tiles = try await store.tiles(
            ConsistencyProof.tiles(from: checkpoint.size, to: head.size)
        )
        let proof: ConsistencyProof?
        do throws(TileSet.Failure) {
            proof = try ConsistencyProof(
                from: checkpoint.size,
                to: head.size,
                hash: tiles.hash(of:)
            )
        } catch {
            throw .tileMissing("\(error)")
        }
        guard proof?.verify(from: checkpoint.root, to: head.frontier.root) ?? false else {
            throw .forked(size: head.size, signed: checkpoint.size)
        }
    }

    private func entries(
        from start: UInt64,
        to end: UInt64
    ) async throws(LogTrouble) -> [Entry] {
        let entries = try await asking { () async throws(RegistryError) in
            try await registry.entries(in: start..<end)
        }
        guard entries.count == Int(end - start) else { throw .rowsDiffer(size: end) }
        return entries
    }

    private func asking<Value: Sendable>(
        _ question: () async throws(RegistryError) -> Value
    ) async throws(LogTrouble) -> Value {
        do throws(RegistryError) {
            return try await question()
        } catch {
            throw .registry(error)
        }
    }
}

extension LogStore {
    /// The newest checkpoint, which `key` or one that it took the place of has signed; nil before the first.
    ///
    /// - Throws: ``LogTrouble/checkpointUnreadable(_:)`` when another key has.
    public func checkpoint(signedBy key: LogKey) async throws(LogTrouble) -> Checkpoint? {
        guard let text = try await checkpoint() else { return nil }
        do throws(SystemError) {
            return try Checkpoint.read(text.utf8, signedBy: key.verifierKeys, from: "checkpoint")
                .checkpoint
        } catch {
            throw .checkpointUnreadable(key.verifierKey.description)
        }
    }

    /// The tiles `ids`, as far as they are there.
    public func tiles(_ ids: [TileID]) async throws(LogTrouble) -> TileSet {
        var tiles = TileSet()
        for id in Set(ids) {
            if let bytes = try await tile(id) { tiles.insert(bytes, as: id) }
        }
        return tiles
    }
}
