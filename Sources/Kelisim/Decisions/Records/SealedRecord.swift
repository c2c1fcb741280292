public import KelisimLog

/// The canonical bytes of a record, and the nonce under which its leaf commits to them.
public struct SealedRecord: Hashable, Sendable {
    /// The canonical bytes of a ``Record``.
    public let bytes: [UInt8]
    /// The nonce, used for this record alone.
    public let nonce: Nonce

    /// Makes it of its parts.
    public init(bytes: [UInt8], nonce: Nonce) {
        self.bytes = bytes
        self.nonce = nonce
    }
}
