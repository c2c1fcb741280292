/// A growing log: takes leaves and gives the tiles that become of them.
///
/// It holds the right edge alone, at most 255 hashes for each level of tiles, and the tiles that nobody
/// has taken yet. It is a value: a copy made before a transaction is what to go on with when that fails.
public struct TileBuilder: Sendable {
    /// The right edge of the tree.
    public private(set) var frontier: MerkleFrontier
    /// The hashes of each level of tiles that fill no tile yet.
    private var edge: [[UInt8]]
    private var completed: [Tile] = []
    /// The size whose tiles were taken last.
    private var takenSize: UInt64

    /// An empty log.
    public init() {
        frontier = MerkleFrontier()
        edge = Array(repeating: [], count: TileID.levels)
        takenSize = 0
    }

    /// A log as it was stored.
    ///
    /// - Parameters:
    ///   - size: how many leaves it has.
    ///   - tiles: its partial tiles, ``TileID/partialTiles(ofSize:)``, or wider ones in their places.
    /// - Throws: ``TileSet/Failure`` when one of them is not there or too short.
    public init(size: UInt64, tiles: TileSet) throws(TileSet.Failure) {
        self.init()
        for id in TileID.partialTiles(ofSize: size) {
            edge[id.level] = try tiles.bytes(of: id)
        }
        frontier = try MerkleFrontier(size: size, hash: tiles.hash(of:))
        takenSize = size
    }

    /// How many leaves the log has.
    public var size: UInt64 { frontier.size }

    /// The root of its tree.
    public var root: Digest { frontier.root }

    /// Appends a leaf.
    ///
    /// - Parameter leafHash: the hash of the entry, ``MerkleHash/leaf(_:)``.
    public mutating func append(leafHash: Digest) {
        TileBuilder.append(leafHash, to: &frontier, edge: &edge, completed: &completed)
    }

    private static func append(
        _ leafHash: Digest,
        to frontier: inout MerkleFrontier,
        edge: inout [[UInt8]],
        completed: inout [Tile]
    ) {
        let index = frontier.size
        frontier.append(leafHash: leafHash) { level, hash in
            guard level.isMultiple(of: 8) else { return }
            let level = level / 8
            hash.withBytes { edge[level].append(contentsOf: $0) }
            guard edge[level].count == TileID.fullWidth * Digest.size else { return }
            let id = TileID(
                unchecked: level,
                index >> UInt64(8 * (level + 1)),
                TileID.fullWidth
            )
            completed.append(Tile(unchecked: id, edge[level]))
            edge[level] = []
        }
    }

    /// The tiles that became full since they were last taken; partial ones are left for ``takeTiles()``.
    public mutating func takeFullTiles() -> [Tile] {
        let tiles = completed
        completed = []
        return tiles
    }

    /// Takes the tiles that are new since the last time: those that became full, and after them the
    /// partial ones of the size now, which ``TileID/tiles(growingFrom:to:)`` names, too.
    public mutating func takeTiles() -> [Tile] {
        var tiles = completed
        for id in TileID.partialTiles(ofSize: size)
        where takenSize >> UInt64(8 * id.level) < size >> UInt64(8 * id.level) {
            tiles.append(Tile(unchecked: id, edge[id.level]))
        }
        completed = []
        takenSize = size
        return tiles
    }
}
