internal import Crypto

/// A SHA-256 digest, the name by which texts and records refer to exact bytes.
public struct Digest: Hashable, Sendable {
    /// How many bytes a digest has.
    static let size = 32

    // In the order of memory. A tree holds very many digests; an array for each would cost more
    // than its hash.
    private let words: Words

    private struct Words: Hashable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// The digest of `data`.
    public init(of data: some Sequence<UInt8>) {
        var hash = SHA256()
        let contiguous: Void? = data.withContiguousStorageIfAvailable { buffer in
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
        }
        if contiguous == nil {
            hash.update(data: Array(data))
        }
        self.init(hash)
    }

    /// The digest whose 32 bytes are `bytes`, or nil when they are more or fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Digest.size else { return nil }
        var words = Words()
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
        self.words = words
    }

    /// The digest written as 64 lower-case hexadecimal digits, or nil when `hex` is not that.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hexadecimal.decode(hex.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    /// The digest written in Base64 as the log's files have it, or nil when `base64` is not that.
    public init?(base64: some StringProtocol) {
        guard let bytes = Base64.decode(base64.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    /// What `hash` has come to.
    init(_ hash: SHA256) {
        self = hash.finalize().withUnsafeBytes { Digest($0) }
    }

    /// The digest at the start of `memory`, which holds at least 32 bytes.
    init(_ memory: UnsafeRawBufferPointer) {
        var words = Words()
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: memory.prefix(Digest.size)) }
        self.words = words
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// The digest as 64 lower-case hexadecimal digits.
    public var hex: String { withBytes { Hexadecimal.encode($0) } }

    /// The digest in Base64 (RFC 4648, section 4), as the log's files have it.
    public var base64: String { withBytes { Base64.encode($0) } }

    /// Gives `body` the 32 bytes where they are.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: words, body)
    }
}

extension Digest: LosslessStringConvertible {
    private static let prefix = "sha256:"

    /// The digest written as ``description`` writes it, or nil when `description` is not that.
    public init?(_ description: String) {
        guard description.hasPrefix(Digest.prefix) else { return nil }
        self.init(hex: description.dropFirst(Digest.prefix.count))
    }

    /// The digest as every file and interface writes it: `sha256:` and 64 hexadecimal digits.
    public var description: String { Digest.prefix + hex }
}
