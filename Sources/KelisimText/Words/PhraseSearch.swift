/// Finds phrases in the words of a clause; a phrase is a run of words by their beginnings, such as
/// «персональн данн».
package struct PhraseSearch {
    private typealias Phrase = (name: String, stems: [String])

    /// The phrases by the first letter of each, so that most words are passed over at once.
    private let phrases: [Unicode.Scalar: [Phrase]]

    package init(_ names: [String]) {
        let all = Set(names)
            .map { name in
                (name: name, stems: name.split(separator: " ").map(String.init))
            }
        phrases = Dictionary(grouping: all) { $0.name.unicodeScalars.first ?? " " }
    }

    /// The phrases that stand in `words` outside of quotations.
    package func found(in words: [Word]) -> Set<String> {
        var found: Set<String> = []
        each(in: words) { found.insert($0) }
        return found
    }

    /// How often a phrase stands in `words` outside of quotations.
    package func count(in words: [Word]) -> Int {
        var count = 0
        each(in: words) { _ in count += 1 }
        return count
    }

    private func each(in words: [Word], _ body: (String) -> Void) {
        for (index, word) in words.enumerated() where !word.isQuoted {
            guard let letter = word.text.unicodeScalars.first, let candidates = phrases[letter]
            else { continue }
            for phrase in candidates where stands(phrase, at: words[index...]) { body(phrase.name) }
        }
    }

    private func stands(_ phrase: Phrase, at words: ArraySlice<Word>) -> Bool {
        words.count >= phrase.stems.count
            && zip(phrase.stems, words).allSatisfy { $1.text.hasPrefix($0) }
    }
}
