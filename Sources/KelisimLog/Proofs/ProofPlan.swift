/// Which hashes a proof consists of, as a pure function of positions and sizes.
///
/// Each hash of a proof is that of a complete subtree, but for at most one, which is that of the ragged
/// right end of the tree and is folded from several.
struct ProofPlan {
    /// For each hash of the proof the complete subtrees from which it is made, from the left.
    private(set) var parts: [[Subtree]] = []

    /// The hashes beside the way from `start` up to the root of a tree with `size` leaves.
    init(from start: Subtree, size: UInt64) {
        let way = ProofWay(index: start.index << UInt64(start.level), size: size)
        for level in start.level..<max(way.inner, start.level) {
            let index = start.index >> UInt64(level - start.level)
            guard level == way.inner - 1 else {
                parts.append([Subtree(level: level, index: index ^ 1)])
                continue
            }
            // Here the way turns left at the last leaf, whose side need not be complete.
            let end = (index + 1) << UInt64(level)
            parts.append(Subtree.covering(from: end, to: size))
        }
        for level in max(way.inner, start.level)..<64 {
            let index = start.index >> UInt64(level - start.level)
            if index & 1 == 1 { parts.append([Subtree(level: level, index: index - 1)]) }
        }
    }

    /// Puts the hash of `subtree` before the others.
    mutating func begin(with subtree: Subtree) { parts.insert([subtree], at: 0) }

    /// The tiles that hold the subtrees.
    func tiles(size: UInt64) -> [TileID] {
        var seen: Set<TileID> = []
        return parts.joined().map { TileID(of: $0, size: size) }
            .filter { seen.insert($0).inserted }
    }

    /// The hashes of the proof.
    func hashes<Failure>(
        _ hash: (Subtree) throws(Failure) -> Digest
    ) throws(Failure) -> [Digest] {
        var hashes: [Digest] = []
        for subtrees in parts {
            var peaks: [Digest] = []
            for subtree in subtrees { peaks.append(try hash(subtree)) }
            if let folded = MerkleHash.fold(peaks) { hashes.append(folded) }
        }
        return hashes
    }
}

/// The way from a leaf to the root (RFC 6962, section 2.1.1).
///
/// Up to level ``inner`` it keeps away from the right edge of the tree and has a neighbour at every level,
/// left or right as the bits of the index say. Above, it is the right edge, and has a left neighbour for
/// each bit of the index that is set.
struct ProofWay {
    /// The number of levels before the way is the right edge.
    let inner: Int
    /// The number of neighbours at and above that level.
    let border: Int

    /// The way of the leaf `index`, which is less than `size`.
    init(index: UInt64, size: UInt64) {
        inner = 64 - (index ^ (size - 1)).leadingZeroBitCount
        border = inner == 64 ? 0 : (index >> UInt64(inner)).nonzeroBitCount
    }
}
