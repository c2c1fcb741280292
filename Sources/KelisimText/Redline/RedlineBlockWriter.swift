/// Writes the blocks of a redline, each by itself.
struct RedlineBlockWriter {
    let comparison: TextComparison
    let texts: Sided<RedlineText>
    /// The words of each change.
    let words: [ReadableWords]
    /// The text of the block that is being written, kept for its storage.
    var scratch = InlineText()
    private var latest: ChangedText?
    var cellWords = CellWords()

    /// - Parameters:
    ///   - comparison: what is shown.
    ///   - shift: how many levels of headings the page has above the title.
    init(_ comparison: TextComparison, shift: Int = 0) {
        self.comparison = comparison
        texts = Sided(old: comparison.old, new: comparison.new)
            .map { RedlineText($0, shift: shift) }
        words = comparison.changes.map { comparison.readableWords(of: $0) }
    }

    /// Writes `leaf`.
    ///
    /// - Parameters:
    ///   - leaf: the block.
    ///   - id: what others refer to it by, or nil where a list item bears that.
    ///   - isMarked: whether the block says by itself which text has it; nothing around it does.
    ///   - html: where to write.
    mutating func write(
        _ leaf: RedlineLeaf,
        id: String?,
        isMarked: Bool,
        to html: inout HTMLBuffer
    ) {
        let own = texts[leaf.side]
        guard let block = leaf.blocks[leaf.side] else { return }
        switch own.node(of: block).kind {
        case .heading: heading(leaf, block, id, &html)
        case .paragraph:
            if let table = own.table(of: block) {
                open("<table", leaf, id, &html)
                self.table(table, leaf, &html)
                html.append("</table>\n")
            } else {
                paragraph(leaf, block, id, isMarked, &html)
            }
        case .codeBlock:
            open("<pre", leaf, id, &html)
            html.append("<code>")
            inlines(leaf, block, &html)
            html.append("</code></pre>\n")
        case .thematicBreak:
            open("<hr", leaf, id, &html)
            html.append("\n")
        default:
            guard id != nil else { break }
            open("<div", leaf, id, &html)
            html.append("</div>\n")
        }
    }

    // MARK: - Blocks

    private mutating func heading(
        _ leaf: RedlineLeaf,
        _ block: Int,
        _ id: String?,
        _ html: inout HTMLBuffer
    ) {
        let level = texts[leaf.side].level(of: block)
        html.append("<h")
        html.append(level)
        attributes(leaf, id, nil, &html)
        if leaf.onlySide == nil, let old = leaf.blocks.old, texts.old.level(of: old) != level {
            html.append(" data-old-level=\"")
            html.append(texts.old.level(of: old))
            html.append("\"")
        }
        html.append(">")
        if id != nil, leaf.side == .new, let slug = texts.new.clauses[block].slug {
            anchor(slug, &html)
        }
        inlines(leaf, block, &html)
        html.append("</h")
        html.append(level)
        html.append(">\n")
    }

    private mutating func paragraph(
        _ leaf: RedlineLeaf,
        _ block: Int,
        _ id: String?,
        _ isMarked: Bool,
        _ html: inout HTMLBuffer
    ) {
        let isTight = texts[leaf.side].isTight(block)
        let wasTight = leaf.blocks.old.map(texts.old.isTight) ?? isTight
        let isBoth = leaf.onlySide == nil
        if isTight, !isBoth || wasTight {
            if isBoth || !isMarked {
                if let id { anchor(id, &html) }
            } else {
                open("<div", leaf, id, &html)
            }
            numberedInlines(leaf, block, &html)
            html.append(isBoth || !isMarked ? "\n" : "</div>\n")
            return
        }
        let clause = texts[leaf.side].clauses[block]
        html.append("<p")
        let isPoint = clause.kind == .point && !clause.isListItem
        attributes(leaf, id, clause.number != nil || isPoint ? clause : nil, &html)
        if isBoth, isTight != wasTight {
            html.append(isTight ? " data-loose=\"old\"" : " data-loose=\"new\"")
        }
        html.append(">")
        numberedInlines(leaf, block, &html)
        html.append("</p>\n")
    }

