internal import Hummingbird

/// What a ``LoopbackServer`` answers to a path.
package struct PreviewAnswer: Hashable, Sendable {
    /// The HTTP status, such as 200.
    package let status: Int
    /// The media type, with its character set if it is a text.
    package let contentType: String
    /// The body.
    package let bytes: [UInt8]

    /// Makes an answer from its parts.
    package init(status: Int = 200, contentType: String, bytes: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.bytes = bytes
    }

    /// Answers with the file `name`, whose ending says what it is.
    package init(status: Int = 200, file name: String, bytes: [UInt8]) {
        self.init(
            status: status,
            contentType: PreviewAnswer.contentType(of: name),
            bytes: bytes
        )
    }

    /// Types that the library's table does not have.
    private static let types = [
        "md": MediaType(type: .text, subType: "markdown"),
        "js": MediaType(type: .text, subType: "javascript"),
        "webmanifest": MediaType(type: .application, subType: "manifest+json"),
    ]

    /// The media type of the file `name`; all texts of a site are UTF-8.
    static func contentType(of name: String) -> String {
        let last = name.split(separator: "/").last ?? ""
        let ending = last.lastIndex(of: ".").map { last[last.index(after: $0)...].lowercased() }
        guard let ending,
            let type = types[ending] ?? MediaType.getMediaType(forExtension: ending)
        else { return "application/octet-stream" }
        let isText = type.type == .text || ["xml", "json"].contains(type.subType)
        return isText ? "\(type); charset=utf-8" : "\(type)"
    }
}
