/// The name of a tile: up to 256 neighbouring hashes of one level (tlog-tiles, "Merkle Tree").
///
/// At level 0 they are hashes of leaves, above it roots of the full tiles of the level below. A bundle
/// of entries has the name of the tile with the hashes of its entries.
public struct TileID: Hashable, Sendable {
    /// How many hashes a full tile has.
    public static let fullWidth = 256

    /// The level of tiles, 0 to 63, each of which stands for eight levels of the tree.
    public let level: Int
    /// Which tile of the level it is, from the left.
    public let index: UInt64
    /// How many hashes it has, 1 to 256.
    public let width: Int

    /// The tile `index` of `level` with `width` hashes, or nil when there are no such levels or widths.
    public init?(level: Int, index: UInt64, width: Int = TileID.fullWidth) {
        guard 0...63 ~= level, 1...TileID.fullWidth ~= width else { return nil }
        self.init(unchecked: level, index, width)
    }

    init(unchecked level: Int, _ index: UInt64, _ width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    /// Whether it has all of its hashes, so that it will never be replaced by a wider one.
    public var isFull: Bool { width == TileID.fullWidth }

    /// The full tile in its place.
    public var full: TileID { TileID(unchecked: level, index, TileID.fullWidth) }
}
