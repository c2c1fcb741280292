import KelisimTesting
import KelisimText
import Testing

@Suite struct CollationTests {
    @Test(arguments: [
        "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
        "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я",
        "1 9 a z é а я є ω",
        "азамат әкімшілік бала ғалам дерек есеп ёлка қорғаншы құпиялылық нысан ңаңа өкіл",
        "Алия алма Әйгерім әке Бақыт",
        "тарау тармақ ТАРМАҚ тармақша тұлға түр уақыт",
        "оператор ответ паспорт Раздел редакция статья",
    ])
    func sortsWords(_ line: String) {
        var random = SeededGenerator(seed: 7)
        let words = line.split(separator: " ").map(String.init)
        let shuffled = words.shuffled(using: &random)
        #expect(KazakhCollation.sorted(shuffled, by: \.self) == words)
    }

    @Test func comparesWordsThenLettersThenCase() {
        let expected = [
            "", "«»", "веб-сайт", "жеке деректер", "жекелеген", "жекелеген.", "Жекелеген",
            "жекелік",
        ]
        #expect(KazakhCollation.sorted(expected.reversed(), by: \.self) == expected)
        #expect(KazakhCollation.precedes("веб-сайт", "вебсайтты"))
        #expect(KazakhCollation.precedes("вебсайты", "веб-сайтыңыз"))
        #expect(KazakhCollation.precedes("а  – б", "а бв"))
    }

    @Test func findsLettersInEitherNormalForm() {
        #expect(KazakhCollation.precedes("и\u{306}ога", "каз"))
        #expect(KazakhCollation.precedes("изюм", "и\u{306}ога"))
        #expect(KazakhCollation.precedes("е\u{308}ж", "жук"))
        let composed = KazakhCollation.key("й")
        let decomposed = KazakhCollation.key("и\u{306}")
        #expect(composed != decomposed)
        #expect((composed < decomposed) != (decomposed < composed))
    }

    @Test func keepsTheOrderOfElementsWithTheSameText() {
        let pairs = [("б", 1), ("а", 2), ("б", 3), ("а", 4)]
        #expect(KazakhCollation.sorted(pairs, by: \.0).map(\.1) == [2, 4, 1, 3])
    }

    @Test func isAStrictTotalOrder() {
        var random = SeededGenerator(seed: 1)
        let alphabet = "аәеёжийкқңоөыіьяАӘӨЯazAZ019 -«»№.\u{301}\u{306}\r\n\u{A0}é😀ǅßİ٣Ω中"
        let pieces = Array(alphabet.unicodeScalars)
        let texts = (0..<120)
            .map { _ in
                String(
                    String.UnicodeScalarView((0..<random.below(5)).map { _ in random.pick(pieces) })
                )
            }
        let keys = texts.map(KazakhCollation.key)
        for (text, one) in zip(texts, keys) {
            for (otherText, other) in zip(texts, keys) {
                let isSame = text.utf8.elementsEqual(otherText.utf8)
                #expect([isSame, one < other, other < one].count { $0 } == 1)
                #expect((one == other) == isSame)
                guard one < other else { continue }
                #expect(keys.allSatisfy { !(other < $0) || one < $0 })
            }
        }
    }

    @Test func sortsAnythingTheSameWhateverTheOrderBefore() {
        var random = SeededGenerator(seed: 2)
        let texts = (0..<200).map { _ in random.text(ofScalarsBelow: 0x600, count: 6) }
        let sorted = KazakhCollation.sorted(texts, by: \.self).map { Array($0.utf8) }
        for _ in 0..<5 {
            let shuffled = texts.shuffled(using: &random)
            #expect(KazakhCollation.sorted(shuffled, by: \.self).map { Array($0.utf8) } == sorted)
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func text(ofScalarsBelow bound: Int, count: Int) -> String {
        let scalars = (0..<count).compactMap { _ in Unicode.Scalar(UInt32(below(bound))) }
        return String(String.UnicodeScalarView(scalars))
    }
}
