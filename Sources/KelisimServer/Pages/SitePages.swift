package import Kelisim

/// The pages of a site as it is from one instant until another.
package struct SitePages: Sendable {
    /// Makes the bytes of a file.
    package typealias Maker = @Sendable () throws(Failure) -> [UInt8]

    /// The files, by their paths inside the site, such as `kk/privacy/index.html`.
    package let files: [String: Maker]
    /// The languages of the site, that of the root first.
    package let languages: [Language]
    /// The address of the site, which ends in a slash.
    package let baseURL: String

    /// Makes the pages of their parts.
    package init(files: [String: Maker], languages: [Language], baseURL: String) {
        self.files = files
        self.languages = languages
        self.baseURL = baseURL
    }
}
