/// The mark of a list item as the author typed it: `*`, `4.`, `2)`.
package struct ListMark: Sendable {
    /// The mark without the white space around it.
    package let text: String
    /// Where it stands in the source.
    package let source: Range<Int>

    /// The number of an ordered item, as typed.
    package var number: String? {
        text.utf8.first?.isDigit == true ? String(text.dropLast()) : nil
    }

    /// The mark of the item that `clause` opens, or nil if it opens none.
    package init?(_ document: MarkdownDocument, _ clause: Clause) {
        guard clause.isListItem, clause.kind == .point,
            let item = document.item(around: clause.node)
        else { return nil }
        self.init(document, item: item)
    }

    /// The mark of the item at the node `item`, or nil where libcmark gives no place for it.
    package init?(_ document: MarkdownDocument, item: Int) {
        let start = document.nodes[item].source.lowerBound
        let isOrdered = document.nodes[Int(document.nodes[item].parent)].delimiter != .bullet
        var end = start
        while isOrdered, end < document.sourceCount, document.bytes[end].isDigit { end += 1 }
        guard end < document.sourceCount else { return nil }
        source = start..<end + 1
        text = document.string(ByteRange(source))
    }
}

extension PolicyText {
    /// The mark of the list item that the clause at `position` is, as the author typed it; nil when
    /// it is none, or a later block of an item.
    public func listMark(of position: Int) -> String? {
        ListMark(document, tree.clauses[position])?.text
    }
}
