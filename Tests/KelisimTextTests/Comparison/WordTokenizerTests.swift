import KelisimTesting
import Testing

@testable import KelisimText

struct WordTokenizerTests {
    private func tokens(_ text: String) -> [String] {
        Array(text.utf8)
            .withUnsafeBufferPointer { bytes in
                WordTokenizer.tokens(in: bytes).map { bytes.string($0.range) }
            }
    }

    /// What the issue names, and what is like it.
    @Test(arguments: [
        "17-1", "27-1-бабы", "9-1)", "1 000 000", "1\u{A0}000\u{202F}000", "т.е.", "т.б.",
        "21.05.2026",
        "2026-05-21", "09:00", "3.2.6", "https://birgeoqu.kz/kk/?a=1&b=%20#x", "www.example.kz/a,b",
        "help@birge-oqu.kz", "веб-сайт", "Cookies-ті", "94-V", "user’s", "O'Brien", "foo_bar",
        "2,5",
        "e\u{301}tat", "й", "👨‍👩‍👧", "🇰🇿", "n\u{AD}ame",
    ])
    func staysWhole(_ text: String) {
        #expect(tokens("a \(text) b") == ["a", text, "b"])
    }

    @Test(arguments: [
        ("5.1. Текст", ["5.1", ".", "Текст"]),
        ("(пункт 9)", ["(", "пункт", "9", ")"]),
        ("см. 9) да", ["см", ".", "9)", "да"]),
        ("и/или", ["и", "/", "или"]),
        ("«Birge Oqu'»", ["«", "Birge", "Oqu", "'", "»"]),
        ("(https://a.kz/x).", ["(", "https://a.kz/x", ")", "."]),
        ("«https://a.kz»", ["«", "https://a.kz", "»"]),
        ("24.5–24.21", ["24.5", "–", "24.21"]),
        ("12 34 567", ["12", "34 567"]),
        ("1000 000", ["1000", "000"]),
        ("7.2- тармақ", ["7.2", "-", "тармақ"]),
        ("слово,слово", ["слово", ",", "слово"]),
        ("日本", ["日", "本"]),
        ("a\u{200B}b", ["a\u{200B}b"]),
        (" \u{301}x", [" \u{301}", "x"]),
        ("", []), ("   ", []),
    ])
    func isCut(_ text: String, _ expected: [String]) {
        #expect(tokens(text) == expected)
    }

    /// No boundary lies inside a grapheme, and nothing but white space is left out.
    @Test func graphemesStayWhole() {
        let pieces = [
            "a", "ә", "й", "\u{301}", "\u{200D}", "👩", "🏽", "🇰", "🇿", " ", "\u{A0}", "-", ".", "1",
            "(", ")",
            "\u{1100}", "\u{1161}", "\u{0E33}", "\u{0600}", "日", "'", "://", "@", "\u{FE0F}",
            "\u{AD}", ",",
        ]
        var random = SeededGenerator(seed: 11)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...12, using: &random))
                .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
            var boundaries: Set<Int> = [0]
            for index in text.indices {
                boundaries.insert(text.utf8.distance(from: text.startIndex, to: index))
            }
            boundaries.insert(text.utf8.count)
            let ranges = Array(text.utf8)
                .withUnsafeBufferPointer { bytes in
                    WordTokenizer.tokens(in: bytes).map(\.range)
                }
            var end = 0
            for range in ranges {
                #expect(range.lowerBound >= end, "\(text.debugDescription)")
                #expect(boundaries.contains(range.lowerBound), "\(text.debugDescription)")
                #expect(boundaries.contains(range.upperBound), "\(text.debugDescription)")
                let gap = String(decoding: Array(text.utf8)[end..<range.lowerBound], as: UTF8.self)
                #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
                end = range.upperBound
            }
        }
    }
}
