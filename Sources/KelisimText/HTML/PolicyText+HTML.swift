extension PolicyText {
    /// The text as an HTML fragment: one `article` with the title as `h1` and sections as `h2`.
    ///
    /// Every clause has its id as anchor, printed numbers stand exactly as typed, references are
    /// links, defined terms are marked. Raw HTML of the source is dropped, links to scripts are
    /// plain text, and pictures of other sites are links: nothing is loaded from elsewhere.
    ///
    /// - Parameter language: the BCP 47 tag for `lang`, or nil to leave it out.
    /// - Returns: the fragment in UTF-8.
    public func html(language: String?) -> [UInt8] { html(language: language, tools: nil) }

    /// The same with what `tools` adds to clauses: at the end of a paragraph, behind a heading.
    ///
    /// - Parameters:
    ///   - language: the BCP 47 tag for `lang`, or nil to leave it out.
    ///   - tools: called with the position of each heading and each paragraph that is not in a list.
    /// - Returns: the fragment in UTF-8.
    package func html(
        language: String?,
        tools: ((Int, inout HTMLBuffer) -> Void)?
    ) -> [UInt8] {
        part(0, of: 1, language: language, tools: tools)
    }

    /// One of `count` parts of the same fragment, so that a long text need not be held twice.
    ///
    /// - Parameters:
    ///   - index: which part, from 0.
    ///   - count: how many parts there are; they follow each other.
    ///   - language: the BCP 47 tag for `lang`, or nil to leave it out.
    /// - Returns: the part in UTF-8; the parts joined are ``html(language:)``.
    public func htmlPart(_ index: Int, of count: Int, language: String?) -> [UInt8] {
        part(index, of: count, language: language, tools: nil)
    }

    private func part(
        _ index: Int,
        of count: Int,
        language: String?,
        tools: ((Int, inout HTMLBuffer) -> Void)?
    ) -> [UInt8] {
        // More than any usual text needs: growing later would copy all of it.
        var html = HTMLBuffer(capacity: document.sourceCount / count * 2 + 256)
        if index == 0 {
            html.append("<article class=\"text\"")
            if let language {
                html.append(" lang=\"")
                html.escape(language)
                html.append("\"")
            }
            html.append(">\n")
        }
        write(firstBlock(index, of: count)..<firstBlock(index + 1, of: count), to: &html, tools)
        if index == count - 1 { html.append("</article>\n") }
        return html.bytes
    }

    /// Where a part begins: at a block that no other holds.
    private func firstBlock(_ index: Int, of count: Int) -> Int {
        let end = document.documentEnd
        let share = max(end * index / count, 1)
        return (share..<max(end, share)).first { document.nodes[$0].parent == 0 } ?? end
    }

    /// One clause and all that belongs to it, as an HTML fragment.
    public func html(of position: Int) -> [UInt8] {
        var html = HTMLBuffer()
        let clause = tree.clauses[position]
        let block = blockNode(position)
        if clause.isListItem, clause.kind == .point {
            html.append("<ul class=\"points\">\n")
            write(block..<Int(document.nodes[block].end), to: &html)
            html.append("</ul>\n")
        } else if document.nodes[clause.node].parent == 0 {
            write(block..<outermostEnd(clause.end - 1), to: &html)
        } else {
            write(clause.node..<Int(document.nodes[clause.node].end), to: &html)
        }
        return html.bytes
    }

    /// Where the top-level block that holds the clause ends.
    private func outermostEnd(_ position: Int) -> Int {
        var node = tree.clauses[position].node
        while document.nodes[node].parent > 0 { node = Int(document.nodes[node].parent) }
        return Int(document.nodes[node].end)
    }

    private func write(
        _ nodes: Range<Int>,
        to html: inout HTMLBuffer,
        _ tools: ((Int, inout HTMLBuffer) -> Void)? = nil
    ) {
        document.bytes.withUnsafeBufferPointer { bytes in
            var renderer = ClauseHTMLRenderer(
                text: self,
                bytes: bytes,
                html: html,
                tools: tools
            )
            html = HTMLBuffer()
            renderer.render(nodes)
            html = renderer.html
        }
    }
}
