/// A text as HTML in its outermost blocks, to be put beside the same text in another language.
package struct HTMLBlocks: Sendable {
    /// A heading, a paragraph, a list or another block that no block holds.
    package struct Block: Sendable {
        /// The positions of its clauses; a list has one for each of its items.
        package let clauses: Range<Int>
        /// Where its HTML stands.
        package let html: Range<Int>
    }

    /// The HTML of all blocks in UTF-8.
    package let bytes: [UInt8]
    /// The blocks that have clauses, in document order.
    package let blocks: [Block]
}

extension PolicyText {
    /// The text as ``html(language:tools:)`` writes it, without the `article`, in its blocks.
    ///
    /// - Parameters:
    ///   - first: the text that stands first on the same page, if there is one: what has an anchor
    ///     there gets none here, and headings that are there are paragraphs here, so that anchors
    ///     are unique and the outline of the page is that of one language.
    ///   - tools: called with the position of each heading and each paragraph that is not in a list.
    /// - Returns: the HTML, and where in it each block stands.
    package func htmlBlocks(
        after first: ClauseTree? = nil,
        tools: ((Int, inout HTMLBuffer) -> Void)? = nil
    ) -> HTMLBlocks {
        document.bytes.withUnsafeBufferPointer { bytes in
            var renderer = ClauseHTMLRenderer(
                text: self,
                bytes: bytes,
                html: HTMLBuffer(capacity: document.sourceCount * 2 + 256),
                first: first,
                tools: tools
            )
            var blocks: [HTMLBlocks.Block] = []
            var node = 1
            var clause = 0
            while node < document.documentEnd {
                let end = Int(document.nodes[node].end)
                let start = renderer.html.bytes.count
                renderer.render(node..<end)
                let clauses = clause..<tree.clauses.partitioningIndex { $0.node >= end }
                if !clauses.isEmpty {
                    let html = start..<renderer.html.bytes.count
                    blocks.append(HTMLBlocks.Block(clauses: clauses, html: html))
                }
                clause = clauses.upperBound
                node = end
            }
            return HTMLBlocks(bytes: renderer.html.bytes, blocks: blocks)
        }
    }
}
