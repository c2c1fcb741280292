/// Where in the repository something was found.
public struct Place: Hashable, Sendable {
    /// The path as the reader would open it.
    public let file: String
    /// The line, counted from 1, or nil when the finding is about the file as a whole.
    public let line: Int?
    /// The column, counted in Unicode scalars from 1, or nil with ``line``.
    public let column: Int?

    /// Makes a place in `file`.
    public init(_ file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: Comparable {
    /// Orders by file, then line, then column; a whole file comes before its lines.
    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line ?? 0, left.column ?? 0)
            < (right.file, right.line ?? 0, right.column ?? 0)
    }
}
