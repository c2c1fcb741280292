extension PolicyText {
    /// The words of the clause at `position`, its printed number and code aside.
    package func words(of position: Int) -> [Word] {
        scan(position) { text, start, hidden in
            WordScanner(text, hidden: hidden).words(from: start)
        }
    }

    /// The dashes, quotation marks, hyphens and apostrophes of the clause at `position` that a
    /// typist may have chosen otherwise.
    package func marks(of position: Int) -> [TypographicMark] {
        scan(position) { text, start, hidden in
            TypographyScanner(text, hidden: hidden).marks(from: start)
        }
    }

    private func scan<Result>(
        _ position: Int,
        _ body: (UnsafeBufferPointer<UInt8>, Int, [Range<Int>]) -> Result
    ) -> Result {
        let clause = tree.clauses[position]
        var block = BlockText()
        let hasOneNode = Int(document.nodes[clause.node].end) == clause.node + 2
        guard !hasOneNode else {
            return block.scan(document, block: clause.node) { text in
                let isCode = document.nodes[clause.node + 1].kind != .text
                return body(
                    text,
                    min(clause.labelLength, text.count),
                    isCode ? [0..<text.count] : []
                )
            }
        }
        block.read(document, block: clause.node)
        let ends = block.pieces.dropFirst().map(\.start) + [block.bytes.count]
        let hidden = zip(block.pieces, ends)
            .filter { document.nodes[$0.0.node].kind != .text }
            .map { $0.0.start..<$0.1 }
        return block.bytes.withUnsafeBufferPointer { text in
            body(text, min(clause.labelLength, text.count), hidden)
        }
    }
}
