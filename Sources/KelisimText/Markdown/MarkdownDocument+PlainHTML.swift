extension MarkdownDocument {
    /// The HTML that libcmark itself makes of the source in safe mode, byte for byte.
    ///
    /// Publication records hold the digest of it. It is made from this tree, not by libcmark:
    /// that they agree on every text is the proof that the tree has lost nothing.
    public func plainHTML() -> [UInt8] {
        bytes.withUnsafeBufferPointer { bytes in
            var renderer = PlainHTMLRenderer(document: self, bytes: bytes)
            renderer.render()
            return renderer.html.bytes
        }
    }
}

/// Writes the tree as libcmark's HTML renderer does.
private struct PlainHTMLRenderer {
    let document: MarkdownDocument
    let nodes: [MarkdownNode]
    let bytes: UnsafeBufferPointer<UInt8>
    var html: HTMLBuffer

    init(document: MarkdownDocument, bytes: UnsafeBufferPointer<UInt8>) {
        self.document = document
        nodes = document.nodes
        self.bytes = bytes
        html = HTMLBuffer(capacity: document.sourceCount * 2 + 256)
    }

    mutating func render() {
        // The nodes that wait for their end tag, innermost last.
        var open: [Int] = []
        var index = 1
        while index < document.documentEnd {
            if nodes[index].kind == .image {
                image(index)
                index = Int(nodes[index].end)
            } else {
                enter(index)
                open.append(index)
                index += 1
            }
            while let last = open.last, Int(nodes[last].end) == index {
                leave(open.removeLast())
            }
        }
    }

    private func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range.range])
    }

    private mutating func enter(_ index: Int) {
        let node = nodes[index]
        switch node.kind {
        case .document, .tableCell, .image: break
        case .blockQuote:
            html.newLine()
            html.append("<blockquote>\n")
        case .list: list(node)
        case .item:
            html.newLine()
            html.append("<li>")
        case .heading:
            html.newLine()
            html.append("<h")
            html.append(Int(node.level))
            html.append(">")
        case .codeBlock: codeBlock(node)
        case .htmlBlock:
            html.newLine()
            html.append("<!-- raw HTML omitted -->")
            html.newLine()
        case .thematicBreak:
            html.newLine()
            html.append("<hr />\n")
        case .paragraph:
            guard !isTight(node) else { break }
            html.newLine()
            html.append("<p>")
        case .text: html.escape(slice(node.literal))
        case .softBreak: html.append("\n")
        case .lineBreak: html.append("<br />\n")
        case .code:
            html.append("<code>")
            html.escape(slice(node.literal))
            html.append("</code>")
        case .htmlInline: html.append("<!-- raw HTML omitted -->")
        case .emphasis: html.append("<em>")
        case .strong: html.append("<strong>")
        case .link:
            html.append("<a href=\"")
            destination(node)
            html.append("\"")
            title(node)
            html.append(">")
        }
    }

    private mutating func leave(_ index: Int) {
        let node = nodes[index]
        switch node.kind {
        case .blockQuote:
            html.newLine()
            html.append("</blockquote>\n")
        case .list: html.append(node.delimiter == .bullet ? "</ul>\n" : "</ol>\n")
        case .item: html.append("</li>\n")
        case .heading:
            html.append("</h")
            html.append(Int(node.level))
            html.append(">\n")
        case .paragraph where !isTight(node): html.append("</p>\n")
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        case .link: html.append("</a>")
        default: break
        }
    }

    private mutating func list(_ node: MarkdownNode) {
        html.newLine()
        switch (node.delimiter, node.start) {
        case (.bullet, _): html.append("<ul>\n")
        case (_, 1): html.append("<ol>\n")
        default:
            html.append("<ol start=\"")
            html.append(Int(node.start))
            html.append("\">\n")
        }
    }

    private mutating func codeBlock(_ node: MarkdownNode) {
        html.newLine()
        let info = slice(node.title)
        let language = info.prefix { ![0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains($0) }
        if info.isEmpty {
            html.append("<pre><code>")
        } else {
            html.append("<pre><code class=\"language-")
            html.escape(UnsafeBufferPointer(rebasing: language))
            html.append("\">")
        }
        html.escape(slice(node.literal))
        html.append("</code></pre>\n")
    }

    /// An image, whose alternative text is what its content would read without marks.
    private mutating func image(_ index: Int) {
        let node = nodes[index]
        html.append("<img src=\"")
        destination(node)
        html.append("\" alt=\"")
        for inner in (index + 1)..<Int(node.end) {
            switch nodes[inner].kind {
            case .text, .code, .htmlInline: html.escape(slice(nodes[inner].literal))
            case .softBreak, .lineBreak: html.append(" ")
            default: break
            }
        }
        html.append("\"")
        title(node)
        html.append(" />")
    }

    private mutating func destination(_ node: MarkdownNode) {
        let url = slice(node.literal)
        if !HTMLBuffer.isDangerous(url) { html.escapeURL(url) }
    }

    private mutating func title(_ node: MarkdownNode) {
        guard !node.title.isEmpty else { return }
        html.append(" title=\"")
        html.escape(slice(node.title))
        html.append("\"")
    }

    /// Whether the paragraph stands in an item of a tight list, which libcmark shows without `<p>`.
    private func isTight(_ node: MarkdownNode) -> Bool {
        let parent = nodes[Int(node.parent)]
        return parent.kind == .item && nodes[Int(parent.parent)].isTight
    }
}
