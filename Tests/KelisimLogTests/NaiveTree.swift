import KelisimLog

/// Merkle trees as RFC 6962, section 2.1, defines them, word for word and without any cleverness but
/// that no hash is computed twice.
final class NaiveTree {
    private let leaves: [Digest]
    private var known: [Range<Int>: Digest] = [:]

    init(_ leaves: [Digest]) {
        self.leaves = leaves
    }

    /// MTH of the leaves in `range`.
    func hash(_ range: Range<Int>) -> Digest {
        if range.isEmpty { return Digest(of: []) }
        if range.count == 1 { return leaves[range.lowerBound] }
        if let hash = known[range] { return hash }
        let split = range.lowerBound + Self.split(range.count)
        let left = hash(range.lowerBound..<split)
        let right = hash(split..<range.upperBound)
        let hash = Digest(of: [1] + left.bytes + right.bytes)
        known[range] = hash
        return hash
    }

    func root(_ size: Int) -> Digest { hash(0..<size) }

    /// The hash of a complete subtree.
    func hash(_ subtree: Subtree) -> Digest {
        let count = 1 << subtree.level
        let start = Int(subtree.index) * count
        return hash(start..<start + count)
    }

    /// PATH(m, D[range]).
    func path(_ index: Int, _ range: Range<Int>) -> [Digest] {
        if range.count == 1 { return [] }
        let split = range.lowerBound + Self.split(range.count)
        let left = range.lowerBound..<split
        let right = split..<range.upperBound
        return index < split
            ? path(index, left) + [hash(right)] : path(index, right) + [hash(left)]
    }

    /// PROOF(m, D[size]).
    func proof(_ old: Int, _ size: Int) -> [Digest] { subproof(old, 0..<size, true) }

    private func subproof(_ old: Int, _ range: Range<Int>, _ isWhole: Bool) -> [Digest] {
        if old == range.count { return isWhole ? [] : [hash(range)] }
        let half = Self.split(range.count)
        let split = range.lowerBound + half
        let left = range.lowerBound..<split
        let right = split..<range.upperBound
        return old <= half
            ? subproof(old, left, isWhole) + [hash(right)]
            : subproof(old - half, right, false) + [hash(left)]
    }

    /// The largest power of two that is less than `count`.
    private static func split(_ count: Int) -> Int {
        var split = 1
        while split * 2 < count { split *= 2 }
        return split
    }
}
