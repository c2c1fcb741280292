public import KelisimLog

/// What an act can be shown by, kept elsewhere: a signature file, a paper form.
public struct Evidence: Codable, Hashable, Sendable {
    /// What kind of thing it is, such as `cms` or `paper-form`.
    public let type: String
    /// The digest of its bytes, where it has any.
    public let digest: Digest?
    /// Where it can be found, such as a number in an archive.
    public let reference: String?

    /// Makes the evidence of its facts.
    public init(type: String, digest: Digest? = nil, reference: String? = nil) {
        self.type = type
        self.digest = digest
        self.reference = reference
    }
}
