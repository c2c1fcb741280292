public import KelisimLog

/// The check of a whole log: computes every hash again from the rows of the registry, and compares records,
/// tiles, bundles and every checkpoint that was kept.
public struct LogCheck: Sendable {
    /// What came out.
    public struct Report: Hashable, Sendable {
        /// How many rows there are.
        public let rows: UInt64
        /// How many records were erased.
        public let erased: UInt64
        /// How many checkpoints were compared.
        public let checkpoints: Int
        /// How many tiles and bundles were compared.
        public let tiles: Int
        /// What is wrong; empty when nothing is.
        public let flaws: [LogFlaw]
    }

    /// Flaws beyond these are counted by nobody: the log is broken.
    private static let mostFlaws = 1000
    /// How many rows are read at a time: full bundles, and full tiles at the lowest level.
    static let chunk: UInt64 = 16_384

    private let registry: any Registry
    private let store: any LogStore
    private let keys: [VerifierKey]
    private let chunk: UInt64

    /// A check of the log of `registry`, published in `store` and signed with one of `keys`.
    public init(registry: any Registry, store: any LogStore, keys: [VerifierKey]) {
        self.init(registry: registry, store: store, keys: keys, chunk: LogCheck.chunk)
    }

    init(registry: any Registry, store: any LogStore, keys: [VerifierKey], chunk: UInt64) {
        self.registry = registry
        self.store = store
        self.keys = keys
        self.chunk = chunk
    }

    /// Checks everything.
    ///
    /// - Parameter progress: told how many rows were checked, and of how many.
    /// - Returns: what came out.
    /// - Throws: ``LogTrouble`` when something can't be read.
    public func run(
        progress: (_ done: UInt64, _ all: UInt64) -> Void = { _, _ in }
    ) async throws(LogTrouble) -> Report {
        var work = Work()
        // The log may grow meanwhile. What was signed before the head was asked for lies within it.
        var signed = try await checkpoints(&work)
        let head = try await head()
        let published = signed.last?.size ?? 0
        while work.builder.size < head.size {
            // Chunks end at checkpoints, whose roots are compared there.
            var end = min(head.size, (work.builder.size / chunk + 1) * chunk)
            if let next = signed.first?.size, next > work.builder.size { end = min(end, next) }
            try await add(from: work.builder.size, to: end, &work)
            guard work.builder.size == end else { break }
            let isSigned = signed.first?.size == end
            while let checkpoint = signed.first, checkpoint.size == end {
                if checkpoint.root != work.builder.root {
                    work.report(.checkpointDiffers(size: end))
                }
                signed.removeFirst()
            }
            if end <= published { try await compareTiles(isSigned: isSigned, &work) }
            progress(end, head.size)
        }
        for checkpoint in signed where checkpoint.size > head.size {
            work.report(.checkpointAhead(size: checkpoint.size, rows: head.size))
        }
        if work.builder.root != head.frontier.root { work.report(.rootDiffers(size: head.size)) }
        try await addErasures(behind: head.size, &work)
        work.compareErasures()
        return Report(
            rows: work.builder.size,
            erased: UInt64(work.erased.count),
            checkpoints: work.checkpoints,
            tiles: work.tiles,
            flaws: work.flaws
        )
    }

    /// What is known while the check runs.
    private struct Work {
        var builder = TileBuilder()
        /// The leaves of the bundle that is not full yet.
        var leaves: [[UInt8]] = []
        var publications: Set<Digest> = []
        var lastHour: UInt64 = 0
        var missing: Set<UInt64> = []
        var erased: Set<UInt64> = []
        var checkpoints = 0
        var tiles = 0
        var flaws: [LogFlaw] = []

        mutating func report(_ flaw: LogFlaw) {
            if flaws.count < LogCheck.mostFlaws { flaws.append(flaw) }
        }

