internal import Kelisim
internal import KelisimSite
internal import KelisimText

/// A comparison as a person reads it at a terminal: a summary line, then clause by clause.
///
/// Deleted words stand in `[-…-]` and inserted ones in `{+…+}`, with colours or without. Clauses that
/// did not change are folded, and so are numbers and references that only follow others.
struct DiffReport {
    let diff: Diff
    let language: WordingLanguage
    let style: TerminalStyle
    private let context: Int
    /// The new block of each old one that is one block still.
    let newBlocks: [Int: Int]

    init(_ diff: Diff, _ options: DiffOptions, in language: WordingLanguage) {
        self.diff = diff
        self.language = language
        style = options.style
        context = max(options.context, 0)
        var newBlocks: [Int: Int] = [:]
        for row in diff.comparison.rows {
            if case .unchanged(let old, let new) = row { newBlocks[old] = new }
        }
        for change in diff.comparison.changes where change.old.count == 1 && change.new.count == 1 {
            newBlocks[change.old[0]] = change.new[0]
        }
        self.newBlocks = newBlocks
    }

    var comparison: TextComparison { diff.comparison }

    /// The whole report.
    var text: String {
        var parts = [summary + "\n"]
        let notes = diff.oneSided { $0.tag }.notes.map(self.text)
        if !notes.isEmpty { parts.append(notes.joined(separator: "\n") + "\n") }
        guard diff.hasChanges else { return parts.joined(separator: "\n") }
        var folded = 0
        var section: DiffSection?
        let entries = entries
        let near = near(entries)
        for (index, entry) in entries.enumerated() {
            if case .unchanged = entry, !near[index] {
                folded += 1
                continue
            }
            if folded > 0 { parts.append(fold(folded)) }
            folded = 0
            let own = self.section(of: entry)
            if own != section, let own { parts.append(self.text(of: own)) }
            section = own
            parts.append(self.text(of: entry))
        }
        if folded > 0 { parts.append(fold(folded)) }
        if let references { parts.append(references + "\n") }
        return parts.joined(separator: "\n")
    }

    /// Clauses that changed in one language only.
    private func text(of note: OneSidedNotes.Note) -> String {
        let clauses = note.blocks.map { comparison.new.tree.clauses[$0].id }
        return say(
            note.isHere ? DiffWords.changedHere : DiffWords.changedThere,
            ["language": note.other, "clauses": clauses.joined(separator: ", ")]
        )
    }

    private func fold(_ count: Int) -> String {
        style.faint("… " + DiffWords.unchanged(clauses: count, in: language)) + "\n"
    }

    /// The names of both texts, how often each kind of change occurs, and how much did not change.
    private var summary: String {
        let counts = BlockChange.Kind.allCases.compactMap { kind -> String? in
            let count = comparison.count(of: kind)
            guard count > 0 else { return nil }
            return say(DiffWords.count, ["count": "\(count)", "what": name(of: kind)])
        }
        let changes =
            counts.isEmpty ? say(DiffWords.noDifferences) : counts.joined(separator: ", ")
        let unchanged = say(DiffWords.unchanged, ["count": "\(comparison.unchanged)"])
        return style.strong(names) + ": \(changes); \(unchanged)."
    }

    /// «terms, edition 1 → edition 2, kk», or the paths of two files.
    private var names: String {
        guard let old = diff.from.edition, let new = diff.to.edition else {
            return VisibleText.make("\(diff.from.file) → \(diff.to.file)")
        }
        let editions = [old, new].map { EditionWording.name($0.number, in: language) }
        let parts = [new.policy.slug, editions.joined(separator: " → ")]
        return (parts + [diff.language].compactMap(\.self)).joined(separator: ", ")
    }

    func name(of kind: BlockChange.Kind) -> String {
        DiffWords.kinds[kind].map { say($0) } ?? kind.rawValue
    }

    func say(_ sentence: Sentence, _ facts: [String: String] = [:]) -> String {
        sentence.text(in: language, facts)
    }

    /// Which entries stand no further than `context` unchanged clauses from a change.
    private func near(_ entries: [DiffEntry]) -> [Bool] {
        var near = [Bool](repeating: false, count: entries.count)
        guard context > 0 else { return near }
        for indices in [Array(entries.indices), entries.indices.reversed()] {
            var rest = 0
            for index in indices {
                switch entries[index] {
                case .unchanged:
                    near[index] = near[index] || rest > 0
                    rest -= 1
                case .renumbered: break
                default: rest = context
                }
            }
        }
        return near
    }
}
