public import Kelisim
public import KelisimLog

/// A decision that was recorded.
public struct RecordedDecision: Decodable, Hashable, Sendable {
    /// Its name.
    public let id: DecisionID
    /// Its index in the log.
    public let index: UInt64
    /// The hash of its leaf in the log, in hexadecimal digits.
    public let leafHash: String
    /// When it was recorded.
    public let recordedAt: Instant
    /// When the act was made.
    public let occurredAt: Instant
    /// Whose decision it is.
    public let subject: Subject
    /// The policy.
    public let policy: PolicyID
    /// The edition; nil where none was named.
    public let edition: Int?
    /// The language of the text.
    public let language: Language?
    /// The digest of the text.
    public let textDigest: Digest?
    /// What was done.
    public let act: Act
    /// How.
    public let method: DecisionMethod
    /// The standing that it led to, as of then.
    public let standing: Standing
}
