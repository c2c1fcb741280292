/// The proof that an entry stands at an index of a log (RFC 6962, section 2.1.1).
public struct InclusionProof: Hashable, Sendable {
    /// The index of the entry, from 0.
    public let index: UInt64
    /// The number of entries of the log that the proof speaks of.
    public let size: UInt64
    /// The hashes beside the way from the leaf to the root, the leaf's neighbour first.
    public let hashes: [Digest]

    /// A proof as somebody sent it; only ``verify(leafHash:root:)`` tells whether it is one.
    public init(index: UInt64, size: UInt64, hashes: [Digest]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Makes the proof for the entry at `index` of a log with `size` entries.
    ///
    /// It is nil when the tree has no such entry.
    ///
    /// - Parameters:
    ///   - index: the index of the entry.
    ///   - size: the size of the tree, which may be less than that of the log now.
    ///   - hash: gives the hash of a complete subtree, as ``TileSet/hash(of:)`` does.
    /// - Throws: what `hash` throws.
    public init?<Failure>(
        index: UInt64,
        size: UInt64,
        hash: (Subtree) throws(Failure) -> Digest
    ) throws(Failure) {
        guard let plan = InclusionProof.plan(index: index, size: size) else { return nil }
        self.init(index: index, size: size, hashes: try plan.hashes(hash))
    }

    /// The tiles from which the proof can be made: a few for each level of tiles, none when the tree has
    /// no such entry.
    public static func tiles(index: UInt64, size: UInt64) -> [TileID] {
        plan(index: index, size: size)?.tiles(size: size) ?? []
    }

    private static func plan(index: UInt64, size: UInt64) -> ProofPlan? {
        index < size ? ProofPlan(from: Subtree(level: 0, index: index), size: size) : nil
    }

    /// Whether the entry with the hash `leafHash` stands at ``index`` of the tree with the root `root`.
    ///
    /// An index outside of the tree and a number of hashes that no such proof has are false.
    public func verify(leafHash: Digest, root: Digest) -> Bool {
        guard index < size else { return false }
        let way = ProofWay(index: index, size: size)
        guard hashes.count == way.inner + way.border else { return false }
        var hash = leafHash
        for (level, neighbour) in hashes.enumerated() {
            let isLeft = level >= way.inner || index >> UInt64(level) & 1 == 1
            hash = isLeft ? MerkleHash.node(neighbour, hash) : MerkleHash.node(hash, neighbour)
        }
        return hash == root
    }
}
