/// One of the two texts of a comparison: its blocks, in document order, with what a reader sees.
///
/// A block is a leaf block of libcmark (a heading, a paragraph, a code or HTML block, a thematic
/// break); its ordinal, from 0, is the position of its clause in the ``ClauseTree``.
public struct ComparedText: Sendable {
    /// The Markdown as libcmark parses it.
    public let document: MarkdownDocument
    /// The clauses, one for each block.
    public let tree: ClauseTree
    /// The number that libcmark shows for each item of an ordered list, by its node.
    private let numbers: [Int: Int]

    /// Reads `source`, a text in Markdown.
    ///
    /// - Throws: the first limit that `source` breaks.
    public init(_ source: [UInt8]) throws(MarkdownLimits.Violation) {
        let document = try MarkdownDocument(source)
        self.init(document, ClauseTree(document))
    }

    /// Compares a text that has been read already.
    public init(_ text: PolicyText) {
        self.init(text.document, text.tree)
    }

    private init(_ document: MarkdownDocument, _ tree: ClauseTree) {
        self.document = document
        self.tree = tree
        numbers = document.shownNumbers()
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
        guard let item = document.item(around: clause.node), let number = numbers[item] else {
            return nil
        }
        let list = document.nodes[Int(document.nodes[item].parent)]
        return list.delimiter == .parenthesis ? "\(number))" : "\(number)."
    }
}

extension MarkdownDocument {
    /// The number that libcmark shows for each item of an ordered list, by its node.
    package func shownNumbers() -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        for index in 0..<documentEnd {
            let list = nodes[index]
            guard list.kind == .list, list.delimiter != .bullet else { continue }
            for (offset, item) in children(of: index).enumerated() {
                numbers[item] = Int(list.start) + offset
            }
        }
        return numbers
    }
}
