/// What a registry remembers of one idempotency key: the rows that were recorded under it.
public struct RememberedRows: Hashable, Sendable {
    /// The first eight bytes of the key (``Idempotency/key``), which are known even when every record
    /// under it was erased.
    public let prefix: [UInt8]
    /// The key; nil when no record tells it any more.
    public private(set) var key: [UInt8]?
    /// The index of the first row.
    public let first: UInt64
    /// How many rows there are, from the first on without gaps.
    public private(set) var count: Int

    /// The row `first`, whose record tells `key`; nil when it was erased.
    package init(prefix: [UInt8], first: UInt64, key: [UInt8]?) {
        self.prefix = prefix
        self.first = first
        self.key = key
        count = 1
    }

    /// The index behind the last row.
    package var end: UInt64 { first + UInt64(count) }

    /// Takes in the next row.
    package mutating func add(_ key: [UInt8]?) {
        self.key = self.key ?? key
        count += 1
    }
}
