/// The words that dates are made of, in all their forms.
enum DateVocabulary {
    /// What a word means in a date, in any letter case and either normal form.
    static func meaning(of word: String) -> DateToken.Meaning {
        let small = word.lowercased()
        return meanings[small] ?? meanings[withoutHomoglyphs(small)] ?? .word
    }

    /// Equality of strings is canonical equivalence, which is what makes either form found.
    private static let meanings: [String: DateToken.Meaning] = {
        var meanings: [String: DateToken.Meaning] = [:]
        for ending in ["го", "ого", "е", "ое"] {
            meanings[ending] = .ordinalEnding
        }
        for (index, name) in MonthNames.english.enumerated() {
            meanings[name.lowercased()] = .month(index + 1, .en)
        }
        for (index, forms) in russianMonths.enumerated() {
            for form in forms {
                meanings[form] = .month(index + 1, .ru)
            }
        }
        for (index, forms) in MonthNames.kazakh.enumerated() {
            for form in kazakhForms(of: forms[KazakhCase.nominative.rawValue]) {
                meanings[form] = .month(index + 1, .kk)
            }
        }
        for form in kazakhYears {
            meanings[form] = .year(.kk, isAbbreviation: false)
        }
        for form in russianYears {
            meanings[form] = .year(.ru, isAbbreviation: false)
        }
        for (form, language) in abbreviations {
            meanings[form] = .year(language, isAbbreviation: true)
        }
        return meanings
    }()

    private static let abbreviations: [String: WordingLanguage] = [
        "ж": .kk, "жж": .kk, "г": .ru, "гг": .ru,
    ]

    private static let russianYears = [
        "год", "года", "году", "годом", "годе", "годы", "годов", "годам", "годами", "годах",
    ]

    private static let kazakhYears =
        kazakhForms(of: "жыл") + kazakhForms(of: "жылдар") + ["жылғы", "жылғыдан"]

    private static let russianMonths: [[String]] = {
        let hard = ["", "а", "у", "ом", "е"]
        let soft = ["ь", "я", "ю", "ем", "е"]
        let stressed = ["ь", "я", "ю", "ём", "ем", "е"]
        let stems: [(String, [String])] = [
            ("январ", stressed), ("феврал", stressed), ("март", hard), ("апрел", soft),
            ("ма", ["й", "я", "ю", "ем", "е"]), ("июн", soft), ("июл", soft), ("август", hard),
            ("сентябр", stressed), ("октябр", stressed), ("ноябр", stressed), ("декабр", stressed),
        ]
        return stems.map { stem, endings in endings.map { stem + $0 } }
    }()

    /// Every case form, plain («мамырда»), possessive («мамырында», «шілдесінде») and attributive
    /// («мамырдағы»); forms that vowel harmony forbids are listed too and do no harm.
    private static func kazakhForms(of noun: String) -> [String] {
        // к is voiced before a vowel: қыркүйек, қыркүйегі.
        let stem = noun.hasSuffix("к") ? String(noun.dropLast()) + "г" : noun
        return plainEndings.map { noun + $0 }
            + ["ы", "і", "сы", "сі"]
            .flatMap { possessive in
                possessiveEndings.map { stem + possessive + $0 }
            }
    }

    private static let plainEndings = [
        "", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "да", "де", "та",
        "те", "дағы", "дегі", "тағы", "тегі", "ның", "нің", "дың", "дің", "тың", "тің", "ны", "ні",
        "ды", "ді", "ты", "ті", "мен", "бен", "пен",
    ]

    private static let possessiveEndings = [
        "", "нан", "нен", "на", "не", "нда", "нде", "ндағы", "ндегі", "ның", "нің", "н", "мен",
    ]

    /// The word with Latin letters that look Cyrillic replaced, unless it is all Latin.
    private static func withoutHomoglyphs(_ word: String) -> String {
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
        return String(word.map { homoglyphs[$0] ?? $0 })
    }

    private static let homoglyphs: [Character: Character] = [
        "a": "а", "c": "с", "e": "е", "h": "һ", "i": "і", "o": "о", "p": "р", "x": "х", "y": "у",
    ]
}
