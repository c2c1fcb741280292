public import Kelisim
public import KelisimLog

/// A text that is about to be shown to a subject.
public struct ShownText: Decodable, Hashable, Sendable {
    /// What makes a decision about exactly this text: ``NewDecision/presentation``.
    public let token: String
    /// The policy.
    public let policy: PolicyID
    /// The edition.
    public let edition: Int
    /// The language.
    public let language: Language
    /// The digest of the text.
    public let textDigest: Digest
    /// The text, to be shown as it is.
    public let html: String
    /// From when on the token is good.
    public let issuedAt: Instant
    /// Until when.
    public let expiresAt: Instant

    struct Request: Encodable {
        let policy: PolicyID
        let language: Language
        let edition: Int?
    }
}
