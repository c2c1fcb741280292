import KelisimTesting

/// Words of one language for texts that look like policies.
///
/// Frequent words stand first in each list and are picked more often, as in real texts.
struct Vocabulary: Sendable {
    /// Words that belong to any sentence.
    let particles: [String]
    /// The forms of each noun.
    let nouns: [[String]]
    /// The forms of each adjective.
    let adjectives: [[String]]
    /// The forms of each verb.
    let verbs: [[String]]
    /// Phrases that lawyers repeat.
    let phrases: [String]
    /// Sentences that lawyers repeat.
    let boilerplate: [String]
    /// What refers to a clause, with `#` in the place of its number.
    let references: [String]
    /// The word in front of or behind the number of a section, with `#` in its place.
    let sections: [String]

    /// The vocabularies by the tags of their languages.
    static let all: [(language: String, words: Vocabulary)] = [
        ("kk", .kazakh), ("ru", .russian), ("en", .english),
    ]

    /// A word of the language, in some form.
    func word(_ random: inout SeededGenerator) -> String {
        switch random.below(100) {
        case ..<16: frequent(particles, &random)
        case ..<60: random.pick(frequent(nouns, &random))
        case ..<78: random.pick(frequent(adjectives, &random))
        case ..<94: random.pick(frequent(verbs, &random))
        case ..<97: random.pick(references).replacing("#", with: number(&random))
        default: "\(2 + random.below(90))"
        }
    }

    /// A number such as those of clauses.
    private func number(_ random: inout SeededGenerator) -> String {
        "\(1 + random.below(20)).\(1 + random.below(12))"
    }

    private func frequent<Element>(
        _ elements: [Element],
        _ random: inout SeededGenerator
    ) -> Element {
        let place = Double(random.below(1 << 20)) / Double(1 << 20)
        return elements[Int(place * place.squareRoot() * Double(elements.count))]
    }
}
