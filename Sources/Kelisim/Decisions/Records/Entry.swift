public import KelisimLog

/// A row of the registry: its place in the log, its leaf, and the record behind it as long as that
/// exists.
public struct Entry: Hashable, Sendable {
    /// Its index in the log, from 0.
    public let index: UInt64
    /// The bytes of its leaf.
    public let leaf: [UInt8]
    /// The record with its nonce; nil when it was erased, or is missing.
    public let sealed: SealedRecord?

    /// Makes a row of its parts.
    public init(index: UInt64, leaf: [UInt8], sealed: SealedRecord?) {
        self.index = index
        self.leaf = leaf
        self.sealed = sealed
    }

    /// The hash of the leaf in the tree (RFC 6962 §2.1).
    public var leafHash: Digest { MerkleHash.leaf(leaf) }

    /// The record, or nil when there is none or its bytes are no record.
    public var record: Record? { sealed.flatMap { Record($0.bytes) } }
}
