/// 32 random bytes, which keep a commitment from being opened by guessing.
public struct Nonce: Hashable, Sendable {
    /// How many bytes a nonce has.
    public static let size = 32

    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The nonce with these bytes, or nil when they are not 32.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Nonce.size else { return nil }
        self.bytes = Array(bytes)
    }

    /// The nonce written in Base64, or nil when `base64` is not that.
    public init?(base64: some StringProtocol) {
        guard let bytes = Base64.decode(base64.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    private init(random bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A new one, from the random numbers of the operating system.
    public static func random() -> Nonce {
        var source = SystemRandomNumberGenerator()
        return random(using: &source)
    }

    /// A new one from `source`, whose numbers nobody can guess.
    public static func random(using source: inout some RandomNumberGenerator) -> Nonce {
        let words: (UInt64, UInt64, UInt64, UInt64) =
            (source.next(), source.next(), source.next(), source.next())
        return Nonce(random: withUnsafeBytes(of: words) { Array($0) })
    }

    /// The nonce in Base64 (RFC 4648, section 4).
    public var base64: String { Base64.encode(bytes) }
}
