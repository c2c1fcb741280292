/// A change of marks or structure that leaves the words as they were.
public enum FormattingChange: Hashable, Sendable {
    /// Emphasis, strong emphasis, code or line breaks lie on other words.
    case marks
    /// A link or picture leads elsewhere; nil where there was or is none.
    case destination(old: String?, new: String?)
    /// A heading has another level.
    case headingLevel(old: Int, new: Int)
    /// The items of a list are marked in another way, or the block is nested in other lists.
    case list
    /// A heading became a paragraph, a paragraph a heading, and so on.
    case block
}

/// Characters that were replaced by others that mean the same.
public struct CharacterChange: Hashable, Sendable {
    /// The characters before.
    public let old: String
    /// The characters now.
    public let new: String

    /// The code points of `text`, such as `U+0069`, one behind the other.
    public static func codePoints(of text: String) -> String {
        text.unicodeScalars
            .map { scalar in
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }
            .joined(separator: " ")
    }
}
