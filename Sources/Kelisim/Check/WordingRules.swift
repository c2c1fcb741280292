internal import KelisimText

/// Wording that drifts: marks, words and terms that one text has in several ways.
enum WordingRules {
    /// A rule about the words of one text.
    private typealias Rule = @Sendable (WordingText) -> [Finding]

    private static let rules: [Rule] = [
        TypographyRules.findings, HeadingRules.findings, CompetingTerms.findings,
        DefinedTermRules.findings, ConsentRules.findings,
    ]

    static func findings(_ text: ReviewedText) -> [Finding] {
        guard let text = WordingText(text) else { return [] }
        return rules.flatMap { $0(text) }
    }
}
