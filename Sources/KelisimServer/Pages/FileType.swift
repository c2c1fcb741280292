internal import Hummingbird

/// What the ending of a file's name says about it.
enum FileType {
    /// Types that the library's table does not have.
    private static let types = [
        "md": MediaType(type: .text, subType: "markdown"),
        "js": MediaType(type: .text, subType: "javascript"),
        "webmanifest": MediaType(type: .application, subType: "manifest+json"),
    ]

    /// The media type of the file `name`; all texts of a site are UTF-8.
    static func contentType(of name: String) -> String {
        guard let type = mediaType(of: name) else { return "application/octet-stream" }
        let isText = type.type == .text || ["xml", "json"].contains(type.subType)
        return isText ? "\(type); charset=utf-8" : "\(type)"
    }

    /// Whether the bytes of the file `name` become fewer when they are compressed.
    static func isCompressible(_ name: String) -> Bool {
        guard let type = mediaType(of: name) else { return false }
        return type.type == .text
            || ["xml", "json"].contains { type.subType == $0 || type.subType.hasSuffix("+\($0)") }
    }

    private static func mediaType(of name: String) -> MediaType? {
        let last = name.split(separator: "/").last ?? ""
        let ending = last.lastIndex(of: ".").map { last[last.index(after: $0)...].lowercased() }
        return ending.flatMap { types[$0] ?? MediaType.getMediaType(forExtension: $0) }
    }
}
