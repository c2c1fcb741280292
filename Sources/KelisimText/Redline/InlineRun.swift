/// A stretch of a block's plain text on which the same marks lie.
struct InlineRun {
    /// What is written for the stretch.
    enum Content: Equatable {
        /// Its text.
        case text
        /// A new line, which is read as a space.
        case softBreak
        /// A break between two lines.
        case lineBreak
        /// The picture at a node; the stretch is its alternative text.
        case picture(Int)
    }

    /// The bytes of the plain text.
    let range: Range<Int>
    let content: Content
    let marks: InlineMarks
}

/// The marks on a stretch of text.
struct InlineMarks: Equatable {
    var style: InlineStyle = []
    /// Whether it is the printed number of a clause.
    var isNumber = false
    /// The node of the link, or of the picture of another site that is shown as a link; or nil.
    var link: Int?
}

/// Marks that an element without attributes gives, outermost first.
struct InlineStyle: OptionSet {
    let rawValue: UInt8

    static let strong = InlineStyle(rawValue: 1)
    static let emphasis = InlineStyle(rawValue: 2)
    static let code = InlineStyle(rawValue: 4)
}
