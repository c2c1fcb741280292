/// One node of a parsed Markdown text.
///
/// Nodes stand in document order in one array, each before its descendants, so that a subtree
/// is a slice: the descendants of the node at `index` are at `index + 1 ..< end`.
package struct MarkdownNode: Sendable {
    package enum Kind: UInt8, Sendable {
        case document
        case blockQuote
        case list
        case item
        case codeBlock
        case htmlBlock
        case paragraph
        case heading
        case thematicBreak
        case text
        case softBreak
        case lineBreak
        case code
        case htmlInline
        case emphasis
        case strong
        case link
        case image
        /// The inline content of one cell of a pipe table; stands after the document's own nodes.
        case tableCell

        /// Whether the node stands inside a paragraph, a heading or a cell.
        var isInline: Bool {
            rawValue >= Kind.text.rawValue && rawValue <= Kind.image.rawValue
        }

        /// Blocks that hold no blocks: what comparison and clause ids count.
        package var isLeafBlock: Bool {
            switch self {
            case .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak: true
            default: false
            }
        }
    }

    /// What libcmark prints after the number of an ordered list.
    package enum Delimiter: UInt8, Sendable {
        case bullet
        case period
        case parenthesis
    }

    package let kind: Kind
    /// The level of a heading, 1 to 6; else 0.
    package let level: UInt8
    /// How the items of a list are marked.
    package let delimiter: Delimiter
    /// Whether the paragraphs of a list's items stand without `<p>`.
    package let isTight: Bool
    /// The first number of an ordered list.
    package let start: Int32
    /// The index after the last descendant.
    package internal(set) var end: Int32
    package let parent: Int32
    /// Where the node stands in the source.
    package let source: ByteRange
    /// Text, code, raw HTML or the destination of a link, in the document's `bytes`.
    package let literal: ByteRange
    /// The title of a link, or the info string of a code block, in the document's `bytes`.
    package let title: ByteRange
}
