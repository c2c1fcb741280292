internal import Kelisim
internal import KelisimText

/// Writes the rows of a comparison as blocks with tracked changes.
struct TrackedWriter {
    private let comparison: TextComparison
    private let words: WordingLanguage
    private var marks: TrackedMarks
    private var nesting: BlockNesting
    /// The old blocks that have a row of their own where the old text had them.
    private var departed: Set<Int> = []
    /// The new blocks that have a row of their own, behind the first of what was split.
    private var arrived: Set<Int> = []
    /// The moves of which a comment has been made, where they went and where they came from.
    private var announced: Set<Announcement> = []

    private struct Announcement: Hashable {
        let move: Int
        let isOld: Bool
    }

    init(_ comparison: TextComparison, marks: TrackedMarks, words: WordingLanguage) {
        self.comparison = comparison
        self.marks = marks
        self.words = words
        nesting = BlockNesting(comparison)
    }

    mutating func write() -> [PandocBlock] {
        for case .departure(_, let old) in comparison.rows { departed.insert(old) }
        for case .arrival(_, let new) in comparison.rows { arrived.insert(new) }
        for row in comparison.rows {
            switch row {
            case .unchanged(let old, let new): nesting.pair(old, new, in: comparison)
            case .change(let position):
                let change = comparison.changes[position]
                if let (old, new) = inPlace(change) { nesting.pair(old, new, in: comparison) }
            case .departure, .arrival: break
            }
        }
        for row in comparison.rows {
            switch row {
            case .unchanged(_, let new): append(new, isOld: false, as: nil, nil)
            case .departure(let position, let old):
                let change = comparison.changes[position]
                append(old, isOld: true, as: .deletion, comment(on: change, isOld: true))
            case .change(let position): write(comparison.changes[position])
            case .arrival(_, let new): append(new, isOld: false, as: .insertion, nil)
            }
        }
        return nesting.finish()
    }

    private mutating func write(_ change: BlockChange) {
        if let (old, new) = inPlace(change) {
            rewrite(change, old, new)
            return
        }
        for old in change.old where !departed.contains(old) {
            append(old, isOld: true, as: .deletion, nil)
        }
        let comment = comment(on: change, isOld: false)
        for new in change.new where !arrived.contains(new) {
            append(new, isOld: false, as: .insertion, comment)
        }
    }

    /// The two blocks of a change of which one took the place of the other, in a form in which words
    /// can be marked.
    private func inPlace(_ change: BlockChange) -> (old: Int, new: Int)? {
        guard change.old.count == 1, change.new.count == 1, let old = change.old.first,
            let new = change.new.first, !departed.contains(old)
        else { return nil }
        let forms = [form(of: old, comparison.old), form(of: new, comparison.new)]
        return forms[0] == forms[1] && forms[0] != .silent ? (old, new) : nil
    }

    private enum Form {
        case words
        case code
        case table
        case silent
    }

    private func form(of block: Int, _ text: ComparedText) -> Form {
        let node = text.tree.clauses[block].node
        switch text.document.nodes[node].kind {
        case .codeBlock: return .code
        case .htmlBlock, .thematicBreak: return .silent
        default: return text.document.tables[node] == nil ? .words : .table
        }
    }

    /// A block whose words changed where it stood.
    private mutating func rewrite(_ change: BlockChange, _ old: Int, _ new: Int) {
        if form(of: new, comparison.new) == .table {
            let table = TrackedTable(comparison, old: old, new: new).table(marks)
            nesting.append(.table(table), at: new, of: comparison.new, isOld: false)
            return
        }
        var content: [PandocInline] = []
        for edit in comparison.readableWords(of: change).edits {
            switch edit.operation {
            case .equal: content += inlines(of: new, comparison.new, edit.new, nil)
            case .delete: content += inlines(of: old, comparison.old, edit.old, .deletion)
            case .insert: content += inlines(of: new, comparison.new, edit.new, .insertion)
            }
        }
        if let text = comment(on: change, isOld: false), !content.isEmpty {
            content = marks.comment(text, on: content)
        }
        guard !content.isEmpty else { return }
        let block = block(content, new, comparison.new)
        nesting.append(block, at: new, of: comparison.new, isOld: false)
    }

    private func inlines(
        of block: Int,
        _ text: ComparedText,
        _ range: Range<Int>,
        _ change: TrackedMarks.Change?
    ) -> [PandocInline] {
        BlockContent.make(of: block, text, range, as: change, marks)
    }

    /// A block that is shown whole, be it a change or not.
    private mutating func append(
        _ block: Int,
        isOld: Bool,
        as change: TrackedMarks.Change?,
        _ comment: String?
    ) {
        let text = isOld ? comparison.old : comparison.new
        let node = text.tree.clauses[block].node
        if text.document.nodes[node].kind == .thematicBreak {
            guard !isOld else { return }
            nesting.append(.rule, at: block, of: text, isOld: false)
        } else if text.document.tables[node] != nil {
            let table = TrackedTable(text, block).table(as: change, marks)
            nesting.append(.table(table), at: block, of: text, isOld: isOld)
        } else {
            var content = BlockContent.make(of: block, text, as: change, marks)
            guard !content.isEmpty else { return }
            if let comment { content = marks.comment(comment, on: content) }
            let whole = self.block(content, block, text)
            nesting.append(whole, at: block, of: text, isOld: isOld)
        }
    }

    private func block(
        _ content: [PandocInline],
        _ position: Int,
        _ text: ComparedText
    ) -> PandocBlock {
        let node = text.document.nodes[text.tree.clauses[position].node]
        return node.kind == .heading
            ? .heading(level: Int(node.level), content) : .paragraph(content)
    }

    // MARK: - Comments

    /// What no tracked change says; of what was moved together, once at either end.
    private mutating func comment(on change: BlockChange, isOld: Bool) -> String? {
        if let move = change.move {
            guard announced.insert(Announcement(move: move, isOld: isOld)).inserted else {
                return nil
            }
            let together = comparison.changes.filter { $0.move == move }
            return comment(.moved, together)
        }
        let telling: [BlockChange.Kind] = [.split, .merged, .formatting]
        return telling.first(where: change.has).flatMap { comment($0, [change]) }
    }

    private func comment(_ kind: BlockChange.Kind, _ changes: [BlockChange]) -> String? {
        let ends = [
            comparison.old.name(of: changes.flatMap(\.old)),
            comparison.new.name(of: changes.flatMap(\.new)),
        ]
        let facts = ["old": ends[0], "new": ends[1]]
        return DocumentWords.comments[kind]?.text(in: words, facts)
    }
}
