public import Kelisim
internal import KelisimLog

/// A file of a site, whose bytes are made when they are wanted.
public struct SiteFile: Sendable {
    /// The path inside the site, such as `kk/privacy/index.html`.
    public let path: String
    /// What the bytes follow from: as long as it is equal, they are.
    let key: ContentKey

    private let content: @Sendable (TextShelf) throws(Failure) -> [UInt8]

    init(
        _ path: String,
        key: ContentKey,
        content: @escaping @Sendable (TextShelf) throws(Failure) -> [UInt8]
    ) {
        self.path = path
        self.key = key
        self.content = content
    }

    /// A file that is there already.
    init(_ path: String, _ bytes: [UInt8], digest: Digest? = nil) {
        self.init(path, key: ContentKey(digest ?? Digest(of: bytes))) { _ in bytes }
    }

    /// Makes the bytes.
    ///
    /// - Throws: ``Failure/refused(_:)`` when a text that the file shows is not as it should be.
    public func bytes() throws(Failure) -> [UInt8] { try bytes(with: TextShelf()) }

    /// Makes the bytes with texts that were read before.
    func bytes(with shelf: TextShelf) throws(Failure) -> [UInt8] { try content(shelf) }
}
