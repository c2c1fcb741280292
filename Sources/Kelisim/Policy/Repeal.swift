public import KelisimLog

/// The record that ends a policy: `repeal.json`.
public struct Repeal: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyID
    /// When the repeal was recorded.
    public let repealedAt: Instant
    /// From when on the policy is repealed.
    public let effectiveAt: Instant
    /// The rule that ``effectiveAt`` follows from, with ``repealedAt`` for the publication.
    public let effective: EffectiveRule
    /// Where its days begin and end.
    public let timeZone: TimeZoneRules
    /// The version of the time zone database by which ``effectiveAt`` was found.
    public let tzdata: String
    /// Why, in each language.
    public let reason: LocalizedText
    /// The policy that takes its place, if one does.
    public let replacedBy: PolicyID?
    /// The digest of the last edition's `publication.json`.
    public let previous: Digest
}

extension Repeal {
    /// The digest of `repeal.json`.
    public var digest: Digest { Digest(of: bytes) }
}
