public import KelisimLog

/// A bundle of entries, as it is stored and served.
public struct LogBundle: Hashable, Sendable {
    /// The tile with the hashes of the entries.
    public let id: TileID
    /// What ``EntryBundle`` makes of the entries.
    public let bytes: [UInt8]

    /// Makes a bundle of its parts.
    public init(id: TileID, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
    }
}
