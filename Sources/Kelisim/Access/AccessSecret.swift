public import KelisimLog

/// The secret half of an API key: what a backend sends, and nobody keeps.
///
/// `kelisim_`, 64 hexadecimal digits of 256 random bits, and 8 more by which a slip of the hand or a false
/// find of a scanner is known without asking anybody.
public struct AccessSecret: Hashable, Sendable {
    private static let prefix = "kelisim_"

    /// The secret as it is written.
    public let text: String

    /// A new secret.
    public static func random() -> AccessSecret {
        AccessSecret(body: prefix + Digest(of: Nonce.random().bytes).hex)
    }

    /// The secret written as `text`, or nil when that is none.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 80, text.hasPrefix(AccessSecret.prefix) else { return nil }
        let secret = AccessSecret(body: String(text.dropLast(8)))
        guard secret.text == text else { return nil }
        self = secret
    }

    private init(body: String) {
        text = body + Digest(of: body.utf8).hex.prefix(8)
    }

    /// What is kept of it.
    public var digest: Digest { Digest(of: text.utf8) }
}
