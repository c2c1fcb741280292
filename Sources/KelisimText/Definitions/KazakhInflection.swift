/// The case endings of Kazakh nouns, as far as finding a term in a text needs them.
///
/// Plurals are left out on purpose: «пайдаланушылар» are others than the «Пайдаланушы» of a
/// definition. So are possessives, unless the term itself is a plural: «қоры» may be anyone's.
enum KazakhInflection {
    /// Behind a consonant, voiced or not, or a vowel.
    private static let cases: Set<String> = [
        "", "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ны", "ні", "ды",
        "ді", "ты", "ті", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "мен",
        "бен", "пен", "дағы", "дегі", "тағы", "тегі",
    ]
    /// Behind the possessive ending of the third person.
    private static let possessiveCases: Set<String> = [
        "", "ның", "нің", "на", "не", "н", "нда", "нде", "нан", "нен", "мен", "ндағы", "ндегі",
    ]
    private static let plurals = ["лар", "лер", "дар", "дер", "тар", "тер"]

    static func inflection(of word: String) -> Inflection {
        guard !plurals.contains(where: word.hasSuffix) else {
            let possessive = ["ы", "і"]
                .flatMap { ending in possessiveCases.map { ending + $0 } }
            return Inflection(stem: word, endings: cases.union(possessive))
        }
        return Inflection(stem: word, endings: cases.union(possessiveCases))
    }

    /// A possessive word, «саясаты», without its ending.
    struct Bare: Sendable {
        fileprivate let word: String
        fileprivate let stem: String

        /// The form that should stand for `found`, «саясатының» for «саясаттың»; nil when `found`
        /// is something else.
        func meant(by found: String) -> String? {
            guard found.hasPrefix(stem) else { return nil }
            let ending = String(found.dropFirst(stem.count))
            guard
                let index = KazakhInflection.caseEndings.firstIndex(where: { $0.contains(ending) })
            else { return nil }
            let isBack = word.hasSuffix("ы")
            return word + KazakhInflection.afterPossessive[index][isBack ? 0 : 1]
        }
    }

    /// Genitive, dative, accusative, locative, ablative; the instrumental and the bare stem also
    /// stand in compounds.
    private static let caseEndings: [Set<String>] = [
        ["ның", "нің", "дың", "дің", "тың", "тің"], ["ға", "ге", "қа", "ке"],
        ["ны", "ні", "ды", "ді", "ты", "ті"], ["да", "де", "та", "те"],
        ["дан", "ден", "тан", "тен", "нан", "нен"],
    ]
    private static let afterPossessive = [
        ["ның", "нің"], ["на", "не"], ["н", "н"], ["нда", "нде"], ["нан", "нен"],
    ]
    /// What voicing before a vowel has made of the last letter of a stem.
    private static let voiced: [Character: Character] = ["ғ": "қ", "г": "к", "б": "п"]

    /// The stem of a word with a possessive ending; nil for one without.
    static func bare(_ word: String) -> Bare? {
        guard let last = word.last, "ыі".contains(last) else { return nil }
        var stem = String(word.dropLast())
        if stem.hasSuffix("с"), let before = stem.dropLast().last, "аәеоөұүыіу".contains(before) {
            stem.removeLast()
        } else if let end = stem.last, let plain = voiced[end] {
            stem = stem.dropLast() + String(plain)
        }
        return stem.count > 2 ? Bare(word: word, stem: stem) : nil
    }
}
