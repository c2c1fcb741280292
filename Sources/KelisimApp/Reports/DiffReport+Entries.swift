internal import Kelisim
internal import KelisimText

// How each entry is worded.

extension DiffReport {
    func text(of entry: DiffEntry) -> String {
        switch entry {
        case .unchanged(let block): unchanged(block)
        case .renumbered(let changes):
            heading("~", places(changes), [say(DiffWords.onlyNumbers)])
        case .departed(let changes):
            heading(">", name(comparison.old, changes.flatMap(\.old)), [destination(changes)])
                + indented(style.faint(opening(of: changes[0].old.first, comparison.old)))
        case .arrived(let changes):
            heading(">", name(comparison.new, changes.flatMap(\.new)), [origin(changes)])
                + indented(style.faint(opening(of: changes[0].new.first, comparison.new)))
        case .part(let change, let block):
            heading(">", name(comparison.new, [block]), [part(of: change)])
                + indented(style.faint(opening(of: block, comparison.new)))
        case .change(let change): text(of: change)
        }
    }

    /// A clause that changed, with its words.
    private func text(of change: BlockChange) -> String {
        let sign = change.has(.added) ? "+" : change.has(.removed) ? "-" : "~"
        let kinds = change.kinds.filter { $0 != .moved }.map(name)
        let move = change.has(.moved) ? [origin([change])] : []
        return heading(sign, places([change]), move + kinds)
            + indented(words(of: change))
            + (change.formatting.map(describe) + characters(change) + cutShort(change))
            .map { indented(style.faint($0)) }.joined()
    }

    /// The words of a change; of one that is a line across the page, such a line.
    private func words(of change: BlockChange) -> String {
        if change.has(.added) || change.has(.removed) {
            let text = change.has(.added) ? comparison.new : comparison.old
            let blocks = change.has(.added) ? change.new : change.old
            if blocks.allSatisfy(text.isBreak) { return "———" }
        }
        return DiffWording(comparison, change, style).text
    }

    private func heading(_ sign: String, _ place: String, _ facts: [String]) -> String {
        style.strong("\(sign) \(place)") + "  " + facts.joined(separator: ", ") + "\n"
    }

    private func indented(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        return "    " + text.replacing("\n", with: "\n    ") + "\n"
    }

    private func unchanged(_ block: Int) -> String {
        "  \(name(comparison.new, [block]))\n"
            + indented(style.faint(opening(of: block, comparison.new)))
    }

    /// The title of a section, which stands above the first entry in it.
    func text(of section: DiffSection) -> String {
        let text = section.isOld ? comparison.old : comparison.new
        return style.faint("▸ " + opening(of: section.heading, text)) + "\n"
    }

    private func opening(of block: Int?, _ text: ComparedText) -> String {
        guard let block else { return "" }
        let words = String(decoding: text.plainText(of: block), as: UTF8.self)
        return VisibleText.make(ElidedText.make(words, first: 20, last: 0))
    }

    // MARK: - Places

    /// Where a change stands: one name, or the old and the new one.
    func places(_ changes: [BlockChange]) -> String {
        let old = name(comparison.old, changes.flatMap(\.old))
        let new = name(comparison.new, changes.flatMap(\.new))
        if old.isEmpty || new.isEmpty || old == new { return old.isEmpty ? new : old }
        return "\(old) → \(new)"
    }

    /// The name of a clause as readers and links know it, or of the first and the last of several.
    private func name(_ text: ComparedText, _ blocks: [Int]) -> String {
        VisibleText.make(text.name(of: blocks))
    }

    private func destination(_ changes: [BlockChange]) -> String {
        let place = name(comparison.new, changes.flatMap(\.new))
        let facts = ["place": place, "number": changes[0].move.map(String.init) ?? ""]
        if changes[0].has(.moved) { return say(DiffWords.movedTo, facts) }
        return say(changes[0].has(.split) ? DiffWords.splitInto : DiffWords.mergedInto, facts)
    }

    private func part(of change: BlockChange) -> String {
        say(DiffWords.splitFrom, ["place": name(comparison.old, change.old)])
    }

    private func origin(_ changes: [BlockChange]) -> String {
        let place = name(comparison.old, changes.flatMap(\.old))
        let number = changes[0].move.map(String.init) ?? ""
        return say(DiffWords.movedFrom, ["place": place, "number": number])
    }

    /// The references that only follow a renumbering, in one line.
    var references: String? {
        let changes = comparison.changes.filter(\.isConsequential)
        guard !changes.isEmpty else { return nil }
        let places = changes.map { change in
            let edits = DiffWording(comparison, change, style).changedWords
            return "\(name(comparison.new, change.new)) (\(edits))"
        }
        return say(DiffWords.references, ["places": places.joined(separator: ", ")])
    }

    // MARK: - What changed besides words

    private func describe(_ change: FormattingChange) -> String {
        switch change {
        case .marks: say(DiffWords.marks)
        case .list: say(DiffWords.list)
        case .block: say(DiffWords.block)
        case .destination(let old, let new):
            say(DiffWords.destination, ["old": shown(old), "new": shown(new)])
        case .headingLevel(let old, let new):
            say(DiffWords.level, ["old": String(old), "new": String(new)])
        }
    }

    private func shown(_ destination: String?) -> String {
        destination.map(VisibleText.make) ?? "—"
    }

    /// The characters that took the places of others, each pair once, where they may look alike.
    private func characters(_ change: BlockChange) -> [String] {
        var seen: Set<[String]> = []
        let pairs = change.characters.map(\.difference)
            .filter { Set($0.map { $0.lowercased() }).count > 1 && seen.insert($0).inserted }
            .map { ends in
                ends.map { text in
                    let codes = CharacterChange.codePoints(of: text)
                    return codes.isEmpty ? "—" : "\(VisibleText.make(text)) \(codes)"
                }
                .joined(separator: " → ")
            }
        guard !pairs.isEmpty else { return [] }
        return [say(DiffWords.characters, ["changes": pairs.joined(separator: ", ")])]
    }

    private func cutShort(_ change: BlockChange) -> [String] {
        change.isCutShort ? [say(DiffWords.cutShort)] : []
    }
}

extension CharacterChange {
    /// The characters before and now, without what both have in common.
    fileprivate var difference: [String] {
        let (old, new) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        let start = zip(old, new).prefix { $0 == $1 }.count
        let rest = min(old.count, new.count) - start
        let end = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
        return [old, new]
            .map { scalars in
                String(String.UnicodeScalarView(scalars[start..<scalars.count - end]))
            }
    }
}