    private func open(
        _ tag: StaticString,
        _ leaf: RedlineLeaf,
        _ id: String?,
        _ html: inout HTMLBuffer
    ) {
        html.append(tag)
        attributes(leaf, id, nil, &html)
        html.append(">")
    }

    private func attributes(
        _ leaf: RedlineLeaf,
        _ id: String?,
        _ clause: Clause?,
        _ html: inout HTMLBuffer
    ) {
        if let id {
            html.append(" id=\"")
            html.escape(id)
            html.append("\"")
        }
        let state: StaticString =
            switch (leaf.onlySide, leaf.wording) {
            case (.old?, .whole): "removed"
            case (.new?, .whole): "added"
            case (.old?, _): "departed"
            case (.new?, _): "arrived"
            case (nil, _): leaf.change == nil ? "" : "changed"
            }
        if clause != nil || state.utf8CodeUnitCount > 0 {
            html.append(" class=\"")
            if let clause {
                html.append(clause.kind == .point ? "point d" : "clause d")
                html.append(clause.depth)
                if state.utf8CodeUnitCount > 0 { html.append(" ") }
            }
            html.append(state)
            html.append("\"")
        }
        switch leaf.onlySide {
        case .old?: html.append(" data-redline=\"old\"")
        case .new?: html.append(" data-redline=\"new\"")
        case nil: break
        }
    }

    private func anchor(_ id: String, _ html: inout HTMLBuffer) {
        html.append("<span id=\"")
        html.escape(id)
        html.append("\"></span>")
    }

    // MARK: - Words

    private mutating func numberedInlines(
        _ leaf: RedlineLeaf,
        _ block: Int,
        _ html: inout HTMLBuffer
    ) {
        if texts[leaf.side].clauses[block].isListItem { listNumber(leaf, block, &html) }
        inlines(leaf, block, &html)
    }

    private func listNumber(_ leaf: RedlineLeaf, _ block: Int, _ html: inout HTMLBuffer) {
        let number = texts[leaf.side].listNumber(of: block)
        var former = leaf.blocks.old.flatMap(texts.old.listNumber)
        let change = leaf.change.map { comparison.changes[$0] }
        if leaf.onlySide == .new, leaf.wording == .edited, leaf.isFirst, let change {
            former = change.old.first.flatMap(texts.old.listNumber)
        }
        guard number != nil || former != nil else { return }
        html.append("<span class=\"number\"")
        if leaf.wording == .whole {
            html.append(leaf.side == .old ? "><del>" : "><ins>")
            html.escape(number ?? "")
            html.append(leaf.side == .old ? "</del></span> " : "</ins></span> ")
            return
        }
        let isShown = number != former && change?.has(.renumbered) == true
        if isShown, leaf.side == .new {
            html.append(">")
            if let former {
                html.append("<del>")
                html.escape(former)
                html.append("</del>")
            }
            if let number {
                html.append("<ins>")
                html.escape(number)
                html.append("</ins>")
            }
        } else {
            if leaf.onlySide == nil, number != former {
                html.append(" data-old-number=\"")
                html.escape(former ?? "")
                html.append("\"")
            }
            html.append(">")
            html.escape(number ?? "")
        }
        html.append("</span> ")
    }

    private mutating func inlines(_ leaf: RedlineLeaf, _ block: Int, _ html: inout HTMLBuffer) {
        if leaf.wording == .edited {
            let changed = changedText(leaf)
            latest = changed
            let part = leaf.onlySide == .new ? changed.part(of: block) : nil
            write(changed.pieces(in: part), changed.old, changed.new, &html)
            return
        }
        scratch.removeAll()
        scratch.append(texts[leaf.side].text, block: block)
        write(scratch, leaf.side, isWhole: leaf.wording == .whole, &html)
    }

    private func changedText(_ leaf: RedlineLeaf) -> ChangedText {
        guard let index = leaf.change else {
            // A pair whose words are equal and whose marks are not.
            let old = leaf.blocks.old ?? 0
            let new = leaf.blocks.new ?? 0
            return ChangedText(texts, [old], [new], change: nil, edits: nil)
        }
        if let latest, latest.change == index { return latest }
        let change = comparison.changes[index]
        return ChangedText(texts, change.old, change.new, change: index, edits: words[index].edits)
    }
}
