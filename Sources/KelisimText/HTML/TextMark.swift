/// Something that a stretch of a block's plain text is, beyond text.
struct TextMark {
    enum Kind {
        case number
        case definition
        /// A reference, with the position of its target.
        case reference(Int)
    }

    let kind: Kind
    let range: Range<Int>
}
