/// A tile and its bytes, as they are stored and served.
public struct Tile: Hashable, Sendable {
    /// Its name.
    public let id: TileID
    /// Its hashes, 32 bytes each, as many as its width says.
    public let bytes: [UInt8]

    /// The tile `id`, or nil when `bytes` has not 32 bytes for each of its hashes.
    public init?(id: TileID, bytes: [UInt8]) {
        guard bytes.count == id.width * Digest.size else { return nil }
        self.init(unchecked: id, bytes)
    }

    init(unchecked id: TileID, _ bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
    }
}
