/// What a text may not exceed before libcmark reads it.
///
/// libcmark 0.30.2 is linear on everything except two things: a blank line visits every list item
/// that is open, and a link visits every image that is open around it. The limits here bound
/// both, so that no accepted text takes libcmark more than a second a megabyte, and none of
/// them is within reach of a text that somebody wrote by hand.
///
/// The text is judged in one pass and in linear time. Code and HTML are counted as if they were
/// ordinary text, because only libcmark itself can tell: a limit can be refused a little early
/// inside them, but never missed.
///
/// Nesting of inline elements costs libcmark nothing and is not judged here: it is exact, and
/// cheap, to count it while the parsed tree is walked.
public enum MarkdownLimits {
    /// The longest text, in bytes.
    public static let maximumBytes = 4 << 20

    /// The most block quotes and list items inside one another.
    ///
    /// The outermost counts as one. A list and its item count once.
    public static let maximumNesting = 64

    /// The most square brackets open at once in one block.
    ///
    /// An opening bracket that no backslash escapes opens one, a closing bracket closes one, and
    /// a blank line or a list marker ends the block.
    public static let maximumOpenBrackets = 64

    /// The most steps libcmark may need beyond its linear work, for each byte of the text.
    ///
    /// A blank line costs four steps for every level of the deepest nesting so far, and a closing
    /// bracket costs one step for every image opened before it in the same block. A step takes
    /// libcmark about 5 ns. A text shorter than 4 KiB may use as many steps as one of 4 KiB.
    public static let maximumWork = 64

    /// The first place where a text breaks a limit.
    ///
    /// - Parameter source: The text, in UTF-8; bytes that are not UTF-8 do no harm.
    /// - Returns: The violation, or nil when libcmark may read the text.
    public static func violation(in source: UnsafeBufferPointer<UInt8>) -> Violation? {
        guard source.count <= maximumBytes else {
            return Violation(
                kind: .size,
                limit: maximumBytes,
                found: source.count,
                offset: maximumBytes
            )
        }
        var scan = MarkdownScan(source)
        return scan.firstViolation()
    }

    /// The first place where a text breaks a limit.
    ///
    /// - Parameter source: The text, in UTF-8; bytes that are not UTF-8 do no harm.
    /// - Returns: The violation, or nil when libcmark may read the text.
    public static func violation(in source: [UInt8]) -> Violation? {
        source.withUnsafeBufferPointer { violation(in: $0) }
    }

    /// A limit that a text breaks, and where.
    public struct Violation: Error, Hashable, Sendable {
        /// Which limit a text breaks.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The text has too many bytes.
            case size
            /// Block quotes and list items, or the marks inside a paragraph, are nested too deep.
            case nesting
            /// A block has too many square brackets open.
            case brackets
            /// Blank lines in deep lists, or brackets behind many images, cost too many steps.
            case work
        }

        /// Which limit is broken.
        public let kind: Kind
        /// The most that is allowed: bytes, levels, brackets or steps.
        public let limit: Int
        /// How many there are at `offset`, in the unit of `limit`.
        public let found: Int
        /// The byte where the limit is first exceeded, counted from the start of the text.
        public let offset: Int
    }
}
