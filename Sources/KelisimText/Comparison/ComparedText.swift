/// One of the two texts of a comparison: its blocks, in document order, with what a reader sees.
///
/// A block is a leaf block of libcmark (a heading, a paragraph, a code or HTML block, a thematic
/// break); its ordinal, from 0, is the position of its clause in the ``ClauseTree``.
public struct ComparedText: Sendable {
    /// The Markdown as libcmark parses it.
    public let document: MarkdownDocument
    /// The clauses, one for each block.
    public let tree: ClauseTree

    /// Reads `source`, a text in Markdown.
    ///
    /// - Throws: the first limit that `source` breaks.
    public init(_ source: [UInt8]) throws(MarkdownLimits.Violation) {
        document = try MarkdownDocument(source)
        tree = ClauseTree(document)
    }

    /// Compares a text that has been read already.
    public init(_ text: PolicyText) {
        document = text.document
        tree = text.tree
    }

    /// How many blocks there are.
    public var count: Int { tree.clauses.count }

    /// The plain text of a block in UTF-8, its printed number included.
    package func plainText(of block: Int) -> [UInt8] {
        BlockText(document, block: tree.clauses[block].node).bytes
    }

    /// The number in front of a block as a reader sees it: the one that is printed in the text, or
    /// the one that libcmark counts for an item of an ordered list; nil where there is none.
    ///
    /// Source: domain.md and interfaces.md, `label`.
    public func label(of block: Int) -> String? {
        let clause = tree.clauses[block]
        guard clause.isListItem, clause.kind == .point else { return clause.label }
        guard let item = document.item(around: clause.node) else { return clause.label }
        let list = Int(document.nodes[item].parent)
        guard document.nodes[list].delimiter != .bullet else { return nil }
        let place = document.children(of: list).enumerated().first { $0.element == item }?.offset
        let number = Int(document.nodes[list].start) + (place ?? 0)
        return document.nodes[list].delimiter == .parenthesis ? "\(number))" : "\(number)."
    }
}
