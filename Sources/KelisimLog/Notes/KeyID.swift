/// The four bytes that tell apart keys with one name (signed-note, "Signatures").
///
/// They are too few to be safe by themselves: whoever uses them has the whole key.
public struct KeyID: Hashable, Sendable {
    /// The bytes as a number, the highest first.
    public let value: UInt32

    /// The id with this value.
    public init(_ value: UInt32) {
        self.value = value
    }

    /// The id that a key should have: the start of SHA-256 of its name, a newline, its type and itself.
    init(name: String, type: UInt8, key: [UInt8]) {
        let digest = Digest(of: Array(name.utf8) + [UInt8(ascii: "\n"), type] + key)
        value = digest.withBytes { UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self)) }
    }

    /// The id written as ``hex`` writes it, or nil.
    init?(hex: some StringProtocol) {
        guard let bytes = Hexadecimal.decode(hex.utf8), bytes.count == 4 else { return nil }
        self.init(bytes)
    }

    /// The id whose four bytes are `bytes`.
    init(_ bytes: some Sequence<UInt8>) {
        value = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The four bytes.
    var bytes: [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }

    /// The id as eight hexadecimal digits.
    public var hex: String { Hexadecimal.encode(bytes) }
}
