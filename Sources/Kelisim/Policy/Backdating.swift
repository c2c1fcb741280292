/// Why and when an edition was recorded as published in the past.
public struct Backdating: Hashable, Sendable {
    /// The reason.
    public let reason: String
    /// When it was recorded.
    public let recordedAt: Instant
}
