extension PolicyText {
    /// A line inside a paragraph that begins with a number.
    package struct InnerLabel: Sendable {
        /// The number as printed.
        package let label: String
        package let number: ClauseNumber
        /// Where the line begins in the source.
        package let source: Int
        /// Whether the line before it ends a sentence or a point.
        package let followsSentence: Bool
    }

    /// The lines of the clause at `position`, after its first, that begin as a clause would.
    package func innerLabels(of position: Int) -> [InnerLabel] {
        let text = BlockText(document, block: tree.clauses[position].node)
        return text.bytes.withUnsafeBufferPointer { bytes in
            text.pieces.dropFirst()
                .compactMap { node, start in
                    switch document.nodes[node - 1].kind {
                    case .softBreak, .lineBreak: innerLabel(bytes, start, document.nodes[node])
                    default: nil
                    }
                }
        }
    }

    private func innerLabel(
        _ text: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ node: MarkdownNode
    ) -> InnerLabel? {
        let line = UnsafeBufferPointer(rebasing: text[start...])
        guard node.kind == .text, let label = ClauseLabel.read(line, isHeading: false) else {
            return nil
        }
        if case .letterPoint = label.form { return nil }
        // A few bytes hold the last sign before the line and any quotation marks behind it.
        let before = text.string(max(0, start - 64)..<start)
        let last = before.last { !$0.isWhitespace && !"»\")”".contains($0) }
        return InnerLabel(
            label: line.string(0..<label.length),
            number: label.number,
            source: node.source.lowerBound,
            followsSentence: last.map { ".;:!?".contains($0) } ?? false
        )
    }
}
