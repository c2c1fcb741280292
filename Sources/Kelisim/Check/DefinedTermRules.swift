internal import KelisimText

/// Defined terms that the text writes now with a capital and now without, or without the ending
/// that makes the term what it is.
enum DefinedTermRules {
    /// How often a text must write a term in its usual way before another way is a slip.
    private static let often = 3

    /// Words with a sense of their own in every legal text, beside the one that a definition gives
    /// them: «законом установлено» is no slip where «Закон» is defined.
    private static let ambiguous: Set<String> = [
        "заң", "шарт", "шарттар", "келісім", "тарап", "тараптар", "қызмет", "қызметтер", "тауар",
        "тауарлар", "тұлға", "құқық", "кодекс", "қағидалар", "ереже", "ережелер", "сот", "банк",
        "қор", "күн", "құжат", "закон", "договор", "соглашение", "сторона", "стороны", "услуга",
        "услуги", "товар", "товары", "лицо", "лица", "право", "кодекс", "правила", "положение",
        "условия", "суд", "фонд", "день", "документ",
    ]
    /// Words before a noun that make it another one than the defined.
    private static let qualifiers: Set<String> = [
        "басқа", "өзге", "бөгде", "тиісті", "кез", "келген", "әрбір", "әр", "ешқандай", "бірде",
        "другой", "другого", "другому", "другим", "другом", "другая", "другую", "иной", "иного",
        "иному", "иным", "ином", "иная", "иную", "любой", "любого", "любому", "любым", "любом",
        "любая", "любую", "каждый", "каждого", "каждому", "каждым", "чужой", "чужого", "чужому",
        "сторонний", "стороннего", "стороннему", "стороннем", "соответствующий",
        "соответствующего", "соответствующему", "соответствующим", "соответствующем",
    ]
    /// Words behind a noun that do the same: «сайт третьих лиц».
    private static let owners: Set<String> = ["третьих", "третьего", "других", "иных"]

    /// What was found out about one term.
    private struct Use {
        var drift = Drift<[Bool]>()
        var bare: (position: Int, word: Word, meant: String)?
        var inflected = 0
    }

    static func findings(_ wording: WordingText) -> [Finding] {
        let terms = DefinedTerm.all(in: wording)
        guard !terms.isEmpty else { return [] }
        let byLetter = Dictionary(grouping: terms.indices) { terms[$0].pattern.stem.first }
        var uses = terms.map { term in
            var use = Use()
            // Only in passing is a term defined inside a sentence, where its capital is meant.
            if term.isInline { use.drift.note(term.capitals, term.clause, term.range.lowerBound) }
            return use
        }
        for (position, words) in wording.words.enumerated() where !wording.isHeading(position) {
            var index = 0
            while index < words.count {
                let word = words[index]
                let match = (byLetter[word.text.first] ?? []).lazy
                    .compactMap { term in
                        terms[term].pattern.form(at: words[index...]).map { (term, $0) }
                    }
                    .first
                guard let (term, form) = match else {
                    index += 1
                    continue
                }
                let end = index + terms[term].capitals.count
                if !word.isQuoted, terms[term].holds(at: position, word.range.lowerBound) {
                    note(form, index..<end, words, position, in: &uses[term])
                }
                index = end
            }
        }
        return zip(terms, uses).flatMap { findings($0, $1, wording) }
    }

    private static func note(
        _ form: TermPattern.Form,
        _ range: Range<Int>,
        _ words: [Word],
        _ position: Int,
        in use: inout Use
    ) {
        let word = words[range.lowerBound]
        switch form {
        case .inflected: use.inflected += 1
        case .bare(let meant):
            if use.bare == nil { use.bare = (position, words[range.upperBound - 1], meant) }
            return
        }
        let found = words[range]
        guard !word.isInitial, !found.contains(where: { $0.capitals == .all }) else { return }
        let capitals = found.map { $0.capitals == .first }
        let isOther =
            !capitals[0]
            && (word.isNext && qualifiers.contains(words[range.lowerBound - 1].text)
                || words.indices.contains(range.upperBound)
                    && owners.contains(words[range.upperBound].text))
        if !isOther { use.drift.note(capitals, position, word.range.lowerBound) }
    }

    private static func findings(
        _ term: DefinedTerm,
        _ use: Use,
        _ wording: WordingText
    ) -> [Finding] {
        let name = term.spelled(term.capitals)
        var found: [Finding] = []
        if let bare = use.bare, use.inflected >= often {
            let facts = [
                "term": name, "meant": bare.meant,
                "typed": bare.word.text,
            ]
            found.append(
                Finding(.definedTermEnding, at: wording.place(bare.word, bare.position), facts)
            )
        }
        let isAmbiguous = term.capitals.count == 1 && ambiguous.contains(term.pattern.words[0].text)
        if !isAmbiguous, let usual = use.drift.usual(preferring: term.capitals),
            use.drift.count(usual) >= often
        {
            let drift = use.drift.finding(
                .capitalDrift,
                usual,
                in: wording.text,
                ["term": name],
                show: { "«\(term.spelled($0))»" }
            )
            found += [drift].compactMap(\.self)
        }
        return found
    }
}
