/// The canonical bytes of a record, and the nonce under which its leaf commits to them.
public struct SealedRecord: Hashable, Sendable {
    /// The canonical bytes of a ``Record``.
    public let bytes: [UInt8]
    /// The 32 random bytes.
    public let nonce: [UInt8]

    /// Makes it of its parts.
    public init(bytes: [UInt8], nonce: [UInt8]) {
        self.bytes = bytes
        self.nonce = nonce
    }

    /// Thirty-two bytes from the system's generator, for one record alone.
    static func newNonce() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<4)
            .flatMap { _ in
                withUnsafeBytes(of: generator.next() as UInt64) { Array($0) }
            }
    }
}
