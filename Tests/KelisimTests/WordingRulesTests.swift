import Foundation
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// Wording that drifts inside one text, and what right wording must not be taken for.
struct WordingRulesTests {
    /// What the wording rules say about `source`: line, column, code.
    private static func review(_ source: String, _ language: String = "kk") throws -> [Finding] {
        let tag = try PolicyFixture.language(language)
        let text = Text(language: tag, file: "\(language).md", bytes: Array(source.utf8))
        let folder = try TemporaryRepository(PolicyFixture.draft)
        let policy = try #require(try folder.read().policies.first)
        let edition = try #require(policy.edition(1))
        return WordingRules.findings(try #require(ReviewedText(text, of: edition))).sorted()
    }

    private static func lines(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.code.name)" }
    }

    // MARK: - One defect

    @Test(arguments: [
        // Marks.
        ("kk", "1. Сайт – бет, қор - ұйым.", "1:20 dash-drift"),
        ("ru", "1. Сайт – это — и то – страница.", "1:15 dash-drift"),
        ("kk", "1. «Бір» және \"екі\" және «үш».", "1:15 quote-drift"),
        ("ru", "1. «Один» и “два”.", "1:13 quote-drift"),
        ("ru", "1. «Один» и 'два'.", "1:13 quote-drift"),
        ("kk", "1. Осы 7.2- тармағын қараңыз.", "1:11 stray-hyphen"),
        ("kk", "1. Осы 7.2.- тармағын қараңыз.", "1:12 stray-hyphen"),
        ("ru", "1. На 5- дневный срок.", "1:8 stray-hyphen"),
        ("kk", "1. «Birge Oqu'» платформасы.", "1:14 stray-apostrophe"),
        ("kk", "1. Oqu’ платформасы.", "1:7 stray-apostrophe"),
        // Words.
        ("kk", "# МӘЛІМЕТТЕРДІ ӨНДЕУ\n\nӨңдеу, өңдеу және өңдеу.", "1:16 heading-word-differs"),
        (
            "kk", "# Қауіпсиздік\n\nҚауіпсіздік, қауіпсіздік, қауіпсіздік.",
            "1:3 heading-word-differs"
        ),
        ("ru", "# ЗАЩЫТА, ЗАШИТА\n\nЗащита, защита и защита.", "1:11 heading-word-differs"),
        (
            "kk",
            "1. Дербес деректерді және дербес деректерін, жеке деректеріңіз емес, жеке деректерге.",
            "1:70 term-drift"
        ),
        ("ru", "1. Личных данных и персональными данными.", "1:4 term-drift"),
        ("kk", "1. Электрондық пошта, электронды поштаға.", "1:23 term-drift"),
        (
            "kk",
            "«Тапсырыс» – сатып алу.\n\nОсы тапсырысты, осы тапсырыс пен осы тапсырысқа Тапсырыс.",
            "3:49 capital-drift"
        ),
        (
            "ru",
            "Школа (далее – Оператор).\n\nЕсли Оператор просит Оператора, оператору отвечают.",
            "3:33 capital-drift"
        ),
        (
            "ru",
            "Школа (далее – Политика сайта).\n\nПо Политике сайта и с Политикой сайта, о Политике Сайта.",
            "3:42 capital-drift"
        ),
        (
            "kk",
            "Қор (бұдан әрі – Оқу ережесі).\n\nОсы Оқу ережесіне, Оқу ережесін, Оқу ережесінде, "
                + "Оқу ереженің.",
            "3:54 defined-term-ending"
        ),
    ])
    func oneDefect(_ language: String, _ text: String, _ expected: String) throws {
        let source = text.hasPrefix("#") ? text : "# Т\n\n" + text
        let found = Self.lines(try Self.review(source.replacing("1. ", with: "1\\. "), language))
        let line = try #require(Int(expected.prefix { $0 != ":" }))
        let column = try #require(Int(expected.dropFirst(2).prefix { $0 != " " }))
        let isNumbered = text.hasPrefix("1. ")
        let code = expected.drop { $0 != " " }
        let shift = text.hasPrefix("#") ? 0 : 2
        #expect(found == ["\(line + shift):\(column + (isNumbered ? 1 : 0))\(code)"])
    }

    // MARK: - No defect

