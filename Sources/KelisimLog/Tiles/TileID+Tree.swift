extension TileID {
    private static let bits: UInt64 = 8

    /// How many levels of tiles any tree can have.
    static let levels = 8

    /// How many hashes there are at a level of tiles in a tree with `size` leaves.
    private static func count(ofSize size: UInt64, level: Int) -> UInt64 {
        size >> (UInt64(level) * bits)
    }

    /// The tiles that a tree with `newSize` leaves serves and one with `oldSize` did not, full and
    /// partial ones, level by level from the leaves upwards and from the left.
    ///
    /// - Parameters:
    ///   - oldSize: the size before.
    ///   - newSize: the size now; there is nothing new when it is not larger.
    /// - Returns: the tiles, about one for every 255 leaves.
    public static func tiles(growingFrom oldSize: UInt64, to newSize: UInt64) -> [TileID] {
        guard oldSize < newSize else { return [] }
        var tiles: [TileID] = []
        for level in 0..<levels {
            let old = count(ofSize: oldSize, level: level)
            let new = count(ofSize: newSize, level: level)
            guard old < new else { break }
            for index in (old >> bits)..<(new >> bits) {
                tiles.append(TileID(unchecked: level, index, fullWidth))
            }
            if let edge = partial(ofSize: newSize, level: level) { tiles.append(edge) }
        }
        return tiles
    }

    /// The tiles of a tree with `size` leaves that are not full, from the leaves upwards; at most
    /// one a level.
    public static func partialTiles(ofSize size: UInt64) -> [TileID] {
        (0..<levels).compactMap { partial(ofSize: size, level: $0) }
    }

    private static func partial(ofSize size: UInt64, level: Int) -> TileID? {
        let count = count(ofSize: size, level: level)
        let width = Int(count % UInt64(fullWidth))
        return width == 0 ? nil : TileID(unchecked: level, count >> bits, width)
    }

    /// The tile from which the hash of `subtree` is computed in a tree with `size` leaves, which has
    /// all leaves of the subtree.
    init(of subtree: Subtree, size: UInt64) {
        let level = subtree.level / Int(TileID.bits)
        let index = TileID.slots(of: subtree).start >> TileID.bits
        let count = TileID.count(ofSize: size, level: level)
        let width = min(count - index << TileID.bits, UInt64(TileID.fullWidth))
        self.init(unchecked: level, index, Int(width))
    }

    /// Which hashes of its level of tiles a subtree is made of: the first, and how many.
    static func slots(of subtree: Subtree) -> (start: UInt64, count: Int) {
        let above = subtree.level % Int(bits)
        return (subtree.index << UInt64(above), 1 << above)
    }
}
