internal import KelisimText

/// The words that turn a sentence into its opposite, as far as one word shows it.
///
/// Kazakh negates verbs by a suffix (-ма, -ме and so on), which only its longer forms show beyond
/// doubt: «сақталмайды», «бермеген», «қолданбауға».
enum Negation {
    private static let words: [WordingLanguage: Set<String>] = [
        .kk: [
            "емес", "жоқ", "ешқандай", "ешкім", "ешбір", "ештеңе", "ешқашан", "қоспағанда",
            "басқа",
        ],
        .ru: [
            "не", "ни", "нет", "без", "кроме", "нельзя", "никто", "ничто", "никогда", "никакой",
            "исключением", "невозможно", "вопреки",
        ],
        .en: [
            "not", "no", "never", "without", "except", "unless", "neither", "nor", "none", "nobody",
            "nothing", "cannot", "only",
        ],
    ]

    /// The beginnings of words that forbid.
    private static let stems: [WordingLanguage: [String]] = [
        .kk: ["тыйым"], .ru: ["запрещ", "запрет", "недопустим"], .en: ["prohibit", "forb"],
    ]

    /// The ends of Kazakh verbs in the negative.
    private static let endings: [String] = ["м", "б", "п"]
        .flatMap { consonant in
            [
                "айды", "ейді", "айтын", "ейтін", "аған", "еген", "ауға", "еуге", "ауы", "еуі",
                "айынша", "ейінше", "астан", "естен",
            ]
            .map { consonant + $0 }
        }

    /// The shortest stem that a Kazakh ending is believed behind, in letters.
    private static let shortestStem = 2

    /// The words of the clause at `position` of `text` that negate or forbid, in order.
    static func words(in text: ReviewedText, of position: Int) -> [String] {
        guard let language = WordingLanguage(tag: text.language.tag) else { return [] }
        return text.content.words(of: position).map(\.text)
            .filter { isNegative($0, in: language) }
    }

    private static func isNegative(_ word: String, in language: WordingLanguage) -> Bool {
        if words[language]?.contains(word) ?? false { return true }
        if stems[language]?.contains(where: word.hasPrefix) ?? false { return true }
        return language == .kk
            && endings.contains { ending in
                word.hasSuffix(ending) && word.count >= ending.count + shortestStem
            }
    }
}
