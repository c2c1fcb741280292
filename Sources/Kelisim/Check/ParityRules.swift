internal import KelisimText

/// The same edition in its languages: clause by clause the same numbers, references, dates and
/// addresses.
enum ParityRules {
    /// Compares every text of `edition` with the one that prevails, or the first.
    static func findings(_ texts: [ReviewedText], _ edition: Edition) -> [Finding] {
        var main = texts.first
        if case .language(let language) = edition.terms?.authoritative {
            main = texts.first { $0.language == language } ?? main
        }
        guard let main else { return [] }
        let language = texts.flatMap { LanguageRule.findings($0) }
        return language
            + texts.filter { $0.language != main.language }
            .flatMap { other in
                Pair(main: main, other: other).findings
            }
    }
}

/// Two texts of one edition.
private struct Pair {
    let main: ReviewedText
    let other: ReviewedText

    var findings: [Finding] {
        missing(from: other, in: main) + missing(from: main, in: other)
            + shared.flatMap { facts($0, $1) + definitions($0, $1) + sameWords($0, $1) }
            + LengthRule.findings(main, other, shared)
    }

    /// The positions of each clause that both texts have.
    private var shared: [(main: Int, other: Int)] {
        main.clauses.indices.compactMap { position in
            other.content.tree.position(of: main.clauses[position].id).map { (position, $0) }
        }
    }

    // MARK: - Clauses

    private func missing(from text: ReviewedText, in source: ReviewedText) -> [Finding] {
        source.clauses.indices.compactMap { position in
            let clause = source.clauses[position]
            guard text.content.tree.position(of: clause.id) == nil else { return nil }
            let near = source.clauses[..<position]
                .lastIndex {
                    text.content.tree.position(of: $0.id) != nil
                }
            let counterpart = near.flatMap {
                text.content.tree.position(of: source.clauses[$0].id)
            }
            return Finding(
                .parityClause,
                at: source.place(ofClause: position),
                [
                    "clause": clause.id, "words": source.quote(position),
                    "language": source.language.tag, "other": text.language.tag,
                ],
                related: [counterpart.map { text.place(ofClause: $0) } ?? Place(text.text.file)]
            )
        }
    }

    // MARK: - Facts

    private static let groups: [(code: FindingCode, kinds: Set<Fact.Kind>)] = [
        (.parityReference, [.reference]),
        (.parityDate, [.date]),
        (.parityNumber, [.number, .percentage, .sum, .phone]),
        (.parityAddress, [.email, .url]),
        (.parityAct, [.act]),
    ]

    private func facts(_ mainPosition: Int, _ otherPosition: Int) -> [Finding] {
        let here = main.content.facts(of: mainPosition)
        let there = other.content.facts(of: otherPosition)
        let onlyHere = here.difference(from: there)
        let onlyThere = there.difference(from: here)
        guard !(onlyHere.isEmpty && onlyThere.isEmpty) else { return [] }
        if let parts = Self.parts(of: onlyHere, in: main.content.plainText(of: mainPosition)),
            parts == Self.parts(of: onlyThere, in: other.content.plainText(of: otherPosition))
        {
            return []
        }
        return Self.groups.compactMap { code, kinds in
            let left = onlyHere.filter { kinds.contains($0.kind) }
            let right = onlyThere.filter { kinds.contains($0.kind) }
            guard !(left.isEmpty && right.isEmpty) else { return nil }
            let place =
                right.first.map {
                    other.place(ofByte: $0.range.lowerBound, in: other.block(otherPosition))
                }
                ?? other.place(ofClause: otherPosition)
            let counterpart =
                left.first.map {
                    main.place(ofByte: $0.range.lowerBound, in: main.block(mainPosition))
                }
                ?? main.place(ofClause: mainPosition)
            return Finding(
                code,
                at: place,
                [
                    "clause": main.name(mainPosition),
                    "language": other.language.tag, "here": right.listed,
                    "other": main.language.tag, "there": left.listed,
                ],
                related: [counterpart]
            )
        }
    }

    /// The year, month and day numbers of dates, beside plain numbers and the names of months.
    ///
    /// Languages put the year of a range at different ends («с 6 января по 1 марта 2026 года»,
    /// «2026 жылғы 6 қаңтардан 1 наурызға дейін»), so dates can differ whose parts agree.
    private static func parts(of facts: [Fact], in plain: String) -> [String]? {
        guard facts.allSatisfy({ $0.kind == .date || $0.kind == .number }) else { return nil }
        let dated = facts.filter { $0.kind == .date }.map(\.range)
        let months = DateFinder.months(in: plain)
            .filter { month in
                !dated.contains { $0.overlaps(month.utf8Range) }
            }
        return
            (facts.flatMap { $0.value.split(separator: "-").map { String(Int($0) ?? -1) } }
            + months.map { String($0.month) })
            .sorted()
    }

    // MARK: - Definitions and words

    private func definitions(_ mainPosition: Int, _ otherPosition: Int) -> [Finding] {
        let here = main.content.definitions(of: mainPosition)
        let there = other.content.definitions(of: otherPosition)
        guard here.count != there.count else { return [] }
        return [
            Finding(
                .parityDefinition,
                at: other.place(ofClause: otherPosition),
                [
                    "clause": main.name(mainPosition), "language": other.language.tag,
                    "here": "\(there.count)", "other": main.language.tag, "there": "\(here.count)",
                ],
                related: [main.place(ofClause: mainPosition)]
            )
        ]
    }

    /// A clause that was copied and never translated.
    private func sameWords(_ mainPosition: Int, _ otherPosition: Int) -> [Finding] {
        let words = main.content.plainText(of: mainPosition)
        let letters = words.count { $0.isLetter }
        guard letters >= 30, LanguageRule.language(of: words.lowercased()) == nil,
            words == other.content.plainText(of: otherPosition)
        else { return [] }
        return [
            Finding(
                .parityUntranslated,
                at: other.place(ofClause: otherPosition),
                [
                    "clause": other.name(otherPosition), "language": other.language.tag,
                    "other": main.language.tag,
                ],
                related: [main.place(ofClause: mainPosition)]
            )
        ]
    }
}
