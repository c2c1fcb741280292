/// A number, a word or a mark of a text, as far as dates are concerned.
struct DateToken: Equatable {
    /// What a token may mean in a date.
    enum Meaning: Equatable {
        /// ASCII digits; the value is that of up to four of them.
        case number(value: Int, digits: Int)
        /// The name of a month in some form.
        case month(Int, WordingLanguage)
        /// A word for "year": Kazakh or Russian, written out or abbreviated.
        case year(WordingLanguage, isAbbreviation: Bool)
        /// An ending of a Russian ordinal: «го» of «1-го».
        case ordinalEnding
        /// Any other word.
        case word
        /// Any other character.
        case mark(Unicode.Scalar)
    }

    /// What stands between a token and the one before it.
    enum Gap {
        /// Nothing.
        case touching
        /// White space with at most one line break.
        case space
        /// The end of a paragraph.
        case paragraph
    }

    /// What the token may mean.
    let meaning: Meaning
    /// What stands before it.
    let gap: Gap
    /// Where it stands, in bytes of UTF-8.
    let range: Range<Int>
}
