/// What makes a request recognisable when it is sent again, without keeping the key or the body.
public struct Idempotency: Hashable, Sendable {
    /// The first 16 bytes of HMAC-SHA256, under the registry's salt, of who asks and their key.
    public let key: [UInt8]
    /// The first 16 bytes of the SHA-256 digest of the body.
    public let fingerprint: [UInt8]

    /// Makes the mark of its two halves, or nil when they are not 16 bytes each.
    public init?(key: some Collection<UInt8>, fingerprint: some Collection<UInt8>) {
        guard key.count == 16, fingerprint.count == 16 else { return nil }
        self.key = Array(key)
        self.fingerprint = Array(fingerprint)
    }
}
