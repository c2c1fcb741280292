internal import KelisimLog

extension AccessKey {
    /// Makes a key with a new secret, which is kept nowhere.
    ///
    /// - Parameters:
    ///   - name: what people call it.
    ///   - scopes: what it may do.
    ///   - instant: now.
    /// - Returns: the key, and the secret to hand over.
    public static func make(
        name: String?,
        scopes: Set<AccessScope>,
        at instant: Instant
    ) -> (key: AccessKey, secret: AccessSecret) {
        let secret = AccessSecret.random()
        let id = "k-" + Digest(of: Nonce.random().bytes).hex.prefix(16)
        let key = AccessKey(
            id: id,
            name: name,
            scopes: scopes,
            digest: secret.digest,
            createdAt: instant
        )
        return (key, secret)
    }

    /// Whether it is good: nobody has revoked it.
    public var isGood: Bool { revokedAt == nil }

    /// The same, revoked at `instant` unless it was before.
    package func revoked(at instant: Instant) -> AccessKey {
        with(revokedAt: revokedAt ?? instant, lastUsedAt: lastUsedAt)
    }

    /// The same, used at `instant` unless it was used later.
    package func used(at instant: Instant) -> AccessKey {
        with(revokedAt: revokedAt, lastUsedAt: lastUsedAt.map { max($0, instant) } ?? instant)
    }

    private func with(revokedAt: Instant?, lastUsedAt: Instant?) -> AccessKey {
        AccessKey(
            id: id,
            name: name,
            scopes: scopes,
            digest: digest,
            createdAt: createdAt,
            revokedAt: revokedAt,
            lastUsedAt: lastUsedAt
        )
    }
}
