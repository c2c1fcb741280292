public import KelisimLog

/// An API key as it is kept: never the secret itself.
public struct AccessKey: Codable, Hashable, Sendable {
    /// The name by which it is listed, revoked and recorded beside decisions; it is no secret.
    public let id: String
    /// What people call it.
    public let name: String?
    /// What it may do.
    public let scopes: Set<AccessScope>
    /// SHA-256 of the secret.
    public let digest: Digest
    /// When it was made.
    public let createdAt: Instant
    /// When it was revoked; nil while it is good.
    public let revokedAt: Instant?
    /// When it was used last, to the minute; nil before that.
    public let lastUsedAt: Instant?

    /// Makes a key of its parts.
    public init(
        id: String,
        name: String?,
        scopes: Set<AccessScope>,
        digest: Digest,
        createdAt: Instant,
        revokedAt: Instant? = nil,
        lastUsedAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.digest = digest
        self.createdAt = createdAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }
}
