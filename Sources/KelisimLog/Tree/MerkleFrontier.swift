/// The right edge of a growing tree: all that is needed to append and to know the root.
///
/// It holds one hash for each bit that is set in ``size``, at most 64. To append costs one hash on
/// average, whatever the size.
public struct MerkleFrontier: Hashable, Sendable {
    /// How many leaves the tree has.
    public private(set) var size: UInt64 = 0
    /// The hashes of the largest complete subtrees, from the left, so the largest comes first.
    public private(set) var peaks: [Digest] = []

    /// The frontier of an empty tree.
    public init() {}

    /// The frontier of a tree with `size` leaves and the peaks `hashes`, the largest subtree first,
    /// or nil when a tree of this size has another number of peaks.
    public init?(size: UInt64, hashes: [Digest]) {
        guard hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        peaks = hashes
    }

    /// The frontier of a tree with `size` leaves.
    ///
    /// - Parameters:
    ///   - size: the number of leaves.
    ///   - hash: gives the hash of a complete subtree of the tree.
    /// - Throws: what `hash` throws.
    public init<Failure>(
        size: UInt64,
        hash: (Subtree) throws(Failure) -> Digest
    ) throws(Failure) {
        self.size = size
        for subtree in Subtree.peaks(ofSize: size) { peaks.append(try hash(subtree)) }
    }

    /// The root of the tree (RFC 6962, section 2.1).
    public var root: Digest { MerkleHash.fold(peaks) ?? MerkleHash.emptyTree }

    /// Appends a leaf.
    ///
    /// - Parameter leafHash: the hash of the entry, ``MerkleHash/leaf(_:)``.
    public mutating func append(leafHash: Digest) {
        append(leafHash: leafHash) { _, _ in }
    }

    /// Appends a leaf and tells every subtree that becomes complete by it, from the leaf upwards.
    ///
    /// No tree grows to 2^64 leaves; nothing else stops it.
    ///
    /// - Parameters:
    ///   - leafHash: the hash of the entry, ``MerkleHash/leaf(_:)``.
    ///   - completed: gets the level of the subtree, 0 for the leaf itself, and its hash.
    public mutating func append(leafHash: Digest, completed: (Int, Digest) -> Void) {
        var hash = leafHash
        completed(0, hash)
        // Each set bit at the end of the size is a peak that is now the left neighbour.
        for level in 0..<(~size).trailingZeroBitCount {
            hash = MerkleHash.node(peaks.removeLast(), hash)
            completed(level + 1, hash)
        }
        peaks.append(hash)
        size += 1
    }
}
