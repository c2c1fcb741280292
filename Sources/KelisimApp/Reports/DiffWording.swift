internal import KelisimText

/// The words of one change, with marks around those that only one of the texts has.
struct DiffWording {
    /// How many words of an unchanged stretch stand next to an edit.
    private static let neighbours = 10
    /// How many words are kept where a clause begins, so that it is recognised.
    private static let opening = 4

    private let old: Passage
    private let new: Passage
    private let edits: [WordEdit]
    private let isWholesale: Bool
    private let isTable: Bool
    private let style: TerminalStyle

    init(_ comparison: TextComparison, _ change: BlockChange, _ style: TerminalStyle) {
        old = comparison.oldPassage(of: change)
        new = comparison.newPassage(of: change)
        let words = comparison.readableWords(of: change)
        edits = Self.withoutSpaces(words.edits, old, new)
        isWholesale = words.isWholesale
        isTable = change.new.contains { comparison.new.isTable($0) }
        self.style = style
    }

    /// The edits, but that a space in the place of a line end, or the reverse, is only the line end.
    private static func withoutSpaces(
        _ edits: [WordEdit],
        _ old: Passage,
        _ new: Passage
    ) -> [WordEdit] {
        var kept: [WordEdit] = []
        for edit in edits {
            if edit.operation == .insert, let last = kept.last, last.operation == .delete {
                let spaces = (old.string(last.old), new.string(edit.new))
                if spaces.0 == " ", spaces.1 == "\n" { kept.removeLast() }
                if spaces.0 == "\n", spaces.1 == " " { continue }
            }
            kept.append(edit)
        }
        return kept
    }

    /// The whole text of the change, long unchanged stretches elided.
    var text: String {
        var text = ""
        for (index, edit) in edits.enumerated() {
            if edit.operation == .equal {
                let isFirst = index == 0
                let isLast = index == edits.count - 1
                let string = ElidedText.make(
                    shown(new.string(edit.new)),
                    first: isFirst && !isLast ? Self.opening : Self.neighbours,
                    last: isLast ? 0 : Self.neighbours
                )
                text += VisibleText.make(string).replacing("\n", with: "⏎\n")
            } else {
                if isWholesale, index > 0 { text += "\n" }
                text += marked(edit)
            }
        }
        return text
    }

    /// The words that changed, without those around them.
    var changedWords: String {
        edits.filter { $0.operation != .equal }.map(marked).joined(separator: " ")
    }

    private func marked(_ edit: WordEdit) -> String {
        guard edit.operation == .insert else {
            let string = VisibleText.make(shown(old.string(edit.old)))
            return string.isEmpty ? "" : style.deleted("[-\(string.replacing("\n", with: "⏎"))-]")
        }
        // Each line bears its own marks, as pagers colour each line for itself.
        let lines = VisibleText.make(shown(new.string(edit.new)))
            .split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.enumerated()
            .map { index, line in
                let text = index < lines.count - 1 ? line + "⏎" : line
                return text.isEmpty ? "" : style.inserted("{+\(text)+}")
            }
        return marked.joined(separator: "\n")
    }

    /// The source of a table is padded; a reader of lines needs one space of each.
    private func shown(_ text: String) -> String {
        isTable ? text.replacing(/[ ]{2,}/, with: " ").replacing(/-{4,}/, with: "---") : text
    }
}
