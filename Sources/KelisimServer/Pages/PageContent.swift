internal import HTTPTypes
internal import KelisimLog
internal import NIOCore

/// The bytes of a file, made once.
struct PageContent: Sendable {
    /// What is so small is not compressed: it fits into one packet either way.
    private static let smallest = 1024

    /// The bytes.
    let plain: ByteBuffer
    /// The same compressed, where that is worth it.
    let packed: ByteBuffer?
    /// The digest of the bytes.
    let digest: Digest
    /// The key of the file that they were made for.
    let key: String
    /// What keeps browsers from doing more with it than was meant.
    let secure: HTTPFields

    /// The content `bytes` of the file called `name`.
    init(_ name: String, _ bytes: [UInt8], key: String) {
        plain = ByteBuffer(bytes: bytes)
        digest = Digest(of: bytes)
        self.key = key
        secure = PageFields.secure(name, bytes)
        let isWorthTrying =
            bytes.count >= PageContent.smallest && FileType.isCompressible(name)
        let packed = isWorthTrying ? Gzip.compress(bytes) : nil
        self.packed = packed.flatMap {
            $0.count < bytes.count * 9 / 10 ? ByteBuffer(bytes: $0) : nil
        }
    }

    /// How much memory it takes, in bytes.
    var size: Int { plain.readableBytes + (packed?.readableBytes ?? 0) }
}
