/// What the secrets of a registry are for.
public enum SecretName: String, Codable, Hashable, Sendable, CaseIterable {
    /// The salt of idempotency keys.
    case idempotencySalt = "idempotency-salt"
    /// The key under which presentations are signed.
    case presentationKey = "presentation-key"
}
