package import KelisimText

/// Clauses that are written in the other language of Kazakhstan.
package enum LanguageRule {
    private static let kazakhLetters = Set("әғқңөұүһі".unicodeScalars)
    private static let russianWords: Set<String> = [
        "и", "в", "на", "не", "с", "по", "для", "или", "что", "из", "от", "при", "его", "их", "об",
        "о", "к", "до", "это", "если", "может", "также", "только", "без", "между",
    ]

    static func findings(_ text: ReviewedText) -> [Finding] {
        let expected = WordingLanguage(tag: text.language.tag)
        guard expected == .kk || expected == .ru else { return [] }
        return text.clauses.indices.compactMap { position in
            let plain = text.content.plainText(of: position).lowercased()
            guard let found = language(of: plain) ?? (isLatin(plain) ? .en : nil), found != expected
            else { return nil }
            return Finding(
                .parityUntranslated,
                at: text.place(ofClause: position),
                [
                    "clause": text.name(position), "language": text.language.tag,
                    "other": found.rawValue,
                ]
            )
        }
    }

    /// Whether a text is all but wholly in Latin letters, as one is that nobody has translated.
    private static func isLatin(_ text: String) -> Bool {
        let latin = text.unicodeScalars.count { (0x61...0x7A).contains($0.value) }
        let cyrillic = text.unicodeScalars.count { (0x400...0x52F).contains($0.value) }
        return latin >= 40 && latin > cyrillic * 9
    }

    /// Kazakh or Russian, where the letters and words leave no doubt; `letters` is how many of
    /// those that only Kazakh has leave none.
    package static func language(of text: String, letters: Int = 5) -> WordingLanguage? {
        let cyrillic = text.unicodeScalars.count { (0x400...0x52F).contains($0.value) }
        let kazakh = text.unicodeScalars.count { kazakhLetters.contains($0) }
        // About every sixth letter of Kazakh is one that Russian does not have; a Russian sentence
        // can still hold a Kazakh name.
        if kazakh >= letters, kazakh * 12 >= cyrillic { return .kk }
        guard kazakh == 0, cyrillic >= 25 else { return nil }
        let words = text.split { !$0.isLetter }
        return words.contains { russianWords.contains(String($0)) } ? .ru : nil
    }
}
