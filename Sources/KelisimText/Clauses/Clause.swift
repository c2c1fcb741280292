/// One block of a text and its place in the clause tree: a numbered clause, a heading, a point of
/// an enumeration or a paragraph beside them.
///
/// Clauses stand in document order, one for each leaf block that libcmark sees.
public struct Clause: Sendable {
    /// What a block is in the structure of the document.
    public enum Kind: Sendable {
        /// The heading that opens the document.
        case title
        /// A heading, with or without a number.
        case section
        /// A paragraph with a printed number, such as `9.2.`
        case clause
        /// A point `1)` or `а)`, or an item of a list.
        case point
        /// Any other block.
        case block
    }

    /// The permanent name, which is also the anchor in HTML: the printed number, or a place such as
    /// `3.3-item-2`, `5-p-1`, `preamble-1`, `h-4`.
    public let id: String
    /// What it is.
    public let kind: Kind
    /// The number as printed, such as `9.2.` or `Статья 5.`, or nil.
    public let label: String?
    /// The number, or nil; a lettered point has none.
    public let number: ClauseNumber?
    /// A second anchor made of the words of a heading without a number, or nil.
    public internal(set) var slug: String?
    /// How deep it stands below the document, from 0 for titles and sections.
    public let depth: Int
    /// The position of the clause it belongs to, or nil at the top.
    public let parent: Int?
    /// The name of a numbered part, as in «Глава 2», where it is printed.
    package let noun: ClauseNoun?
    /// Whether the label is what libcmark computed or read as a list mark, and not literal text.
    package let isListItem: Bool
    /// The node of the leaf block.
    package let node: Int
    /// How many bytes of the plain text the label takes.
    package let labelLength: Int
    /// The position after the last clause that belongs to it.
    public internal(set) var end: Int
}
