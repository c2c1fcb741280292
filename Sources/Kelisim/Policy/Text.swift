public import KelisimLog

/// The Markdown of one edition in one language.
public struct Text: Hashable, Sendable {
    /// The language.
    public let language: Language
    /// The path of the file, as the reader would open it.
    public let file: String
    /// The exact bytes.
    ///
    /// They need not be UTF-8 when the repository has errors.
    public let bytes: [UInt8]
    /// The digest of ``bytes``.
    public let digest: Digest

    init(language: Language, file: String, bytes: [UInt8]) {
        self.language = language
        self.file = file
        self.bytes = bytes
        digest = Digest(of: bytes)
    }

    /// The text, or nil when ``bytes`` are not UTF-8.
    public var string: String? { String(validating: bytes, as: UTF8.self) }
}
