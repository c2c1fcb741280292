internal import KelisimText

/// Ordinal numerals in words, as paragraphs without numbers are cited: «екінші абзац», «абзац второй».
enum OrdinalWords {
    /// The numeral that agrees with a masculine noun in the nominative; nil above 20 and in English,
    /// where figures are used.
    static func masculine(_ number: Int, in language: WordingLanguage) -> String? {
        let words =
            switch language {
            case .kk: kazakh
            case .ru: russian
            case .en: [String]()
            }
        return words.indices.contains(number - 1) ? words[number - 1] : nil
    }

    private static let kazakh = [
        "бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші",
        "тоғызыншы", "оныншы", "он бірінші", "он екінші", "он үшінші", "он төртінші",
        "он бесінші", "он алтыншы", "он жетінші", "он сегізінші", "он тоғызыншы", "жиырмасыншы",
    ]

    private static let russian = [
        "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой",
        "девятый", "десятый", "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый",
        "пятнадцатый", "шестнадцатый", "семнадцатый", "восемнадцатый", "девятнадцатый",
        "двадцатый",
    ]
}
