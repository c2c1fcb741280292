public import KelisimLog

extension Idempotency {
    /// The mark of a request.
    ///
    /// - Parameters:
    ///   - key: the key that the caller chose.
    ///   - caller: who asks, such as an API key's name; equal keys of two callers are two keys.
    ///   - body: the exact bytes of the request.
    ///   - salt: the registry's ``SecretName/idempotencySalt``.
    public init(key: String, caller: String, body: [UInt8], salt: Nonce) {
        var writer = FieldWriter()
        writer.text(caller)
        writer.text(key)
        self.key = Array(Commitment.make(nonce: salt, record: writer.bytes).bytes.prefix(16))
        fingerprint = Array(Digest(of: body).bytes.prefix(16))
    }
}
