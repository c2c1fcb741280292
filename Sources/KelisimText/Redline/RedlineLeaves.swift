/// Decides how each block of a comparison stands in the redline.
struct RedlineLeaves {
    private(set) var leaves: [RedlineLeaf] = []
    private let comparison: TextComparison
    private let texts: Sided<RedlineText>
    private let words: [ReadableWords]
    /// The changes whose old blocks are shown where they stood.
    private var departed: Set<Int> = []

    init(_ writer: RedlineBlockWriter) {
        comparison = writer.comparison
        texts = writer.texts
        words = writer.words
        leaves.reserveCapacity(comparison.rows.count)
        for case .departure(let change, _) in comparison.rows { departed.insert(change) }
        for row in comparison.rows { add(row) }
    }

    private mutating func add(_ row: TextComparison.Row) {
        switch row {
        case .unchanged(let old, let new): addUnchanged(old, new)
        case .departure(let index, let old):
            let first = comparison.changes[index].old.first
            append(Sided(old: old, new: nil), isWhole(index) ? .whole : .plain, index, old == first)
        case .change(let index): addChange(index)
        case .arrival(let index, let new): addNew(new, of: index)
        }
    }

    private mutating func addUnchanged(_ old: Int, _ new: Int) {
        guard hasSameShape(old, new, anyLevel: true) else { return addBoth(old, new) }
        switch inlineLikeness(old, new) {
        case .same: append(Sided(old: old, new: new), .plain, nil, true)
        case .sameText: append(Sided(old: old, new: new), .edited, nil, true)
        case .other: addBoth(old, new)
        }
    }

    /// A pair without a changed word that can't be one element: its old form, then its new one.
    private mutating func addBoth(_ old: Int, _ new: Int) {
        append(Sided(old: old, new: nil), .plain, nil, true)
        append(Sided(old: nil, new: new), .plain, nil, true)
    }

    private mutating func addChange(_ index: Int) {
        let change = comparison.changes[index]
        let isWhole = isWhole(index)
        if !departed.contains(index) {
            if !isWhole, change.old.count == 1, change.new.count == 1,
                let old = change.old.first, let new = change.new.first,
                hasSameShape(old, new, anyLevel: false)
            {
                return append(Sided(old: old, new: new), .edited, index, true)
            }
            for old in change.old {
                let isFirst = old == change.old.first
                append(Sided(old: old, new: nil), isWhole ? .whole : .plain, index, isFirst)
            }
        }
        if let new = change.new.first { addNew(new, of: index) }
    }

    private mutating func addNew(_ new: Int, of index: Int) {
        let isFirst = new == comparison.changes[index].new.first
        append(Sided(old: nil, new: new), isWhole(index) ? .whole : .edited, index, isFirst)
    }

    private mutating func append(
        _ blocks: Sided<Int?>,
        _ wording: RedlineLeaf.Wording,
        _ change: Int?,
        _ isFirst: Bool
    ) {
        leaves.append(
            RedlineLeaf(blocks: blocks, wording: wording, change: change, isFirst: isFirst)
        )
    }

    // MARK: - What can be one element

    /// Whether the words of a change are shown whole: all that were there, and all that are.
    private func isWhole(_ index: Int) -> Bool {
        let change = comparison.changes[index]
        if change.old.isEmpty || change.new.isEmpty || words[index].isWholesale { return true }
        let old = change.old.map(texts.old.table)
        let new = change.new.map(texts.new.table)
        guard old.contains(where: { $0 != nil }) || new.contains(where: { $0 != nil }) else {
            return false
        }
        guard old.count == 1, new.count == 1, let before = old[0], let after = new[0] else {
            return true
        }
        return before.alignments.count != after.alignments.count
    }

    private func hasSameShape(_ old: Int, _ new: Int, anyLevel: Bool) -> Bool {
        let before = texts.old.node(of: old)
        let after = texts.new.node(of: new)
        guard before.kind == after.kind,
            (texts.old.table(of: old) == nil) == (texts.new.table(of: new) == nil),
            anyLevel || texts.old.level(of: old) == texts.new.level(of: new)
        else { return false }
        var left = Int(before.parent)
        var right = Int(after.parent)
        while left > 0, right > 0 {
            let outer = texts.old.document.nodes[left]
            let twin = texts.new.document.nodes[right]
            guard outer.kind == twin.kind,
                (outer.delimiter == .bullet) == (twin.delimiter == .bullet)
            else { return false }
            (left, right) = (Int(outer.parent), Int(twin.parent))
        }
        return left == right
    }

    private enum Likeness {
        /// The marks are the same; the text at least to a reader.
        case same
        /// The text is the same to the byte, and the marks are not; or the white space of code
        /// differs, which is seen.
        case sameText
        case other
    }

    private func inlineLikeness(_ old: Int, _ new: Int) -> Likeness {
        let left = texts.old.document
        let right = texts.new.document
        let (before, after) = (texts.old.clauses[old].node, texts.new.clauses[new].node)
        if left.nodes[before].kind == .codeBlock {
            let text = left.bytes[left.nodes[before].literal.range]
            return text == right.bytes[right.nodes[after].literal.range] ? .same : .sameText
        }
        if hasSameNodes(left, before, right, after) {
            guard let was = texts.old.table(of: old), let now = texts.new.table(of: new) else {
                return .same
            }
            return was.rows.map(\.count) == now.rows.map(\.count) ? .same : .other
        }
        guard texts.old.table(of: old) == nil,
            comparison.old.plainText(of: old) == comparison.new.plainText(of: new)
        else { return .other }
        return .sameText
    }

    /// Whether two blocks have the same inline nodes, which lead to the same places.
    private func hasSameNodes(
        _ left: MarkdownDocument,
        _ before: Int,
        _ right: MarkdownDocument,
        _ after: Int
    ) -> Bool {
        let count = Int(left.nodes[before].end) - before
        guard count == Int(right.nodes[after].end) - after else { return false }
        for offset in 1..<max(count, 1) {
            let one = left.nodes[before + offset]
            let other = right.nodes[after + offset]
            guard one.kind == other.kind, Int(one.end) - before == Int(other.end) - after else {
                return false
            }
            guard one.kind == .link || one.kind == .image else { continue }
            guard left.bytes[one.literal.range] == right.bytes[other.literal.range],
                left.bytes[one.title.range] == right.bytes[other.title.range]
            else { return false }
        }
        return true
    }
}
