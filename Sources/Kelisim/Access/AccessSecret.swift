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
        guard text.utf8.count == 80, text.hasPrefix(AccessSecret.prefix),
            text.utf8.suffix(8).elementsEqual(AccessSecret.check(of: text.utf8.dropLast(8)).utf8)
        else { return nil }
        self.text = String(text)
    }

    private init(body: String) {
        text = body + AccessSecret.check(of: body.utf8)
    }

    /// The last digits of a secret that begins with `body`.
    private static func check(of body: some Sequence<UInt8>) -> Substring {
        Digest(of: body).hex.prefix(8)
    }

    /// What is kept of it.
    public var digest: Digest { Digest(of: text.utf8) }
}
