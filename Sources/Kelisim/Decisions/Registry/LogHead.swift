public import KelisimLog

/// How far the log has grown: the frontier of the tree over all leaves.
public struct LogHead: Codable, Hashable, Sendable {
    /// The right edge of the tree.
    public let frontier: MerkleFrontier
    /// When the last row was recorded; nil when there is none.
    public let lastRecordedAt: Instant?

    /// Makes a head of its parts.
    public init(frontier: MerkleFrontier, lastRecordedAt: Instant?) {
        self.frontier = frontier
        self.lastRecordedAt = lastRecordedAt
    }

    /// How many rows there are.
    public var size: UInt64 { frontier.size }
}
