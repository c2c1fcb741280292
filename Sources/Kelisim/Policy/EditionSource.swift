public import KelisimLog

/// The document that a text was imported from, as `import` records it.
public struct EditionSource: Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// The digest of its bytes.
    public let digest: Digest

    /// Makes a record of `file`.
    public init(file: String, digest: Digest) {
        self.file = file
        self.digest = digest
    }
}
