public import KelisimLog

/// The record that calls an upcoming edition off: `cancellation.json`.
public struct Cancellation: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyID
    /// The number of the edition.
    public let edition: Int
    /// From when on it is cancelled.
    public let cancelledAt: Instant
    /// Why, in the operator's words.
    public let reason: String
    /// The digest of the `publication.json` it cancels.
    public let publication: Digest
}

extension Cancellation {
    /// The digest of `cancellation.json`.
    public var digest: Digest { Digest(of: bytes) }
}
