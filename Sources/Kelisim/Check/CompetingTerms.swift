internal import KelisimText

/// Terms for one and the same notion, of which a text should have one.
struct CompetingTerms {
    /// The terms; the one that the laws of Kazakhstan have comes first.
    private let terms: [(name: String, pattern: TermPattern)]

    private init(_ language: WordingLanguage, _ names: [String]) {
        terms = names.compactMap { name in
            TermPattern(name, in: language).map { (name, $0) }
        }
    }

    /// What is listed here has one meaning wherever both could stand.
    ///
    /// Words that some texts tell
    /// apart, such as «пайдаланушы» and «қолданушы», are not listed.
    private static let all: [WordingLanguage: [CompetingTerms]] = [
        .kk: [
            // Law 94-V has «дербес деректер».
            CompetingTerms(.kk, ["дербес деректер", "жеке деректер"]),
            CompetingTerms(.kk, ["электрондық пошта", "электронды пошта"]),
            // Law 370 of 7 January 2003.
            CompetingTerms(
                .kk,
                ["электрондық цифрлық қолтаңба", "электрондық сандық қолтаңба"]
            ),
        ],
        .ru: [CompetingTerms(.ru, ["персональные данные", "личные данные"])],
    ]

    static func findings(_ wording: WordingText) -> [Finding] {
        (all[wording.language] ?? []).compactMap { $0.finding(wording) }
    }

    private func finding(_ wording: WordingText) -> Finding? {
        var drift = Drift<Int>()
        for (position, words) in wording.words.enumerated() {
            for (index, word) in words.enumerated() where !word.isQuoted {
                let term = terms.firstIndex { term in
                    term.pattern.form(at: words[index...]) != nil
                }
                if let term { drift.note(term, position, word.range.lowerBound) }
            }
        }
        guard let usual = drift.usual(preferring: 0) else { return nil }
        // A text that defines both has told them apart.
        let defined = Set(wording.text.content.definitions.map { $0.term.lowercased() })
        guard !drift.rare(beside: usual).contains(where: { defined.contains(terms[$0].name) })
        else { return nil }
        return drift.finding(.termDrift, usual, in: wording.text) { terms[$0].name }
    }
}
