internal import Foundation

/// The path of a file as seen from a folder, for programs that join it to a checkout of their own.
struct ReportPath {
    /// The path without `.` and `..`, from the folder on when the file is in it, else from the root.
    let path: String
    /// Whether the file is in the folder.
    let isRelative: Bool

    /// The path of `file` as seen from `folder`, which is the working folder without it.
    init(_ file: String, from folder: String = FileManager.default.currentDirectoryPath) {
        let base = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL.path + "/"
        let whole = URL(
            fileURLWithPath: file,
            isDirectory: false,
            relativeTo: URL(fileURLWithPath: base)
        )
        .standardizedFileURL.path
        isRelative = whole.hasPrefix(base)
        path = isRelative ? String(whole.dropFirst(base.count)) : whole
    }

    /// The path as a URI reference (RFC 3986): all but unreserved letters are percent-encoded.
    var uri: String {
        let encoded = path.addingPercentEncoding(withAllowedCharacters: Self.unreserved) ?? path
        return isRelative ? encoded : "file://\(encoded)"
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
    )
}
