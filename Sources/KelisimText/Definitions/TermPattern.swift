/// A term of one or more words, found in whatever case of its language it stands.
package struct TermPattern: Sendable {
    /// How a place of a text has the term.
    package enum Form: Sendable {
        case inflected
        /// The last word has lost the possessive ending that Kazakh wants in such a term:
        /// «Құпиялылық саясаттың» for «Құпиялылық саясатының».
        case bare(meant: String)
    }

    /// The words of the term, as its definition has them.
    package let words: [Word]
    private let inflections: [Inflection]
    private let bare: KazakhInflection.Bare?

    /// Makes the pattern of `term`; nil when it is no run of words, as «94-V» or «веб-сайт», or the
    /// language has no grammar here.
    package init?(_ term: String, in language: WordingLanguage) {
        let bytes = Array(term.utf8)
        words = bytes.withUnsafeBufferPointer { WordScanner($0).words(from: 0) }
        guard let last = words.last, words[0].range.lowerBound == 0,
            last.range.upperBound == bytes.count, words.dropFirst().allSatisfy(\.isNext),
            !words.contains(where: \.isCompound)
        else { return nil }
        switch language {
        case .kk:
            inflections =
                words.dropLast().map { Inflection(stem: $0.text) }
                + [KazakhInflection.inflection(of: last.text)]
            bare = words.count > 1 ? KazakhInflection.bare(last.text) : nil
        case .ru:
            inflections = words.map { RussianInflection.inflection(of: $0.text) }
            bare = nil
        case .en: return nil
        }
    }

    /// The letters that a text must have for the first word of the term.
    package var stem: String { inflections[0].stem }

    /// How the term stands at the beginning of `words`; nil when it does not.
    package func form(at words: ArraySlice<Word>) -> Form? {
        // Nearly every word ends the search here.
        guard let first = words.first, first.text.hasPrefix(stem),
            words.count >= inflections.count
        else { return nil }
        let found = words.prefix(inflections.count)
        guard found.dropFirst().allSatisfy(\.isNext), !found.contains(where: \.isCompound)
        else { return nil }
        guard zip(inflections.dropLast(), found).allSatisfy({ $0.matches($1.text) }),
            let inflection = inflections.last, let last = found.last
        else { return nil }
        if inflection.matches(last.text) { return .inflected }
        return bare?.meant(by: last.text).map(Form.bare)
    }
}
