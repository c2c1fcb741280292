/// What of the registry is seen: rows recorded by an instant, or before a place in the log.
public struct Horizon: Hashable, Sendable {
    /// Rows recorded later are not seen.
    public let knownAt: Instant
    /// Rows from this index on are not seen; nil when every row up to ``knownAt`` is.
    public let end: UInt64?

    /// What is recorded by `knownAt`, and before the index `end` when one is given.
    public init(knownAt: Instant, end: UInt64? = nil) {
        self.knownAt = knownAt
        self.end = end
    }

    /// Whether a row is seen.
    public func sees(index: UInt64, recordedAt: Instant) -> Bool {
        recordedAt <= knownAt && end.map { index < $0 } ?? true
    }
}
