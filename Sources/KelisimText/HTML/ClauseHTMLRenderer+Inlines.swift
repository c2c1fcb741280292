/// The inline content of a block, with the marks that lie on its plain text.
extension ClauseHTMLRenderer {
    /// Writes the inline nodes at `range`.
    ///
    /// In the cell of a table the marks lie on the source, and text that differs from it has none.
    mutating func inlines(_ range: Range<Int>, inCell: Bool) {
        var open: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = nodes[index]
            switch node.kind {
            case .text: literal(node.literal, inCell: inCell)
            case .code:
                html.append("<code>")
                literal(node.literal, inCell: inCell)
                html.append("</code>")
            case .softBreak:
                html.append("\n")
                offset += 1
            case .lineBreak:
                html.append("<br>\n")
                offset += 1
            case .emphasis:
                html.append("<em>")
                open.append(index)
            case .strong:
                html.append("<strong>")
                open.append(index)
            case .link:
                openLink(node)
                open.append(index)
            case .image:
                image(index)
                index = Int(node.end) - 1
            default: break
            }
            index += 1
            while let last = open.last, Int(nodes[last].end) == index {
                close(nodes[open.removeLast()])
            }
        }
    }

    // MARK: - Text and its marks

    private mutating func literal(_ literal: ByteRange, inCell: Bool) {
        if inCell {
            guard literal.upperBound <= text.document.sourceCount else {
                html.escape(slice(literal))
                return
            }
            offset = literal.lowerBound
        }
        var start = literal.lowerBound
        let shift = literal.lowerBound - offset
        let end = offset + literal.count
        while nextMark < marks.count, marks[nextMark].range.lowerBound < end {
            let mark = marks[nextMark]
            let from = max(mark.range.lowerBound + shift, start)
            let to = min(mark.range.upperBound + shift, literal.upperBound)
            if from < to {
                html.escape(UnsafeBufferPointer(rebasing: bytes[start..<from]))
                marked(mark.kind, UnsafeBufferPointer(rebasing: bytes[from..<to]))
                start = to
            }
            guard mark.range.upperBound <= end else { break }
            nextMark += 1
        }
        html.escape(UnsafeBufferPointer(rebasing: bytes[start..<literal.upperBound]))
        offset = end
    }

    private mutating func marked(_ kind: TextMark.Kind, _ content: UnsafeBufferPointer<UInt8>) {
        switch kind {
        case .number:
            html.append("<span class=\"number\">")
            html.escape(content)
            html.append("</span>")
        case .definition:
            html.append("<dfn>")
            html.escape(content)
            html.append("</dfn>")
        case .reference where openLinks > 0: html.escape(content)
        case .reference(let target):
            let tooltip = tooltips[target] ?? text.openingWords(of: target)
            tooltips[target] = tooltip
            html.append("<a class=\"reference\" href=\"#")
            html.escape(text.tree.clauses[target].id)
            html.append("\" title=\"")
            html.escape(tooltip)
            html.append("\">")
            html.escape(content)
            html.append("</a>")
        }
    }

    // MARK: - Links and pictures

    private mutating func openLink(_ node: MarkdownNode) {
        guard opensAnchor(node) else { return }
        // libcmark lets an autolink stand in the text of a link; HTML does not.
        if openLinks == 0 { anchor(node) }
        openLinks += 1
    }

    private func opensAnchor(_ link: MarkdownNode) -> Bool {
        !HTMLBuffer.isDangerous(slice(link.literal))
    }

    private mutating func anchor(_ node: MarkdownNode) {
        html.append("<a href=\"")
        html.escapeURL(slice(node.literal))
        html.append("\"")
        title(node)
        html.append(">")
    }

    private mutating func close(_ node: MarkdownNode) {
        switch node.kind {
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        default:
            guard opensAnchor(node) else { return }
            openLinks -= 1
            if openLinks == 0 { html.append("</a>") }
        }
    }

    private mutating func title(_ node: MarkdownNode) {
        guard !node.title.isEmpty else { return }
        html.append(" title=\"")
        html.escape(slice(node.title))
        html.append("\"")
    }

    /// A picture of this site, or for one from elsewhere its alternative text as a link.
    private mutating func image(_ index: Int) {
        let node = nodes[index]
        let url = slice(node.literal)
        let isElsewhere = url.starts(with: "//".utf8) || url.contains(UInt8(ascii: ":"))
        let isLink = isElsewhere && openLinks == 0 && opensAnchor(node)
        if isLink { anchor(node) }
        if !isElsewhere {
            html.append("<img src=\"")
            html.escapeURL(url)
            html.append("\" alt=\"")
        }
        for inner in index + 1..<Int(node.end) {
            switch nodes[inner].kind {
            case .text, .code:
                html.escape(slice(nodes[inner].literal))
                offset += nodes[inner].literal.count
            case .softBreak, .lineBreak:
                html.append(" ")
                offset += 1
            default: break
            }
        }
        if !isElsewhere {
            html.append("\"")
            title(node)
            html.append(">")
        }
        if isLink { html.append("</a>") }
    }
}
