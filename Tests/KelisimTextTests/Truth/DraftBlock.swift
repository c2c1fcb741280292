/// One leaf block of a generated policy.
struct DraftBlock {
    enum Kind: Hashable {
        case heading(level: Int)
        case paragraph
        case bullet
        case ordered
        case table
    }

    /// Its name, which no other block of any version has.
    let id: Int
    let kind: Kind
    /// The number printed in front of it.
    var label: String?
    /// Its words with their punctuation; a table has its bars among them.
    var words: [String]
    /// The blocks of the first version that it is or was made of.
    var origins: [Int]
    /// What was done to it, for people who read reports.
    var history: [String] = []

    /// Whether its words were changed, so that no further edit hides what the first one did.
    var isTouched: Bool { !history.isEmpty }

    /// Its text without a number.
    var text: String { words.joined(separator: " ") }

    /// Where its sentences end, as positions in `words`.
    var sentenceEnds: [Int] {
        words.indices.filter { words[$0].hasSuffix(".") }.map { $0 + 1 }
    }

    /// The positions of words that an edit may change.
    var wordPositions: [Int] {
        words.indices.filter { words[$0].contains { $0.isLetter || $0.isNumber } }
    }
}
