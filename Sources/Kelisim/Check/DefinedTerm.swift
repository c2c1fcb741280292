internal import KelisimText

/// A term that a text defines, as the rules about its use need it.
struct DefinedTerm {
    let pattern: TermPattern
    /// Which of its words the definition writes with a capital.
    let capitals: [Bool]
    /// Where the definition stands: before one in passing the text does not have the term yet.
    let clause: Int
    let range: Range<Int>
    let isInline: Bool

    /// More terms than any text of an operator defines; the rest of a longer list is passed over,
    /// so that the time stays linear.
    private static let most = 128

    /// The terms of a text, the longest first.
    static func all(in wording: WordingText) -> [DefinedTerm] {
        var seen: Set<String> = []
        var terms: [DefinedTerm] = []
        for definition in wording.text.content.definitions where terms.count < most {
            guard let term = DefinedTerm(definition, wording.language),
                seen.insert(definition.term.lowercased()).inserted
            else { continue }
            terms.append(term)
        }
        return terms.sorted { $0.capitals.count > $1.capitals.count }
    }

    private init?(_ definition: Definition, _ language: WordingLanguage) {
        // An abbreviation has its capitals for another reason.
        guard let pattern = TermPattern(definition.term, in: language),
            !pattern.words.contains(where: { $0.capitals == .all })
        else { return nil }
        self.pattern = pattern
        capitals = pattern.words.map { $0.capitals == .first }
        clause = definition.clause
        range = definition.range
        isInline = definition.isInline
    }

    /// Whether the text can already use the term at a byte of the clause at `position`.
    func holds(at position: Int, _ offset: Int) -> Bool {
        !isInline || (position, offset) >= (clause, range.upperBound)
    }

    /// The dictionary form with these capitals.
    func spelled(_ capitals: [Bool]) -> String {
        zip(pattern.words, capitals)
            .map { word, isCapital in
                isCapital ? word.text.prefix(1).uppercased() + word.text.dropFirst() : word.text
            }
            .joined(separator: " ")
    }
}
