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
            contentType: FileType.contentType(of: name),
            bytes: bytes
        )
    }
}
