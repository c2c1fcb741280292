/// One of the two texts, with what its blocks are written as.
struct RedlineText {
    let text: ComparedText
    /// How many levels the headings of a page above are.
    private let shift: Int
    /// The level of the sections in the source, which become `h2`.
    private let sectionLevel: Int

    var document: MarkdownDocument { text.document }
    var clauses: [Clause] { text.tree.clauses }

    init(_ text: ComparedText, shift: Int) {
        (self.text, self.shift) = (text, shift)
        sectionLevel =
            text.tree.clauses.lazy.filter { $0.kind == .section }
            .map { Int(text.document.nodes[$0.node].level) }.min() ?? 2
    }

    func node(of block: Int) -> MarkdownNode { document.nodes[clauses[block].node] }

    /// The level of a heading on the page.
    func level(of block: Int) -> Int {
        let level = Int(node(of: block).level)
        let own =
            switch clauses[block].kind {
            case .title: 1
            case .section: level - sectionLevel + 2
            default: max(level, 3)
            }
        return min(own + shift, 6)
    }

    func table(of block: Int) -> PipeTable? { document.tables[clauses[block].node] }

    /// Whether the block is a paragraph that stands in its list item without `<p>`.
    func isTight(_ block: Int) -> Bool {
        let node = node(of: block)
        let parent = document.nodes[Int(node.parent)]
        return node.kind == .paragraph && parent.kind == .item
            && document.nodes[Int(parent.parent)].isTight && table(of: block) == nil
    }

    /// Whether the block is the first of the innermost list item around it, which bears its id.
    func opensItem(_ block: Int) -> Bool {
        guard clauses[block].isListItem, let item = document.item(around: clauses[block].node)
        else { return false }
        return block == 0 || clauses[block - 1].node < item
    }

    /// The printed number of the ordered item whose first block is `block`, or nil.
    func listNumber(of block: Int) -> String? {
        let leaf = clauses[block].node
        let item = Int(document.nodes[leaf].parent)
        guard item + 1 == leaf, document.nodes[item].kind == .item,
            document.nodes[leaf].kind == .paragraph, table(of: block) == nil,
            let mark = ListMark(document, item: item), mark.number != nil
        else { return nil }
        return mark.text
    }
}
