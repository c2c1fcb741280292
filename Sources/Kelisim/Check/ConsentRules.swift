internal import KelisimText

/// What a text on personal data does not seem to mention.
///
/// A text is taken for one on personal data when its title names them or confidentiality, and it
/// speaks of them three times or more outside of quotations; terms of use that have a clause about
/// them are not. The words are searched for by their beginnings, so «does not seem to» is all that
/// can be said.
enum ConsentRules {
    private static let often = 3

    static func findings(_ wording: WordingText) -> [Finding] {
        guard let place = wording.words.indices.first, isOnPersonalData(wording) else { return [] }
        let language = wording.language
        let phrases = ConsentElement.all.flatMap { $0.signs[language] ?? [] }.flatMap(\.self)
        let search = PhraseSearch(phrases)
        let clauses = wording.words.enumerated()
            .map { position, words in
                (found: search.found(in: words), position: position)
            }
        return ConsentElement.all.compactMap { element in
            let seen = (element.signs[language] ?? [])
                .count { sign in
                    clauses.contains { clause in
                        sign.allSatisfy(clause.found.contains)
                            && (!element.hasIdentificationNumber
                                || hasIdentificationNumber(clause.position, wording.text))
                    }
                }
            guard seen < element.least else { return nil }
            return Finding(element.code, at: wording.text.place(ofClause: place))
        }
    }

    private static func isOnPersonalData(_ wording: WordingText) -> Bool {
        let titles = PhraseSearch(ConsentElement.titles[wording.language] ?? [])
        guard let title = wording.words.first, !titles.found(in: title).isEmpty else {
            return false
        }
        let subject = PhraseSearch(ConsentElement.subject[wording.language] ?? [])
        var mentions = 0
        for words in wording.words {
            mentions += subject.count(in: words)
            if mentions >= often { return true }
        }
        return false
    }

    /// Whether the clause has a run of exactly twelve digits, as БСН and ЖСН are.
    private static func hasIdentificationNumber(_ position: Int, _ text: ReviewedText) -> Bool {
        text.block(position).bytes
            .split { !(0x30...0x39).contains($0) }
            .contains { $0.count == 12 }
    }
}
