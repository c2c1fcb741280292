internal import Foundation
public import KelisimLog

/// The form in which a presentation travels: its fields and an HMAC-SHA256 of them, in base64url.
extension Presentation {
    private static let magic = "kelisim/presentation/v1"

    /// The token under the registry's ``SecretName/presentationKey``.
    public func token(key: Nonce) -> String {
        let body = fields
        let mark = Commitment.make(nonce: key, record: body)
        return Base64URL.encode(body + mark.bytes)
    }

    /// The presentation that `token` was made of under `key`, or nil when it was forged or changed.
    public init?(token: String, key: Nonce) {
        // A longer text can't be one of ours.
        guard token.utf8.count <= 1024, let data = Base64URL.decode(token), data.count > 32
        else { return nil }
        // The codes are compared as digests of themselves, so that the time tells nothing about them.
        let (body, mark) = (Array(data.dropLast(32)), Array(data.suffix(32)))
        guard Digest(of: Commitment.make(nonce: key, record: body).bytes) == Digest(of: mark),
            let presentation = Presentation(fields: body), presentation.token(key: key) == token
        else { return nil }
        self = presentation
    }

    private var fields: [UInt8] {
        var writer = FieldWriter()
        writer.text(Presentation.magic)
        writer.text(policy.slug)
        writer.number(UInt64(edition))
        writer.text(language.tag)
        writer.bytes(textDigest.bytes)
        writer.bytes(htmlDigest.bytes)
        writer.instant(issuedAt)
        return writer.bytes
    }

    private init?(fields: [UInt8]) {
        var reader = FieldReader(fields)
        let magic = reader.text()
        let policy = reader.value { PolicyID($0) }
        let edition = reader.integer()
        let language = reader.value { Language($0) }
        let textDigest = reader.digest()
        let htmlDigest = reader.digest()
        let issuedAt = reader.instant()
        guard reader.isWhole, magic == Presentation.magic, let policy, let edition, let language,
            let textDigest, let htmlDigest, let issuedAt
        else { return nil }
        self.init(
            policy: policy,
            edition: edition,
            language: language,
            textDigest: textDigest,
            htmlDigest: htmlDigest,
            issuedAt: issuedAt
        )
    }
}
