public import KelisimLog

/// A file of a site.
public struct SiteFile: Hashable, Sendable {
    /// The path inside the site, such as `kk/privacy/index.html`.
    public let path: String
    /// The bytes.
    public let bytes: [UInt8]
    /// The digest of ``bytes``.
    public let digest: Digest

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        digest = Digest(of: bytes)
    }

    init(_ path: String, _ bytes: [UInt8], digest: Digest) {
        self.path = path
        self.bytes = bytes
        self.digest = digest
    }
}
