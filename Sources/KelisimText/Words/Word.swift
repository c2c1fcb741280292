/// A word of a clause, and how it stands there.
package struct Word: Sendable {
    /// Which of its letters are capitals.
    package enum Capitals: Sendable {
        case none
        /// The first, and not all of several.
        case first
        case all
    }

    /// Its letters in lower case.
    package let text: String
    /// The bytes of the block's plain text that hold it.
    package let range: Range<Int>
    /// Which of its letters are capitals.
    package let capitals: Capitals
    /// Whether it begins a sentence, a part of one behind a colon or semicolon, a bracket or a
    /// quotation: where a capital says nothing.
    package let isInitial: Bool
    /// Whether it stands inside quotation marks.
    package let isQuoted: Bool
    /// Whether a hyphen joins it to what stands before or behind it.
    package let isCompound: Bool
    /// Whether nothing but white space stands between it and the word before.
    package let isNext: Bool
}
