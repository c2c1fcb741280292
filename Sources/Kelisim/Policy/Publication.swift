public import KelisimLog

/// The record that fixes an edition for ever: `publication.json`.
public struct Publication: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyID
    /// The number of the edition.
    public let edition: Int
    /// From when on the edition is on the site.
    ///
    /// Before it, the edition is a draft to everybody.
    public let publishedAt: Instant
    /// From when on it binds; never before ``publishedAt``.
    public let effectiveAt: Instant
    /// The version of the time zone database by which ``effectiveAt`` was found.
    public let tzdata: String
    /// Everything else with legal force.
    public let terms: EditionTerms
    /// The texts, in the policy's order of languages.
    public let texts: [PublishedText]
    /// What made the HTML whose digests ``texts`` hold, such as `libcmark 0.30.2`.
    public let renderer: String
    /// The digest of the publication one number lower; nil for the first.
    public let previous: Digest?
    /// Reason and time of recording when the publication was recorded after the fact.
    public let backdated: Backdating?
}

extension Publication {
    /// The digest of `publication.json`, by which the next record refers to this one.
    public var digest: Digest { Digest(of: bytes) }
}
