internal import KelisimLog

/// Brings an older copy of a registry back to where its log is.
///
/// The log goes on where it was signed last: rows that the copy lacks come back as leaves without records,
/// which a check reports as missing, and whatever the log says was erased is erased again.
public struct LogRestoration: Sendable {
    /// What was done.
    public struct Report: Hashable, Sendable {
        /// How many rows came back as leaves alone.
        public let lost: UInt64
        /// How many records were erased again.
        public let erased: Int
    }

    private static let chunk: UInt64 = 16_384

    private let registry: any RestorableRegistry
    private let store: any LogStore
    private let key: LogKey

    /// A restoration of `registry` from the log in `store`, which `key` signs.
    public init(registry: any RestorableRegistry, store: any LogStore, key: LogKey) {
        self.registry = registry
        self.store = store
        self.key = key
    }

    /// Does it.
    ///
    /// - Returns: what was done.
    /// - Throws: ``LogTrouble/forked(size:signed:)`` when the copy is not one of this log; then nothing was
    ///   changed.
    public func run() async throws(LogTrouble) -> Report {
        let head = try await asking { () async throws(RegistryError) in try await registry.head() }
        var lost: UInt64 = 0
        if let signed = try key.lastSigned()?.checkpoint, signed.size > head.size {
            let leaves = try await self.leaves(from: head.size, to: signed.size)
            var frontier = head.frontier
            for leaf in leaves { frontier.append(leafHash: MerkleHash.leaf(leaf)) }
            guard frontier.root == signed.root else {
                throw .forked(size: head.size, signed: signed.size)
            }
            for start in stride(from: 0, to: leaves.count, by: Int(Self.chunk)) {
                let part = Array(leaves[start...].prefix(Int(Self.chunk)))
                try await asking { () async throws(RegistryError) in
                    try await registry.adopt(part)
                }
            }
            lost = UInt64(leaves.count)
        }
        return Report(lost: lost, erased: try await eraseAgain())
    }

    /// The leaves with indices from `start` to `end`, from the bundles of the log.
    private func leaves(
        from start: UInt64,
        to end: UInt64
    ) async throws(LogTrouble) -> [[UInt8]] {
        let width = UInt64(TileID.fullWidth)
        var leaves: [[UInt8]] = []
        for index in start / width...(end - 1) / width {
            let count = Int(min(width, end - index * width))
            guard let id = TileID(level: 0, index: index, width: count) else { break }
            guard let bytes = try await store.bundle(id), let bundle = EntryBundle.decode(bytes),
                bundle.count >= count
            else { throw .tileMissing(id.entriesPath) }
            let skipped = index == start / width ? Int(start % width) : 0
            leaves += bundle[skipped..<count]
        }
        return leaves
    }

    /// Erases what the leaves say was erased, as far as it is there.
    private func eraseAgain() async throws(LogTrouble) -> Int {
        var erased: [UInt64] = []
        var start: UInt64 = 0
        while true {
            let entries = try await asking { () async throws(RegistryError) in
                try await registry.entries(in: start..<start + Self.chunk)
            }
            guard let last = entries.last else { break }
            erased += entries.compactMap { Leaf($0.leaf)?.erased }.flatMap(\.self)
            start = last.index + 1
        }
        guard !erased.isEmpty else { return 0 }
        return try await asking { () async throws(RegistryError) in
            try await registry.destroy(records: erased).count
        }
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
