public import KelisimLog

/// What is about to be shown to a subject: with it, what was shown is what gets recorded.
public struct Presentation: Hashable, Sendable {
    /// For how long one is valid, in milliseconds: 24 hours.
    public static let lifetime: Int64 = 86_400_000
    /// By how much the clock of the server that issued one may be ahead of the registry's, in milliseconds: a
    /// minute.
    public static let skew: Int64 = 60_000

    /// The policy.
    public let policy: PolicyID
    /// The edition.
    public let edition: Int
    /// The language of the text.
    public let language: Language
    /// The digest of the text.
    public let textDigest: Digest
    /// The digest of the HTML that was served.
    public let htmlDigest: Digest
    /// From when on it is valid.
    public let issuedAt: Instant
    /// Until when, that instant not included.
    public let expiresAt: Instant

    /// Makes a presentation issued at `issuedAt`, valid for ``lifetime``.
    public init(
        policy: PolicyID,
        edition: Int,
        language: Language,
        textDigest: Digest,
        htmlDigest: Digest,
        issuedAt: Instant
    ) {
        self.policy = policy
        self.edition = edition
        self.language = language
        self.textDigest = textDigest
        self.htmlDigest = htmlDigest
        self.issuedAt = issuedAt
        expiresAt = Instant(milliseconds: issuedAt.milliseconds + Presentation.lifetime)
    }
}
