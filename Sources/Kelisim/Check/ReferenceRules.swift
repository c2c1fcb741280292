internal import KelisimText

/// References to clauses: each leads to a clause, and still to the one that was meant.
enum ReferenceRules {
    static func findings(_ text: ReviewedText) -> [Finding] {
        text.content.references.compactMap { reference in
            let facts = ["number": reference.number, "clause": text.name(reference.clause)]
            guard let target = reference.target else {
                return Finding(
                    .unresolvedReference,
                    at: text.place(reference.source.lowerBound),
                    facts
                )
            }
            guard target == text.clauses[reference.clause].id else { return nil }
            return Finding(.selfReference, at: text.place(reference.source.lowerBound), facts)
        }
    }

    /// References whose number stayed while the clause it stood for took another number.
    static func drift(in text: ReviewedText, since old: ReviewedText) -> [Finding] {
        let moved = renumbered(from: old, to: text)
        guard !moved.isEmpty else { return [] }
        return text.content.references.compactMap { reference in
            guard let target = reference.target, let now = moved[target],
                didRefer(old, formerID(of: reference.clause, in: text, moved), to: target)
            else { return nil }
            return Finding(
                .referenceDrift,
                at: text.place(reference.source.lowerBound),
                [
                    "number": reference.number, "edition": "\(old.edition.number)",
                    "now": text.clauses[now].id, "words": text.quote(now),
                ],
                related: [text.place(ofClause: now)]
            )
        }
    }

    /// The new position of each old clause whose unchanged words now stand under another number.
    private static func renumbered(from old: ReviewedText, to new: ReviewedText) -> [String: Int] {
        let places = wordsToPosition(new)
        var moved: [String: Int] = [:]
        for (words, position) in wordsToPosition(old) {
            let id = old.clauses[position].id
            guard let now = places[words], new.clauses[now].id != id else { continue }
            moved[id] = now
        }
        return moved
    }

    /// Clauses by their words without the number; words that stand twice say nothing.
    private static func wordsToPosition(_ text: ReviewedText) -> [String: Int] {
        var result: [String: Int] = [:]
        var repeated: Set<String> = []
        for (position, clause) in text.clauses.enumerated() where clause.number != nil {
            let words = text.content.plainText(of: position).utf8.dropFirst(clause.labelLength)
            let key = String(decoding: words, as: UTF8.self).lowercased()
            if result.updateValue(position, forKey: key) != nil { repeated.insert(key) }
        }
        return result.filter { !repeated.contains($0.key) }
    }

    private static func formerID(
        of position: Int,
        in text: ReviewedText,
        _ moved: [String: Int]
    ) -> String {
        moved.first { $0.value == position }?.key ?? text.clauses[position].id
    }

    private static func didRefer(_ old: ReviewedText, _ id: String, to target: String) -> Bool {
        old.content.references.contains { reference in
            reference.target == target && old.clauses[reference.clause].id == id
        }
    }
}
