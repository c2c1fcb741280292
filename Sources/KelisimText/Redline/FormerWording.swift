/// The old wording of blocks, to be shown beside the redline: words and marks without anchors and
/// links, since what it says stands in the redline too.
package struct FormerWording: Sendable {
    private let text: RedlineText

    /// The wording of the old text of `comparison`.
    package init(_ comparison: TextComparison) {
        text = RedlineText(comparison.old, shift: 0)
    }

    /// Whether the block with the ordinal `block` is a paragraph or a heading, which can be written.
    package func has(_ block: Int) -> Bool {
        let kind = text.node(of: block).kind
        return (kind == .paragraph || kind == .heading) && text.table(of: block) == nil
    }

    /// Writes the words of the block with the ordinal `block`.
    package func write(_ block: Int, to html: inout HTMLBuffer) {
        if let number = text.listNumber(of: block) {
            html.escape(number)
            html.append(" ")
        }
        var inlines = InlineText()
        inlines.append(text.text, block: block)
        var stack = MarkStack()
        for run in inlines.runs {
            var marks = run.marks
            marks.link = nil
            stack.enter(
                MarkStack.Wish(
                    operation: .equal,
                    old: marks,
                    new: marks,
                    oldLink: nil,
                    newLink: nil
                ),
                &html
            )
            switch run.content {
            case .lineBreak: html.append("<br>\n")
            case .softBreak: html.append("\n")
            case .text, .picture: inlines.withBytes(of: run.range) { html.escape($0) }
            }
        }
        stack.finish(&html)
    }
}
