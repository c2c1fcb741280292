/// Writes a redline: every block of both texts, once where both have it in the same place.
struct RedlineRenderer {
    private var writer: RedlineBlockWriter
    private var html: HTMLBuffer
    private var apparatus: any RedlineApparatus
    private let leaves: [RedlineLeaf]
    private let plan: RedlineSteps
    /// The elements that are open.
    private var stack: [Sided<Int?>] = []
    /// The list items of each text that bear their anchor already.
    private var anchored = Sided<Set<Int>>(old: [], new: [])

    init(_ comparison: TextComparison, _ apparatus: any RedlineApparatus, shift: Int = 0) {
        writer = RedlineBlockWriter(comparison, shift: shift)
        self.apparatus = apparatus
        leaves = RedlineLeaves(writer).leaves
        plan = RedlineSteps(leaves, writer.texts)
        html = HTMLBuffer(capacity: comparison.new.document.sourceCount * 2 + 4096)
    }

    /// Writes everything.
    ///
    /// - Parameters:
    ///   - language: the BCP 47 tag for `lang`, or nil to leave it out.
    ///   - context: how many unchanged blocks stay unfolded beside a change, or nil to fold nothing.
    /// - Returns: the redline in UTF-8.
    mutating func render(language: String?, context: Int?) -> [UInt8] {
        html.append("<article class=\"text redline\"")
        if let language {
            html.append(" lang=\"")
            html.escape(language)
            html.append("\"")
        }
        html.append(">\n")
        let folds = context.map {
            RedlineFolds(plan.steps, leaves, writer.texts.new.clauses, context: $0, minimum: 3)
        }
        var open: (end: Int, fold: RedlineFold)?
        for (index, step) in plan.steps.enumerated() {
            if let fold = folds?.folds[index] {
                apparatus.open(fold.fold, to: &html)
                open = fold
            }
            take(step)
            if let last = open, last.end == index + 1 {
                apparatus.close(last.fold, to: &html)
                open = nil
            }
        }
        html.append("</article>\n")
        return html.bytes
    }

    private mutating func take(_ step: RedlineStep) {
        switch step {
        case .open(let element):
            stack.append(element)
            openElement(element)
        case .close:
            if let element = stack.popLast() { closeElement(element) }
        case .leaf(let index): leaf(leaves[index])
        }
    }

    // MARK: - Lists, items and quotations

    private func node(_ element: Sided<Int?>) -> MarkdownNode? {
        element.new.map { writer.texts.new.document.nodes[$0] }
            ?? element.old.map { writer.texts.old.document.nodes[$0] }
    }

    private mutating func openElement(_ element: Sided<Int?>) {
        guard let node = node(element) else { return }
        switch node.kind {
        case .blockQuote: html.append("<blockquote")
        case .list: html.append(node.delimiter == .bullet ? "<ul" : "<ol class=\"points\"")
        default:
            html.append("<li")
            itemIdentifier(element)
        }
        if element.new == nil { html.append(" data-redline=\"old\"") }
        if element.old == nil { html.append(" data-redline=\"new\"") }
        part(element.old, plan.openings.old, " data-old=\"")
        part(element.new, plan.openings.new, " data-new=\"")
        html.append(node.kind == .item ? ">" : ">\n")
    }

    /// Says that the element goes on elsewhere.
    private mutating func part(_ node: Int?, _ openings: [Int: Int], _ name: StaticString) {
        guard let node, openings[node, default: 0] > 1 else { return }
        html.append(name)
        html.append(node)
        html.append("\"")
    }

    private mutating func closeElement(_ element: Sided<Int?>) {
        guard let node = node(element) else { return }
        switch node.kind {
        case .blockQuote: html.append("</blockquote>\n")
        case .list: html.append(node.delimiter == .bullet ? "</ul>\n" : "</ol>\n")
        default: html.append("</li>\n")
        }
    }

    private mutating func itemIdentifier(_ element: Sided<Int?>) {
        let side: RedlineSide = element.new == nil ? .old : .new
        guard let item = element[side] else { return }
        let clauses = writer.texts[side].clauses
        let block = clauses.partitioningIndex { $0.node > item }
        guard block < clauses.count,
            writer.texts[side].document.item(around: clauses[block].node) == item,
            side == .old
                ? anchored.old.insert(item).inserted : anchored.new.insert(item).inserted
        else { return }
        html.append(" id=\"")
        html.escape(identifier(block, side))
        html.append("\"")
    }

    // MARK: - Blocks

    private mutating func leaf(_ leaf: RedlineLeaf) {
        guard let block = leaf.blocks[leaf.side] else { return }
        let place = leaf.change.map {
            RedlinePlace(
                change: $0,
                old: leaf.blocks.old,
                new: leaf.blocks.new,
                isFirst: leaf.isFirst,
                isWhole: leaf.wording == .whole
            )
        }
        if let place { apparatus.open(place, to: &html) }
        let item = stack.last { node($0)?.kind == .item }
        let isItemOfSide = leaf.side == .new || item.map { $0.new == nil } ?? false
        let hasOwnID = !(writer.texts[leaf.side].opensItem(block) && isItemOfSide)
        let isMarked = item.map { $0.old != nil && $0.new != nil } ?? true
        let id = hasOwnID ? identifier(block, leaf.side) : nil
        writer.write(leaf, id: id, isMarked: isMarked, to: &html)
        if let place { apparatus.close(place, to: &html) }
    }

    private func identifier(_ block: Int, _ side: RedlineSide) -> String {
        let own = writer.texts[side].clauses[block].id
        guard side == .old else { return own }
        var id = "old-" + own
        while writer.texts.new.text.tree.position(of: id) != nil { id = "old-" + id }
        return id
    }
}
