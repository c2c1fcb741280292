/// The proof that a log only grew (RFC 6962, section 2.1.2).
public struct ConsistencyProof: Hashable, Sendable {
    /// The size before.
    public let from: UInt64
    /// The size after.
    public let to: UInt64
    /// The hashes, in the order of the RFC.
    public let hashes: [Digest]

    /// A proof as somebody sent it; only ``verify(from:to:)`` tells whether it is one.
    public init(from: UInt64, to: UInt64, hashes: [Digest]) {
        self.from = from
        self.to = to
        self.hashes = hashes
    }

    /// Makes the proof that a log with `to` entries goes on where it was with `from` entries.
    ///
    /// It is nil when there are no proofs between these sizes.
    ///
    /// - Parameters:
    ///   - from: the size before, at least 1.
    ///   - to: the size after, at least `from`.
    ///   - hash: gives the hash of a complete subtree, as ``TileSet/hash(of:)`` does.
    /// - Throws: what `hash` throws.
    public init?<Failure>(
        from: UInt64,
        to: UInt64,
        hash: (Subtree) throws(Failure) -> Digest
    ) throws(Failure) {
        guard 1 <= from, from <= to else { return nil }
        let hashes = try ConsistencyProof.plan(from: from, to: to)?.hashes(hash)
        self.init(from: from, to: to, hashes: hashes ?? [])
    }

    /// The tiles from which the proof can be made: a few for each level of tiles, none when there is
    /// nothing to prove.
    public static func tiles(from: UInt64, to: UInt64) -> [TileID] {
        plan(from: from, to: to)?.tiles(size: to) ?? []
    }

    /// The smallest of the largest complete subtrees of the tree before.
    private static func start(from: UInt64) -> Subtree {
        let level = from.trailingZeroBitCount
        return Subtree(level: level, index: (from - 1) >> UInt64(level))
    }

    private static func plan(from: UInt64, to: UInt64) -> ProofPlan? {
        guard 1 <= from, from < to else { return nil }
        let start = start(from: from)
        var plan = ProofPlan(from: start, size: to)
        // When the tree before is this subtree alone, its hash is the root, which everybody has.
        if start.index > 0 { plan.begin(with: start) }
        return plan
    }

    /// Whether the tree with ``to`` entries and the root `newRoot` begins with that of ``from`` entries and
    /// the root `oldRoot`.
    ///
    /// From size 0 nothing can be proved, so that is false, as are sizes that shrink and numbers of
    /// hashes that no such proof has.
    ///
    /// - Parameters:
    ///   - oldRoot: the root before.
    ///   - newRoot: the root after.
    /// - Returns: whether the proof holds.
    public func verify(from oldRoot: Digest, to newRoot: Digest) -> Bool {
        guard 1 <= from, from <= to else { return false }
        guard from < to else { return hashes.isEmpty && oldRoot == newRoot }
        let start = ConsistencyProof.start(from: from)
        let way = ProofWay(index: from - 1, size: to)
        let inner = way.inner - start.level
        var rest = hashes[...]
        guard rest.count == inner + way.border + (start.index > 0 ? 1 : 0),
            let first = start.index > 0 ? rest.popFirst() : oldRoot
        else { return false }
        var old = first
        var new = first
        for (level, neighbour) in rest.enumerated() {
            if level >= inner || start.index >> UInt64(level) & 1 == 1 {
                old = MerkleHash.node(neighbour, old)
                new = MerkleHash.node(neighbour, new)
            } else {
                new = MerkleHash.node(new, neighbour)
            }
        }
        return old == oldRoot && new == newRoot
    }
}
