/// A complete part of a tree: 2^`level` leaves, of which the first is `index` × 2^`level`.
///
/// Once a log has all these leaves, the hash of the subtree never changes.
public struct Subtree: Hashable, Sendable {
    /// How far it stands above the leaves, 0 to 63.
    public let level: Int
    /// Which one of its level it is, from the left.
    public let index: UInt64

    /// The largest complete subtrees that together are the leaves from `start` up to `end`.
    ///
    /// They come from the left. `start` is a multiple of a power of two that is not less than the number
    /// of leaves.
    static func covering(from start: UInt64, to end: UInt64) -> [Subtree] {
        var rest = end - start
        var subtrees: [Subtree] = []
        var first = start
        while rest > 0 {
            let level = 63 - rest.leadingZeroBitCount
            subtrees.append(Subtree(level: level, index: first >> UInt64(level)))
            let leaves = 1 << UInt64(level) as UInt64
            rest -= leaves
            first &+= leaves
        }
        return subtrees
    }

    /// The largest complete subtrees of a tree with `size` leaves, from the left: those whose hashes
    /// a ``MerkleFrontier`` holds.
    public static func peaks(ofSize size: UInt64) -> [Subtree] { covering(from: 0, to: size) }
}
