extension ComparedText {
    /// The name of a block as readers know it, `9.2`, with its id where that is another:
    /// `3) [3.3-item-3]`.
    package func name(of block: Int) -> String {
        let id = tree.clauses[block].id
        guard let label = label(of: block) else { return id }
        let shown = label.hasSuffix(".") ? String(label.dropLast()) : label
        return shown == id ? id : "\(shown) [\(id)]"
    }

    /// The name of the first block and, of several, that of the last: `4–4.8`; empty for none.
    package func name(of blocks: some Sequence<Int>) -> String {
        guard let first = blocks.min(), let last = blocks.max() else { return "" }
        return (first == last ? [first] : [first, last]).map { name(of: $0) }.joined(separator: "–")
    }

    /// Whether a block is a pipe table.
    package func isTable(_ block: Int) -> Bool {
        document.tables[tree.clauses[block].node] != nil
    }

    /// Whether a block is a thematic break, a line across the page.
    package func isBreak(_ block: Int) -> Bool {
        document.nodes[tree.clauses[block].node].kind == .thematicBreak
    }

    /// The heading of the section that a block stands in, if there is one above it.
    package func heading(above block: Int) -> Int? {
        var current = tree.clauses[block].parent
        while let position = current, document.nodes[tree.clauses[position].node].kind != .heading {
            current = tree.clauses[position].parent
        }
        return current
    }
}
