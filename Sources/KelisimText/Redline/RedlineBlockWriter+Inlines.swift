/// The text of blocks and cells.
extension RedlineBlockWriter {
    /// Writes a text that one side has, all of it removed or inserted or as it is.
    func write(
        _ text: InlineText,
        _ side: RedlineSide,
        isWhole: Bool,
        _ html: inout HTMLBuffer
    ) {
        var stack = MarkStack()
        let operation: WordEdit.Operation = isWhole ? side == .old ? .delete : .insert : .equal
        let document = texts[side].document
        for run in text.runs {
            let link = run.marks.link.map { RedlineLink(document, node: $0) }
            stack.enter(
                MarkStack.Wish(
                    operation: operation,
                    old: isWhole && side == .new ? nil : run.marks,
                    new: isWhole && side == .old ? nil : run.marks,
                    oldLink: link,
                    newLink: link
                ),
                &html
            )
            content(run.content, text, run.range, document, &html)
        }
        stack.finish(&html)
    }

    /// Writes pieces of a text that both sides have.
    func write(
        _ pieces: ArraySlice<InlinePiece>,
        _ old: InlineText,
        _ new: InlineText,
        _ html: inout HTMLBuffer
    ) {
        var stack = MarkStack()
        var isBehindSpace = false
        for piece in pieces {
            let bytes = piece.new == nil ? old.bytes[piece.range] : new.bytes[piece.range]
            // More white space behind white space is not seen, and need not be heard.
            if piece.operation != .equal, isBehindSpace, !old.hasCode, !new.hasCode,
                !bytes.isEmpty, bytes.allSatisfy(\.isSpace), !isBreak(piece, old, new)
            {
                continue
            }
            isBehindSpace = piece.operation == .equal && bytes.last?.isSpace == true
            let before = piece.old.map { old.runs[$0] }
            let after = piece.new.map { new.runs[$0] }
            stack.enter(
                MarkStack.Wish(
                    operation: piece.operation,
                    old: before?.marks,
                    new: after?.marks,
                    oldLink: before?.marks.link.map { RedlineLink(texts.old.document, node: $0) },
                    newLink: after?.marks.link.map { RedlineLink(texts.new.document, node: $0) }
                ),
                &html
            )
            if let after {
                switch (before?.content, after.content) {
                case (.lineBreak?, .softBreak), (.lineBreak?, .text):
                    html.append("<br data-redline=\"old\">")
                    content(after.content, new, piece.range, texts.new.document, &html)
                case (.softBreak?, .lineBreak), (.text?, .lineBreak):
                    html.append("<br data-redline=\"new\">\n")
                default: content(after.content, new, piece.range, texts.new.document, &html)
                }
            } else if let before {
                content(before.content, old, piece.range, texts.old.document, &html)
            }
        }
        stack.finish(&html)
    }

    private func isBreak(_ piece: InlinePiece, _ old: InlineText, _ new: InlineText) -> Bool {
        let run = piece.new.map { new.runs[$0] } ?? piece.old.map { old.runs[$0] }
        return run?.content != .text && run?.content != .softBreak
    }

    private func content(
        _ content: InlineRun.Content,
        _ text: InlineText,
        _ range: Range<Int>,
        _ document: MarkdownDocument,
        _ html: inout HTMLBuffer
    ) {
        switch content {
        case .text: text.withBytes(of: range) { html.escape($0) }
        case .softBreak: html.append("\n")
        case .lineBreak: html.append("<br>\n")
        case .picture(let node):
            let picture = RedlineLink(document, node: node)
            text.withBytes(of: range) { html.picture(picture, $0) }
        }
    }
}
