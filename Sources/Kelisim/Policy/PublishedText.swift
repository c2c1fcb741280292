public import KelisimLog

/// What a publication says about one of its texts.
public struct PublishedText: Hashable, Sendable {
    /// The language.
    public let language: Language
    /// The digest of the Markdown.
    public let digest: Digest
    /// The digest of libcmark's plain safe HTML of it.
    public let html: Digest
    /// Whether it can be accepted; false for a translation for reading only.
    public let official: Bool
}