        mutating func add(_ entry: Entry) {
            builder.append(leafHash: entry.leafHash)
            leaves.append(entry.leaf)
            guard let leaf = Leaf(entry.leaf) else {
                return report(.leafUnreadable(index: entry.index))
            }
            if leaf.hour < lastHour { report(.timeGoesBack(index: entry.index)) }
            lastHour = max(lastHour, leaf.hour)
            if let indices = leaf.erased { erased.formUnion(indices) }
            if leaf.type == .decision, let publication = leaf.publication,
                !publications.contains(publication)
            {
                report(.publicationNotBefore(index: entry.index))
            }
            guard let sealed = entry.sealed else {
                missing.insert(entry.index)
                return
            }
            guard Commitment.make(nonce: sealed.nonce, record: sealed.bytes) == leaf.commitment,
                let record = entry.record, record.type == leaf.type
            else { return report(.recordChanged(index: entry.index)) }
            if case .published(let file, _) = record { publications.insert(file.digest) }
        }

        /// Tells what was erased from what is merely missing.
        mutating func compareErasures() {
            for index in missing.subtracting(erased).sorted() {
                report(.recordMissing(index: index))
            }
            for index in erased.subtracting(missing).sorted() {
                report(.recordNotErased(index: index))
            }
        }
    }

    private func add(
        from start: UInt64,
        to end: UInt64,
        _ work: inout Work
    ) async throws(LogTrouble) {
        let entries: [Entry]
        do throws(RegistryError) {
            entries = try await registry.entries(in: start..<end)
        } catch {
            throw .registry(error)
        }
        for entry in entries {
            guard entry.index == work.builder.size else {
                return work.report(.rowMissing(index: work.builder.size))
            }
            work.add(entry)
        }
        if work.builder.size < end { work.report(.rowMissing(index: work.builder.size)) }
    }

    private func head() async throws(LogTrouble) -> LogHead {
        do throws(RegistryError) { return try await registry.head() } catch {
            throw .registry(error)
        }
    }

    /// Takes in what was erased since the check began: some of its records may have been gone already when
    /// their rows were read.
    private func addErasures(behind end: UInt64, _ work: inout Work) async throws(LogTrouble) {
        guard !work.missing.isSubset(of: work.erased) else { return }
        let new = try await head().size
        var start = end
        while start < new {
            let next = min(new, start + chunk)
            let entries: [Entry]
            do throws(RegistryError) {
                entries = try await registry.entries(in: start..<next)
            } catch {
                throw .registry(error)
            }
            for entry in entries {
                let erased = Leaf(entry.leaf)?.erased ?? []
                work.erased.formUnion(work.missing.intersection(erased))
            }
            start = next
        }
    }

    /// Compares the tiles and bundles that became known with those in the store; partial ones are there only
    /// where a checkpoint was signed.
    private func compareTiles(
        isSigned: Bool,
        _ work: inout Work
    ) async throws(LogTrouble) {
        for tile in isSigned ? work.builder.takeTiles() : work.builder.takeFullTiles() {
            try await compare(tile.bytes, try await store.tile(tile.id), tile.id.path, &work)
        }
        let width = UInt64(TileID.fullWidth)
        var first = work.builder.size - UInt64(work.leaves.count)
        while first < work.builder.size {
            let leaves = Array(work.leaves.prefix(TileID.fullWidth))
            guard let id = TileID(level: 0, index: first / width, width: leaves.count),
                let bytes = try? EntryBundle.encode(leaves)
            else { break }
            try await compare(bytes, try await store.bundle(id), id.entriesPath, &work)
            guard id.isFull else { break }
            work.leaves.removeFirst(leaves.count)
            first += width
        }
    }

    /// Whether `found` is `expected`, or goes on behind it.
    private func compare(
        _ expected: [UInt8],
        _ found: [UInt8]?,
        _ path: String,
        _ work: inout Work
    ) async throws(LogTrouble) {
        work.tiles += 1
        guard let found else { return work.report(.tileMissing(path)) }
        if !found.starts(with: expected) { work.report(.tileDiffers(path)) }
    }

    /// The checkpoints that were kept, by size.
    private func checkpoints(_ work: inout Work) async throws(LogTrouble) -> [Checkpoint] {
        var signed: [Checkpoint] = []
        var kept = try await store.checkpoints()
        if let newest = try await store.checkpoint(), newest != kept.last { kept.append(newest) }
        for text in kept {
            guard let note = SignedNote(text), case .success = note.verify(with: keys),
                let checkpoint = Checkpoint(body: note.text)
            else {
                work.report(.checkpointUnreadable(text))
                continue
            }
            signed.append(checkpoint)
        }
        work.checkpoints = signed.count
        return signed.sorted { $0.size < $1.size }
    }
}