    @Test(arguments: [
        // Marks.
        ("kk", "Бағасы 5 – 10 теңге, «Көше - ЖШС» және `a - b` - бәрі; 10-нан 5-ке."),
        ("kk", "1- және 2-тармақтар, 3- не 4-тармақ, 5-, 6-тармақтар, 2020-2021 жылдары."),
        ("ru", "2- и 3-дневный срок, 5- или 6-й, от 5- до 10-процентной."),
        ("ru", "Фонд «Фонд \"Үміт\"» и «Дом „Балапан“»."),
        ("ru", "Экран 15\" и 17\", «Дата»."),
        ("kk", "Developers' Guide мен O'Reilly, қазақша «Бір»."),
        ("kk", "Қараңыз: `'бір' \"екі\"`, «үш»."),
        ("kk", "| Белгі | Мәні |\n|---|---|\n| - | жоқ |\n| x – y | бар |"),
        // Headings.
        ("kk", "# ДЕРЕКТЕРІҢЕ\n\nДеректеріне, деректеріне, деректеріне."),
        ("kk", "# БӨЛУ\n\nБолу, болу, болу."),
        ("ru", "# УКАЗАНИЕ\n\nОказание, оказание, оказание."),
        ("ru", "# СРОКИ И УСЛОВИЯ\n\nСрок, срока, условие, условию, условий, сроки."),
        // Terms.
        ("kk", "«Дербес деректер туралы» заң бойынша жеке деректер, жеке дереккөз, жеке деректер."),
        ("ru", "«О персональных данных» и личные данные, личная жизнь, данные."),
        ("ru", "«Личные данные» – то же, что персональные данные и не личные данные."),
        // Capitals.
        ("kk", "«Сайт» – бет.\n\nСайт ашық. Ол сайттан басталады. «Сайтқа» сайтпен: Сайт."),
        (
            "ru",
            "Страница (далее – Сайт).\n\nНа Сайте, с Сайта и о Сайте; сайты третьих лиц, веб-сайт, "
                + "страница другого сайта и сайт третьих лиц."
        ),
        ("ru", "Кодекс (далее – Закон).\n\nПо Закону, в Законе, о Законе; нарушение закона."),
        ("ru", "Школа «Сайт» с сайтом (далее – Сайт).\n\nНа Сайте, о Сайте, у Сайта, с Сайтом."),
        (
            "kk",
            "«Құрылғы» – аспап.\n\n«Құрылғы иесі» – тұлға.\n\nОсы құрылғы, осы құрылғыны, осы "
                + "құрылғыда, осы Құрылғы иесіне."
        ),
        ("kk", "Бет (бұдан әрі – Қор).\n\nБіздің Қор, осы Қорға, сол Қордан; қорғау, қорытынды."),
        (
            "kk",
            "# САЙТ\n\nБет (бұдан әрі – Сайт).\n\n## САЙТ ЕРЕЖЕСІ\n\nОсы Сайт пен САЙТ, сол Сайт."
        ),
        ("ru", "Подпись (далее – ЭЦП).\n\nПо эцп и ЭЦП, с ЭЦП."),
    ])
    func noDefect(_ language: String, _ text: String) throws {
        let source = text.hasPrefix("#") ? text : "# Т\n\n" + text
        #expect(Self.lines(try Self.review(source, language)) == [])
    }

    @Test func otherLanguagesAreNotRead() throws {
        let text = "# Terms\n\n1\\. One – \"two\" - “three” and 'four'; 5- day."
        #expect(try Self.review(text, "en").isEmpty)
        #expect(try !Self.review(text, "ru").isEmpty)
    }

    // MARK: - Facts

