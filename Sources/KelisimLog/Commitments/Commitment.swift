internal import Crypto

/// What a log says of a record that it must not show: HMAC-SHA256 of the record under a nonce.
///
/// Whoever has the record and its nonce can show that the log holds it. Without the nonce, which is
/// destroyed with the record, the commitment says nothing.
public enum Commitment {
    /// The commitment to `record`.
    ///
    /// - Parameters:
    ///   - nonce: the key, used for this record alone.
    ///   - record: the bytes of the record.
    /// - Returns: the 32 bytes of the code (RFC 2104 with SHA-256).
    public static func make(nonce: Nonce, record: [UInt8]) -> Digest {
        var code = HMAC<SHA256>(key: SymmetricKey(data: nonce.bytes))
        code.update(data: record)
        return code.finalize().withUnsafeBytes { Digest($0) }
    }
}
