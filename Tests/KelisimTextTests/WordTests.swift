import KelisimTesting
import Testing

@testable import KelisimText

/// Clauses cut into words.
struct WordTests {
    private static func words(_ text: String) throws -> [Word] {
        try PolicyText(Array("# Т\n\n\(text)\n".utf8)).words(of: 1)
    }

    @Test func wordsInLowerCase() throws {
        let words = try Self.words("1.1. Әкімшілік ҒЫЛЫМИ «Cookies-ті» ӨҢДЕЙДІ, `код` É Ӏ Ӂ.")
        #expect(
            words.map(\.text) == [
                "әкімшілік", "ғылыми", "cookies", "ті", "өңдейді", "é", "ӏ", "ӂ",
            ]
        )
        #expect(words.map(\.capitals)[..<3] == [.first, .all, .first])
        #expect(words.map(\.isQuoted)[..<5] == [false, false, true, true, false])
        #expect(words.map(\.isCompound)[..<5] == [false, false, true, true, false])
        #expect(words.map(\.isNext)[..<5] == [false, true, false, false, false])
    }

    @Test func beginningsOfSentences() throws {
        let words = try Self.words("Бір екі. Үш: төрт; бес (алты) жеті, «сегіз» тоғыз… он")
        let initial = words.filter(\.isInitial).map(\.text)
        #expect(initial == ["бір", "үш", "төрт", "бес", "алты", "сегіз", "он"])
    }

    /// Whatever the text, each word is where it says, and its letters are those of the source in
    /// lower case.
    @Test(arguments: 0..<100)
    func everyWordIsWhereItSays(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "Ә", "ғ", "Q", "w", "«", "»", "\"", "“", "”", "'", "’", "-", " ", "–", "`", "1", ".",
            ":", "É",
            "ſ", "İ", "Ӏ", "Ѡ", "\u{A0}", "\u{301}", "&amp;", "\\*", "|", "字", "ß", "[", "](x)",
            "\n",
        ]
        let source = (0..<60).map { _ in random.pick(pieces) }.joined()
        let text = try PolicyText(Array("т \(source)\n".utf8))
        for position in text.tree.clauses.indices {
            let plain = Array(text.plainText(of: position).utf8)
            var end = 0
            for word in text.words(of: position) {
                #expect(word.range.lowerBound >= end && word.range.upperBound <= plain.count)
                end = word.range.upperBound
                let letters = String(decoding: plain[word.range], as: UTF8.self)
                #expect(Array(word.text.utf8) == Array(letters.lowercased().utf8))
            }
            for mark in text.marks(of: position) { #expect(plain.indices.contains(mark.offset)) }
        }
    }
}
