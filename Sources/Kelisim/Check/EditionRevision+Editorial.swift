internal import KelisimText

extension EditionRevision {
    /// What an editorial edition says otherwise than the one before, unless it gives its reason: a
    /// number, date, sum, reference or negation that differs, a clause that was added, removed or
    /// reworded.
    ///
    /// Numbers of clauses that only follow a renumbering are no such difference.
    var notEditorial: [Finding] {
        guard let terms = edition.terms, terms.change == .editorial, terms.editorialReason == nil
        else { return [] }
        return pairs.flatMap { pair in
            var last: Int?
            var found: [Finding] = []
            for row in pair.comparison.rows {
                switch row {
                case .unchanged(_, let new), .arrival(_, let new): last = new
                case .departure: break
                case .change(let index):
                    let change = pair.comparison.changes[index]
                    last = change.new.first ?? last
                    guard let (before, now) = pair.difference(change) else { continue }
                    found.append(finding(change, in: pair, behind: last, before, now))
                }
            }
            return found
        }
    }

    private func finding(
        _ change: BlockChange,
        in pair: Pair,
        behind last: Int?,
        _ before: String,
        _ now: String
    ) -> Finding {
        let name = change.new.first.map(pair.new.name) ?? change.old.first.map(pair.old.name)
        let near = change.new.first ?? last
        return Finding(
            .editorialChangesMeaning,
            at: near.map(pair.new.place(ofClause:)) ?? Place(pair.new.text.file),
            ["clause": name ?? "", "before": before, "now": now],
            related: change.old.first.map { [pair.old.place(ofClause: $0)] } ?? []
        )
    }
}

extension EditionRevision.Pair {
    /// What `change` takes away from the meaning and what it brings: facts, else words that negate,
    /// else the words themselves; nil when it changes no meaning.
    fileprivate func difference(_ change: BlockChange) -> (before: String, now: String)? {
        guard !change.isConsequential else { return nil }
        guard !change.old.isEmpty, !change.new.isEmpty else {
            return (
                change.old.first.map { "«\(old.quote($0))»" } ?? "—",
                change.new.first.map { "«\(new.quote($0))»" } ?? "—"
            )
        }
        let facts = (
            change.old.flatMap { old.content.facts(of: $0) },
            change.new.flatMap { new.content.facts(of: $0) }
        )
        let gone = facts.0.difference(from: facts.1)
        let come = facts.1.difference(from: facts.0)
        if !gone.isEmpty || !come.isEmpty { return (gone.listed, come.listed) }
        let negations = (
            change.old.flatMap { Negation.words(in: old, of: $0) },
            change.new.flatMap { Negation.words(in: new, of: $0) }
        )
        if negations.0.sorted() != negations.1.sorted() {
            return (Self.quoted(negations.0), Self.quoted(negations.1))
        }
        guard change.classification == .substantive else { return nil }
        let edits = comparison.readableWords(of: change).edits
        let before = comparison.oldPassage(of: change)
        let now = comparison.newPassage(of: change)
        return (
            Self.quoted(edits.filter { $0.operation == .delete }.map { before.string($0.old) }),
            Self.quoted(edits.filter { $0.operation == .insert }.map { now.string($0.new) })
        )
    }

    /// How much of the words is told, in characters.
    private static let longestQuote = 80

    private static func quoted(_ words: [String]) -> String {
        let text = words.map { Spelling.trimmed($0) }.filter { !$0.isEmpty }
            .joined(separator: " … ")
        guard !text.isEmpty else { return "—" }
        return text.count > longestQuote ? "«\(text.prefix(longestQuote))…»" : "«\(text)»"
    }
}
