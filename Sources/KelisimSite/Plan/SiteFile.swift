public import Kelisim
internal import KelisimLog

/// A file of a site, whose bytes are made when they are wanted.
public struct SiteFile: Sendable {
    /// The path inside the site, such as `kk/privacy/index.html`.
    public let path: String
    /// What the bytes follow from: as long as it is equal, they are.
    let key: ContentKey
    /// Whether the bytes are the same for ever, whatever becomes of the site.
    package let isPermanent: Bool

    private let content: @Sendable (TextShelf) throws(Failure) -> [UInt8]

    init(
        _ path: String,
        key: ContentKey,
        isPermanent: Bool = false,
        content: @escaping @Sendable (TextShelf) throws(Failure) -> [UInt8]
    ) {
        self.path = path
        self.key = key
        self.isPermanent = isPermanent
        self.content = content
    }

    /// A file that is there already.
    init(_ path: String, _ bytes: [UInt8], digest: Digest? = nil, isPermanent: Bool = false) {
        let key = ContentKey(digest ?? Digest(of: bytes))
        self.init(path, key: key, isPermanent: isPermanent) { _ in bytes }
    }

    /// The same for equal bytes, within one program.
    package var keyText: String { key.part }

    /// Makes the bytes.
    ///
    /// - Throws: ``Failure/refused(_:)`` when a text that the file shows is not as it should be.
    public func bytes() throws(Failure) -> [UInt8] { try bytes(with: TextShelf()) }

    /// Makes the bytes, and remembers how much changed between texts.
    package func bytes(remembering counts: CountMemo) throws(Failure) -> [UInt8] {
        try bytes(with: TextShelf(counts: counts))
    }

    /// Makes the bytes with texts that were read before.
    func bytes(with shelf: TextShelf) throws(Failure) -> [UInt8] { try content(shelf) }
}
