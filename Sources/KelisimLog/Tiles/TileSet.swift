/// Some tiles of a log, held in memory, and the hashes of all subtrees that they reach.
///
/// Whoever wants a proof asks which tiles it takes (``InclusionProof/tiles(index:size:)``), reads
/// them, from a database at once or from a network one after another, and makes the proof from the set:
/// no more than a few tiles a level, whatever the size of the log.
public struct TileSet: Sendable {
    private var tiles: [TileID: [UInt8]] = [:]

    /// Why a hash could not be given.
    public enum Failure: Error, Hashable {
        /// The set has no tile in this place.
        case missing(TileID)
        /// The tile in this place has fewer hashes than needed.
        case tooShort(TileID, bytes: Int)
    }

    /// A set without tiles.
    public init() {}

    /// The tiles `ids`.
    ///
    /// - Parameters:
    ///   - ids: their names.
    ///   - read: gives the bytes of a tile, or of a wider one in the same place.
    /// - Throws: what `read` throws.
    public init<ReadFailure>(
        _ ids: [TileID],
        read: (TileID) throws(ReadFailure) -> [UInt8]
    ) throws(ReadFailure) {
        for id in ids { insert(try read(id), as: id) }
    }

    /// Adds a tile, in the place of a narrower one if there is one.
    ///
    /// - Parameters:
    ///   - bytes: the hashes of the tile, or of a wider one in the same place.
    ///   - id: its name.
    public mutating func insert(_ bytes: [UInt8], as id: TileID) {
        if let present = tiles[id.full], present.count >= bytes.count { return }
        tiles[id.full] = bytes
    }

    /// The hash of a complete subtree.
    ///
    /// - Parameter subtree: the subtree.
    /// - Returns: its hash as the tiles have it; only a proof that verifies shows that they are right.
    /// - Throws: ``Failure`` when the tile that it takes is not there or too short.
    public func hash(of subtree: Subtree) throws(Failure) -> Digest {
        let (start, count) = TileID.slots(of: subtree)
        let first = Int(start % UInt64(TileID.fullWidth))
        let id = TileID(
            unchecked: subtree.level / 8,
            start / UInt64(TileID.fullWidth),
            first + count
        )
        return try bytes(of: id)
            .withUnsafeBytes { memory in
                TileSet.root(UnsafeRawBufferPointer(rebasing: memory[(first * Digest.size)...]))
            }
    }

    /// The hashes of the tile `id`.
    ///
    /// - Parameter id: the name of the tile, or of a narrower one in its place.
    /// - Returns: 32 bytes for each hash, as many as `id` says.
    /// - Throws: ``Failure`` when it is not there or too short.
    public func bytes(of id: TileID) throws(Failure) -> [UInt8] {
        guard let bytes = tiles[id.full] else { throw .missing(id) }
        let end = id.width * Digest.size
        guard bytes.count >= end else { throw .tooShort(id, bytes: bytes.count) }
        return bytes.count == end ? bytes : Array(bytes[..<end])
    }

    /// The root over the hashes in `memory`, whose number is a power of two.
    private static func root(_ memory: UnsafeRawBufferPointer) -> Digest {
        guard memory.count > Digest.size else { return Digest(memory) }
        let middle = memory.count / 2
        return MerkleHash.node(
            root(UnsafeRawBufferPointer(rebasing: memory[..<middle])),
            root(UnsafeRawBufferPointer(rebasing: memory[middle...]))
        )
    }
}