    @Test func aDriftSaysWhereAndHowOften() throws {
        let clauses = (1...9).map { "1.\($0). Осы Пайдаланушы.\n\n" }.joined()
        let small = "2.1. Осы пайдаланушы мен осы пайдаланушы.\n"
        let text = "# Т\n\n«Пайдаланушы» – адам.\n\n" + small + "\n" + clauses
        let found = try Self.review(text)
        #expect(Self.lines(found) == ["5:10 capital-drift"])
        let facts = try #require(found.first?.arguments)
        #expect(
            facts == [
                "term": "Пайдаланушы", "usual": "«Пайдаланушы»", "usualCount": "9",
                "rare": "«пайдаланушы»", "rareCount": "2", "clauses": "2.1",
            ]
        )
        let other = text.replacing("Осы П", with: "Осы п").replacing("осы п", with: "осы П")
            .replacing("1.1. Осы п", with: "1.1. Осы П")
        let names = try Self.review(other).first?.arguments["clauses"]
        #expect(names == "2.1, 1.1")
    }

    @Test func manyClausesAreCounted() throws {
        let clauses = (1...9).map { "1.\($0). Бір – екі.\n\n" }.joined()
        let more = (1...10).map { "2.\($0). Бір - екі.\n\n" }.joined()
        let facts = try Self.review("# Т\n\n" + clauses + more).first?.arguments
        #expect(facts?["clauses"] == "1.1, 1.2, 1.3, 1.4, 1.5, 1.6, … (+3)")
    }

    // MARK: - The consent checklist

    private static func consent(_ language: String) throws -> String {
        let path = Fixture.root + "/valid/consent/policies/consent/1/\(language).md"
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// Each clause of a complete consent stands for one element.
    @Test(arguments: ["kk", "ru"])
    func everyElementIsMissed(_ language: String) throws {
        let whole = try Self.consent(language)
        #expect(try Self.review(whole, language).isEmpty)
        let blocks = whole.split(separator: "\n\n").map(String.init)
        let cuts: [(lines: Set<Int>, code: String)] = [
            ([3, 4], "consent-data"), ([5], "consent-term"), ([6], "consent-third-parties"),
            ([7], "consent-cross-border"), ([8], "consent-publication"),
            ([9], "consent-withdrawal"),
        ]
        for (lines, code) in cuts {
            let kept = blocks.enumerated().filter { !lines.contains($0.offset) }.map(\.element)
            let found = try Self.review(kept.joined(separator: "\n\n"), language)
            #expect(Self.lines(found) == ["1:1 \(code)"])
        }
        let short = whole.replacing("120340005678", with: "12034000567")
        #expect(Self.lines(try Self.review(short, language)) == ["1:1 consent-operator"])
    }

    @Test func onlyATextOnPersonalDataIsAsked() throws {
        let bare = "# Құпиялылық саясаты\n\nДербес деректер, дербес деректер, дербес деректер."
        #expect(try Self.review(bare).count == 7)
        let terms = bare.replacing("Құпиялылық саясаты", with: "Пайдалану шарттары")
        #expect(try Self.review(terms).isEmpty)
        let short = bare.replacing(", дербес деректер.", with: ".")
        #expect(try Self.review(short).isEmpty)
        let quoted = bare.replacing(", дербес деректер.", with: ", «дербес деректер».")
        #expect(try Self.review(quoted).isEmpty)
    }

    // MARK: - Real texts

    private static let seed = [
        "1:1 consent-cross-border", "1:1 consent-operator", "1:1 consent-withdrawal",
        "1:46 term-drift", "3:213 stray-apostrophe", "3:260 dash-drift", "3:262 capital-drift",
        "27:68 capital-drift", "33:60 capital-drift", "41:14 capital-drift",
        "65:132 defined-term-ending", "85:25 heading-word-differs", "103:48 capital-drift",
        "109:166 stray-hyphen",
    ]

    /// The defects of the published text that `text-facts` lists, and nothing else.
    @Test func thePublishedPolicy() throws {
        let root = Project.root + "/policies/privacy/1"
        let kk = try Self.review(try String(contentsOfFile: root + "/kk.md", encoding: .utf8))
        #expect(Self.lines(kk) == Self.seed)
        let ru = try Self.review(
            try String(contentsOfFile: root + "/ru.md", encoding: .utf8),
            "ru"
        )
        #expect(
            Self.lines(ru) == [
                "1:1 consent-cross-border", "1:1 consent-operator", "1:1 consent-withdrawal",
            ]
        )
    }

    /// The seed before its import: two lines further down and without headings, so no heading has
    /// a word that differs.
    @Test func theRawSeed() throws {
        guard let path = Project.shared("seed/privacy.kk.txt") else { return }
        let found = try Self.review(try String(contentsOfFile: path, encoding: .utf8))
        let codes = Set(Self.seed.map { $0.drop { $0 != " " } })
            .subtracting([" heading-word-differs"])
        #expect(Set(Self.lines(found).map { $0.drop { $0 != " " } }) == codes)
    }

    @Test(arguments: ["kk", "ru"])
    func theCorrectedDraft(_ language: String) throws {
        let path = Project.root + "/policies/privacy/2/\(language).md"
        let found = try Self.review(try String(contentsOfFile: path, encoding: .utf8), language)
        #expect(Self.lines(found) == ["1:1 consent-cross-border", "1:1 consent-operator"])
    }

    /// Kazakh and Russian terms of another operator; their new Russian edition has a term that the
    /// old one had not.
    @Test(arguments: [
        ("28/old", "kk", []), ("28/new", "kk", []), ("30/old", "ru", []),
        ("30/new", "ru", ["79:31 term-drift"]),
    ])
    func textsOfOthers(_ name: String, _ language: String, _ expected: [String]) throws {
        guard let path = Project.shared("cases/\(name).md") else { return }
        let found = try Self.review(try String(contentsOfFile: path, encoding: .utf8), language)
        #expect(Self.lines(found) == expected)
    }

    @Test(arguments: Fixture.all(in: "valid"))
    func textsOfFixtures(_ fixture: Fixture) throws {
        let isAccepted = fixture.name == "accepted"
        for policy in try Repository.read(fixture.policies).policies {
            for text in policy.editions.flatMap(\.texts) {
                let source = try #require(text.string)
                let codes = try Self.review(source, text.language.tag).map(\.code.name)
                #expect(codes == (isAccepted ? ["dash-drift"] : []))
            }
        }
    }

    // MARK: - Mutations

    /// A text with nothing wrong; a slip that is made in it is found, and nothing but that slip.
    @Test(arguments: 0..<200)
    func aSlipIsFound(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let path = Project.root + "/policies/privacy/2/kk.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let slips: [(old: String, new: String, code: String)] = [
            (" – ", " - ", "dash-drift"), (" Әкімшілік ", " әкімшілік ", "capital-drift"),
            (" Пайдаланушының ", " пайдаланушының ", "capital-drift"),
            (" дербес деректерді ", " жеке деректерді ", "term-drift"),
            (" дербес деректер туралы ", " Дербес деректер туралы ", "capital-drift"),
            ("-тармақтарында ", "- тармақтарында ", "stray-hyphen"),
            ("«Birge Oqu»", "\"Birge Oqu\"", "quote-drift"),
            ("ӨҢДЕУ", "ӨНДЕУ", "heading-word-differs"),
            ("ӘКІМШІЛІК", "АКІМШІЛІК", "heading-word-differs"),
            (" Құпиялылық саясатының ", " Құпиялылық саясаттың ", "defined-term-ending"),
        ]
        let slip = random.pick(slips)
        // In the first paragraphs the terms are still being defined, and at the start of a
        // sentence a capital says nothing.
        let places = text.ranges(of: slip.old)
            .filter { range in
                let line = text[..<range.lowerBound].split(separator: "\n").last ?? ""
                let before = line.last { $0 != " " } ?? "."
                return slip.code != "capital-drift"
                    || before.isLetter
                        && !line.hasSuffix("тиісті") && !line.hasPrefix("<https")
            }
        let range = random.pick(places)
        let slipped = text.replacingCharacters(in: range, with: slip.new)
        let clean = Set(Self.lines(try Self.review(text)))
        let found = try Self.review(slipped).filter { !clean.contains(Self.lines([$0])[0]) }
        #expect(
            found.map(\.code.name) == [slip.code],
            "\(slip) at \(text[..<range.lowerBound].suffix(40))"
        )
        let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
        #expect(found.first?.place.line == line)
    }

    /// Reading takes linear time, whatever the text is made of.
    @Test(arguments: [
        " - бір – ", "«", "'а ", "1- б ", "\"", "«Сөз» – сөз сөз. ",
        "(бұдан әрі – Сөз%) Сөз% сөз% ",
        "дербес деректер жеке деректер ",
    ])
    func manyMarks(_ piece: String) throws {
        let letters = Array("абвгдежзик")
        func time(_ count: Int) throws -> Duration {
            let words = (1...count)
                .map { number in
                    let name = String(
                        "\(number)".compactMap(\.wholeNumberValue).map { letters[$0] }
                    )
                    return piece.replacing("%", with: name)
                }
                .joined()
            let source = "# Құпиялылық\n\n" + words + "\n\n## " + words + "\n"
            let start = ContinuousClock.now
            _ = try Self.review(source)
            return ContinuousClock.now - start
        }
        // Four times the text would take sixteen times as long if anything were read twice.
        let short = try time(4000)
        #expect(try time(16000) < max(short, .milliseconds(200)) * 10)
    }
}
