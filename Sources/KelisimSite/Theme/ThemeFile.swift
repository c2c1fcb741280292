/// A file that the look of a site is made of.
struct ThemeFile: Sendable {
    /// The path inside the folder of the site, such as `templates/index.mustache`.
    let path: String
    /// The path as a reader would open it.
    let source: String
    /// The bytes.
    let bytes: [UInt8]

    /// The name of the file after its last slash.
    var name: String {
        String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }
}
