internal import KelisimText

/// Printed numbers: none twice, none left out, none out of order.
enum NumberingRules {
    static func findings(_ text: ReviewedText) -> [Finding] {
        var series: [String: [Int]] = [:]
        for (position, clause) in text.clauses.enumerated()
        where clause.number != nil || clause.kind == .point {
            series[key(clause, text), default: []].append(position)
        }
        return series.sorted { $0.key < $1.key }
            .flatMap { key, positions in
                let numbered = positions.compactMap { position in
                    number(text, position).map { (position: position, number: $0) }
                }
                let order = orderFindings(numbered, text)
                // Within a wrong order every gap would be reported as well.
                let merged = key == "clause" ? ListRules.mergedNumbers(text) : []
                return order + gapFindings(numbered + merged, text)
                    + letterFindings(positions, text)
            }
    }

    /// The clauses whose numbers continue each other: all that are names, the chapters of a text
    /// whose names are finer, the points of one clause.
    private static func key(_ clause: Clause, _ text: ReviewedText) -> String {
        if ListRules.isClause(clause, text) { return "clause" }
        if clause.kind == .point { return "point \(clause.parent ?? -1)" }
        let isName = clause.number.map { clause.id.hasPrefix($0.text) } ?? false
        return isName ? "clause" : "part \(clause.noun.map { "\($0)" } ?? "")"
    }

    /// The number of a clause, also where it is only a list mark.
    private static func number(_ text: ReviewedText, _ position: Int) -> ClauseNumber? {
        let clause = text.clauses[position]
        guard clause.isListItem else { return clause.number }
        // What Markdown renumbers, and a year that it takes for a number, is reported as that.
        guard let (_, typed, shown) = text.listNumber(clause), typed == shown, typed.count < 3
        else { return nil }
        return ClauseNumber(typed)
    }

    // MARK: - Order

    private static func orderFindings(
        _ series: [(position: Int, number: ClauseNumber)],
        _ text: ReviewedText
    ) -> [Finding] {
        var first: [ClauseNumber: Int] = [:]
        var highest: (position: Int, number: ClauseNumber)?
        var found: [Finding] = []
        for (position, number) in series {
            let place = text.place(ofClause: position)
            if let earlier = first[number] {
                let other = text.place(ofClause: earlier)
                found.append(
                    Finding(
                        .duplicateNumber,
                        at: place,
                        ["number": number.text, "line": "\(other.line ?? 0)"],
                        related: [other]
                    )
                )
                continue
            }
            first[number] = position
            if let highest, number < highest.number {
                found.append(
                    Finding(
                        .misorderedNumber,
                        at: place,
                        ["number": number.text, "before": highest.number.text],
                        related: [text.place(ofClause: highest.position)]
                    )
                )
            } else {
                highest = (position, number)
            }
        }
        return found
    }

    // MARK: - Gaps

    private static func gapFindings(
        _ series: [(position: Int, number: ClauseNumber)],
        _ text: ReviewedText
    ) -> [Finding] {
        let known = Set(series.map(\.number))
        var groups: [String: [(position: Int, number: ClauseNumber)]] = [:]
        for entry in series { groups[entry.number.parent?.text ?? "", default: []].append(entry) }
        return groups.sorted { $0.key < $1.key }
            .flatMap { parent, entries -> [Finding] in
                var found: [Finding] = []
                if !parent.isEmpty, !known.contains(ClauseNumber(parent)) {
                    found.append(missing(ClauseNumber(parent), before: entries[0], text))
                }
                var last: [Int] = [0]
                for entry in entries.sorted(by: { $0.number < $1.number }) {
                    guard let next = entry.number.components.last, next != last else { continue }
                    if let gap = gap(after: last, before: next) {
                        let prefix = parent.isEmpty ? "" : parent + "."
                        found.append(missing(ClauseNumber(prefix + gap), before: entry, text))
                    }
                    last = next
                }
                return found
            }
    }

    /// The first number that is left out between two neighbours: 2, 2-1, 2-2, 3 has no gap.
    private static func gap(after last: [Int], before next: [Int]) -> String? {
        let follows =
            next == last + [1] && last != [0]
            || last.indices.contains { next == last[..<$0] + [last[$0] + 1] }
        guard !follows else { return nil }
        if next.count > 1, next[0] == last[0] {
            let inserted = last.count == next.count ? (last.last ?? 0) + 1 : 1
            return (next.dropLast() + [inserted]).map(String.init).joined(separator: "-")
        }
        return "\(last[0] + 1)"
    }

    private static func missing(
        _ number: ClauseNumber,
        before next: (position: Int, number: ClauseNumber),
        _ text: ReviewedText
    ) -> Finding {
        Finding(
            .missingNumber,
            at: text.place(ofClause: next.position),
            ["number": number.text, "next": next.number.text]
        )
    }

    // MARK: - Letters

    /// Lettered points follow the alphabet: а) ә) б) in Kazakh, а) б) в) in Russian.
    private static func letterFindings(_ positions: [Int], _ text: ReviewedText) -> [Finding] {
        let letters = positions.compactMap { position -> (position: Int, letter: String)? in
            let clause = text.clauses[position]
            guard clause.kind == .point, clause.number == nil, let label = clause.label else {
                return nil
            }
            return (position, String(label.dropLast()))
        }
        return zip(letters, letters.dropFirst())
            .compactMap { earlier, later in
                guard !KazakhCollation.precedes(earlier.letter, later.letter) else { return nil }
                let isSame = earlier.letter == later.letter
                let other = text.place(ofClause: earlier.position)
                let facts =
                    isSame
                    ? ["number": later.letter, "line": "\(other.line ?? 0)"]
                    : ["number": later.letter, "before": earlier.letter]
                return Finding(
                    isSame ? .duplicateNumber : .misorderedNumber,
                    at: text.place(ofClause: later.position),
                    facts,
                    related: [other]
                )
            }
    }
}
