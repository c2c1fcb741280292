package import Kelisim
package import KelisimLog

/// The pages of a site as it is from one instant until another.
package struct SitePages: Sendable {
    /// A file of the site, whose bytes are made when somebody asks for them.
    package struct File: Sendable {
        /// Makes the bytes.
        package let make: @Sendable () throws(Failure) -> [UInt8]
        /// As long as it is equal, the bytes are.
        package let key: String
        /// Whether the bytes are the same for ever.
        package let isPermanent: Bool

        /// Makes a file of its parts.
        package init(
            key: String,
            isPermanent: Bool,
            make: @escaping @Sendable () throws(Failure) -> [UInt8]
        ) {
            self.key = key
            self.isPermanent = isPermanent
            self.make = make
        }
    }

    /// The files, by their paths inside the site, such as `kk/privacy/index.html`.
    package let files: [String: File]
    /// The languages of the site, that of the root first.
    package let languages: [Language]
    /// The address of the site, which ends in a slash.
    package let baseURL: String
    /// The instant whose state the pages show.
    package let instant: Instant
    /// Makes `manifest.json` of the digests of all files.
    package let manifest: @Sendable (_ digests: [String: Digest]) -> [UInt8]

    /// Makes the pages of their parts.
    package init(
        files: [String: File],
        languages: [Language],
        baseURL: String,
        instant: Instant,
        manifest: @escaping @Sendable (_ digests: [String: Digest]) -> [UInt8]
    ) {
        self.files = files
        self.languages = languages
        self.baseURL = baseURL
        self.instant = instant
        self.manifest = manifest
    }
}
