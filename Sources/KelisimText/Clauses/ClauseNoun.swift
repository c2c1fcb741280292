/// What a numbered part of a document is called, in Kazakh and Russian in any case form, and in
/// English.
package enum ClauseNoun: Int, Sendable {
    // In the order in which the parts lie in one another.
    case indention
    case subclause
    case part
    case clause
    case article
    case paragraph
    case chapter
    case section
    case appendix

    /// Whether such a part may begin with its own name: «5-бап.», «Глава 2», but not «пункт 5».
    var headsText: Bool {
        switch self {
        case .clause, .subclause, .indention: false
        default: true
        }
    }
}

// MARK: - Kazakh

extension ClauseNoun {
    private struct KazakhStem {
        let stem: StaticString
        let noun: ClauseNoun
        /// The possessive stem: «5 тармағында» names a clause, «2 тармақтан» counts clauses.
        let possessive: StaticString
        /// What must not follow: «бөлімше» is a branch of an organisation, «баптау» a setting.
        var except: [StaticString] = []
    }

    private static let kazakhStems = [
        KazakhStem(stem: "тармақша", noun: .subclause, possessive: "тармақшас"),
        KazakhStem(stem: "тармақ", noun: .clause, possessive: "тармағ"),
        KazakhStem(stem: "тармағ", noun: .clause, possessive: "тармағ"),
        KazakhStem(stem: "бап", noun: .article, possessive: "бабы", except: ["тау", "кер"]),
        KazakhStem(stem: "бабы", noun: .article, possessive: "бабы"),
        KazakhStem(stem: "бөлім", noun: .section, possessive: "бөлімі", except: ["ше"]),
        KazakhStem(stem: "бөлік", noun: .part, possessive: "бөліг"),
        KazakhStem(stem: "бөліг", noun: .part, possessive: "бөліг"),
        KazakhStem(stem: "тарау", noun: .chapter, possessive: "тарауы"),
        KazakhStem(stem: "қосымша", noun: .appendix, possessive: "қосымшас"),
        KazakhStem(stem: "абзац", noun: .indention, possessive: "абзац"),
        KazakhStem(stem: "параграф", noun: .paragraph, possessive: "параграфы"),
    ]

    /// The Kazakh noun that begins at `start`, where the word ends, and whether it is possessive.
    static func kazakh(
        _ text: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> (noun: ClauseNoun, end: Int, isPossessive: Bool)? {
        guard let found = kazakhStems.first(where: { text.hasLetters($0.stem, at: start) }) else {
            return nil
        }
        let ending = start + found.stem.utf8CodeUnitCount
        guard !found.except.contains(where: { text.hasLetters($0, at: ending) }) else { return nil }
        let isPossessive = text.hasLetters(found.possessive, at: start)
        return (found.noun, text.word(from: start).upperBound, isPossessive)
    }
}

// MARK: - Russian and English

extension ClauseNoun {
    private struct PrecedingStem {
        let stem: StaticString
        let noun: ClauseNoun
        let singular: [StaticString]
        let plural: [StaticString]
    }

    private static let masculine: [StaticString] = ["", "а", "у", "ом", "е"]
    private static let masculinePlural: [StaticString] = ["ы", "ов", "ам", "ами", "ах"]

    private static let russianStems =
        [
            PrecedingStem(
                stem: "подпункт",
                noun: .subclause,
                singular: masculine,
                plural: masculinePlural
            ),
            PrecedingStem(
                stem: "пункт",
                noun: .clause,
                singular: masculine,
                plural: masculinePlural
            ),
            PrecedingStem(
                stem: "раздел",
                noun: .section,
                singular: masculine,
                plural: masculinePlural
            ),
            PrecedingStem(
                stem: "параграф",
                noun: .paragraph,
                singular: masculine,
                plural: masculinePlural
            ),
            PrecedingStem(
                stem: "абзац",
                noun: .indention,
                singular: ["", "а", "у", "ем", "е"],
                plural: ["ы", "ев", "ам", "ами", "ах"]
            ),
            PrecedingStem(
                stem: "стат",
                noun: .article,
                singular: ["ья", "ью", "ье", "ьей", "ьёй"],
                plural: ["ьи", "ей", "ьям", "ьями", "ьях"]
            ),
            PrecedingStem(
                stem: "част",
                noun: .part,
                singular: ["ь", "ью"],
                plural: ["и", "ей", "ям", "ями", "ях"]
            ),
            PrecedingStem(
                stem: "глав",
                noun: .chapter,
                singular: ["а", "е", "у", "ой", "ою"],
                plural: ["ы", "", "ам", "ами", "ах"]
            ),
            PrecedingStem(
                stem: "приложени",
                noun: .appendix,
                singular: ["е", "ю", "ем", "и"],
                plural: ["я", "й", "ям", "ями", "ях"]
            ),
        ] + english

    /// English puts the noun before the numbers too.
    private static let english = [
        ("subclause", .subclause), ("clause", .clause), ("section", .section),
        ("article", .article), ("paragraph", .paragraph), ("chapter", .chapter), ("part", .part),
        ("annex", .appendix), ("appendix", .appendix),
    ]
    .map { (stem: StaticString, noun: ClauseNoun) in
        PrecedingStem(stem: stem, noun: noun, singular: [""], plural: ["s", "es"])
    }

    /// What stands before a number with a dot.
    private static let abbreviations: [(text: StaticString, noun: ClauseNoun)] = [
        ("п", .clause), ("пп", .clause), ("подп", .subclause), ("ст", .article), ("ч", .part),
        ("гл", .chapter), ("разд", .section), ("прил", .appendix), ("абз", .indention),
    ]

    /// The Russian or English noun that `word` is, and whether its form can be a plural one.
    static func russian(
        _ text: UnsafeBufferPointer<UInt8>,
        _ word: Range<Int>
    ) -> (noun: ClauseNoun, mayBePlural: Bool)? {
        for entry in russianStems where text.hasStem(word, in: [entry.stem]) {
            let ending = word.lowerBound + entry.stem.utf8CodeUnitCount..<word.upperBound
            if text.isWord(ending, in: entry.plural) { return (entry.noun, true) }
            if text.isWord(ending, in: entry.singular) { return (entry.noun, false) }
        }
        return nil
    }

    /// The noun that `word`, which a dot follows, stands for.
    static func abbreviated(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> ClauseNoun? {
        abbreviations.first { text.isWord(word, in: [$0.text]) }?.noun
    }
}
