import Foundation
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// The rules about texts, each on a small text that breaks just one of them.
struct ReviewTests {
    /// What the rules say about edition 1 with these texts: file, line, column, code.
    private static func review(kk: String, ru: String? = nil) throws -> [String] {
        let settings =
            ru == nil
            ? PolicyFixture.policy
                .replacing("[kk, ru]", with: "[kk]")
                .replacing(", ru: Политика конфиденциальности", with: "")
                .replacing(", ru: Фонд «Үміт»", with: "")
            : PolicyFixture.policy
        var files = [
            "privacy/policy.yaml": settings,
            "privacy/1/edition.yaml": "effective: 2027-01-06\nchange: reconsent\n",
            "privacy/1/kk.md": kk,
        ]
        files["privacy/1/ru.md"] = ru
        let folder = try TemporaryRepository(files)
        let repository = try folder.read()
        try #require(folder.lines(repository.findings).isEmpty)
        return folder.lines(Review.findings(in: repository))
            .map { String($0.dropFirst("privacy/1/".count)) }
    }

    private static let head = "# Саясат\n\n## 1. Жалпы ережелер\n\n"

    // MARK: - One text

    @Test(arguments: [
        // Numbers.
        ("1.1. Бір.\n\n1.2. Екі.\n\n1.1. Үш.", "kk.md:9:1 duplicate-number"),
        ("1.1. Бір.\n\n1.3. Үш.", "kk.md:7:1 missing-number"),
        ("1.2. Екі.", "kk.md:5:1 missing-number"),
        ("1.1. Бір.\n\n1.3. Үш.\n\n1.2. Екі.", "kk.md:9:1 misordered-number"),
        ("1.1. Бір.\n\n1.2.1. Екі.", "kk.md:7:1 missing-number"),
        ("1.1. Бір.\n\n1.1-2. Екі.", "kk.md:7:1 missing-number"),
        ("1.1. Бір:\n\n1) а;\n\n3) б.", "kk.md:9:1 renumbered-by-markdown"),
        ("1.1. Бір:\n\n1\\) бірінші;\n\n3\\) үшінші.", "kk.md:9:1 missing-number"),
        ("1.1. Бір:\n\nа) бірінші;\n\nв) үшінші;\n\nб) екінші.", "kk.md:11:1 misordered-number"),
        ("1.1. Бір:\n\nа) бірінші;\n\nа) екінші.", "kk.md:9:1 duplicate-number"),
        // Markdown.
        ("1.1. Бір.\n\n2. ЕКІНШІ БӨЛІМ\n\n2.1. Екі.", "kk.md:7:1 number-becomes-list"),
        ("1.1. Бір.\n\n2013. жыл.", "kk.md:7:1 number-becomes-list"),
        ("1.1. Бір:\n\n1. бір;\n1. екі.", "kk.md:8:1 renumbered-by-markdown"),
        ("1.1. Бір.\n1.2. Екі.", "kk.md:6:1 clauses-merged"),
        ("1.1. Бір\n1.2. Екі.", "kk.md:6:1 clauses-merged"),
        ("1.1. Бір <b>екі</b>.", "kk.md:5:10 raw-html"),
        // Punctuation.
        ("1.1. Бір", "kk.md:5:9 end-punctuation"),
        ("1.1. Бір:\n\n* екі;\n* үш.\n* төрт.", "kk.md:8:6 enumeration-punctuation"),
        ("1.1. Бір:\n\n* екі;\n* үш;\n* төрт", "kk.md:9:7 enumeration-punctuation"),
        // References.
        ("1.1. Бір, 5.2-тармақта көрсетілген.", "kk.md:5:11 unresolved-reference"),
        ("1.1. Бір, 1.1-тармақта көрсетілген.", "kk.md:5:11 self-reference"),
        ("1.1. [Бір](#9.9).", "kk.md:5:6 unresolved-reference"),
        // Characters.
        ("1.1. Бiр.", "kk.md:5:6 mixed-scripts"),
        ("1.1. Б\\*ір Екi.", "kk.md:5:12 mixed-scripts"),
        ("1.1. Бір\u{200B}екі.", "kk.md:5:9 invisible-character"),
        ("1.1. Бір\u{AD}екі.", "kk.md:5:9 invisible-character"),
        ("1.1. Бір &#x202E;екі.", "kk.md:5:10 bidi-control"),
        ("1.1. Бір &shy;екі.", "kk.md:5:10 invisible-character"),
        ("1.1. Бір рοза.", "kk.md:5:10 mixed-scripts"),
        ("1.1. «Бір екі.", "kk.md:5:6 unbalanced-quotes"),
        ("1.1. Бір» екі.", "kk.md:5:9 unbalanced-quotes"),
        // Dates typed by hand.
        (
            "1.1. Бұл саясат 2026 жылғы 6 қаңтардан бастап күшіне енеді.",
            "kk.md:5:17 typed-date-differs"
        ),
    ])
    func oneDefect(_ text: String, _ expected: String) throws {
        let found = try Self.review(kk: Self.head + text + "\n")
        #expect(found == [expected])
    }

    @Test(arguments: [
        "1.1. Бір.\n\n1.1-1. Екі.\n\n1.1-2. Үш.\n\n1.2. Төрт.\n\n## 1-1. Қосымша\n\n1-1.1. Бес.",
        "1.1. Бір:\n\n1) екі;\n2) үш;\n\n2-1) үш жарым;\n\n3) төрт.",
        "1.1. Бір:\n\nа) екі;\n\nә) үш;\n\nб) төрт.",
        "1.1. Cookies-ті, e-mail, N 94-V және https://example.kz/ қабылданады.",
        "1.1. «Бір «екі» үш» төрт.",
        "1.1. Бір.\n\n1.1-1. Екі.\n\n1.1-1-1. Үш.\n\n1.1-2. Төрт.\n\n1.2. Бес.",
        "1.1. Бір.\n\n1.2. 1.1-тармақ пен «Заңның» 8-бабы.",
        "1.1. «Дербес деректер туралы» заң, 3-бап, 12-тармақ бойынша.",
        "1.1. Қазақстан Республикасы Заңының 8-бабының 2-тармағына сәйкес.",
        "1.1. Бұл саясат 2027 жылғы 6 қаңтардан бастап күшіне енеді.",
        "1.1. Бір: екі.\n\n1.2. Екі:\n\n1.2.1. үш;\n\n1.2.2. төрт.",
        "1.1. Бұрын 2013 жылғы 21 мамырдағы № 94-V Заң бойынша жаңартылған күні белгіленген.",
    ])
    func noDefect(_ text: String) throws {
        #expect(try Self.review(kk: Self.head + text + "\n").isEmpty)
    }

    @Test func theRawSeedIsNotMarkdownYet() throws {
        guard let path = Project.shared("seed/privacy.kk.txt") else { return }
        let seed = try String(contentsOfFile: path, encoding: .utf8)
        let found = try Self.review(kk: seed)
        #expect(found.filter { $0.hasSuffix("number-becomes-list") }.count == 9)
    }

    // MARK: - Two languages

    private static let kazakh = """
        # Саясат

        ## 1. Жалпы ережелер

        1.1. Шарттар 2026 жылғы 1 қыркүйектен бастап 5 000 теңге сомаға дейін қолданылады, 1.2-тармақты қараңыз.

        1.2. Өтініш 30 күн ішінде info@example.kz мекенжайына жіберіледі, 12,5 % өсіммен, https://example.kz/a бетінде:

        * бірінші;
        * екінші.

        1.3. «Сайт» – 2013 жылғы 21 мамырдағы № 94-V Заңда айтылған бет (бұдан әрі – Бет).

        """

    private static let russian = """
        # Политика

        ## 1. Общие положения

        1.1. Условия применяются с 1 сентября 2026 года до суммы 5000 тенге, см. пункт 1.2.

        1.2. Заявление направляется в течение 30 дней на info@example.kz, с ростом 12,5 процента, на странице https://example.kz/a/:

        * первое;
        * второе.

        1.3. «Сайт» – страница, о которой говорит Закон от 21 мая 2013 года N 94-V (далее – Страница).

        """

    @Test func aFaithfulPairHasNoFindings() throws {
        #expect(try Self.review(kk: Self.kazakh, ru: Self.russian).isEmpty)
    }

    @Test(arguments: [
        ("1 сентября 2026", "2 сентября 2026", "ru.md:5:28 parity-date"),
        ("2026 года", "2027 года", "ru.md:5:28 parity-date"),
        ("5000 тенге", "6000 тенге", "ru.md:5:58 parity-number"),
        ("30 дней", "31 дня", "ru.md:7:39 parity-number"),
        ("12,5 процента", "12,6 процента", "ru.md:7:76 parity-number"),
        ("12,5 процента", "12,5", "ru.md:7:76 parity-number"),
        ("пункт 1.2", "пункт 1.3", "ru.md:5:80 parity-reference"),
        (", см. пункт 1.2", "", "ru.md:5:1 parity-reference"),
        ("info@example.kz", "inf@example.kz", "ru.md:7:50 parity-address"),
        ("example.kz/a/", "example.kz/b/", "ru.md:7:103 parity-address"),
        ("94-V", "95-V", "ru.md:12:71 parity-act"),
        ("о которой", "[о](https://other.kz/) которой", "ru.md:12:26 parity-address"),
        ("5000 тенге", "5000 долларов", "ru.md:5:58 parity-number"),
        ("«Сайт» –", "Сайт –", "ru.md:12:1 parity-definition"),
        (" (далее – Страница)", "", "ru.md:12:1 parity-definition"),
        ("* второе.\n", "", "kk.md:10:1 parity-clause"),
        ("* второе.\n", "* второе;\n* третье.\n", "ru.md:11:1 parity-clause"),
    ])
    func oneDifference(_ old: String, _ new: String, _ expected: String) throws {
        try #require(Self.russian.contains(old))
        var found = try Self.review(kk: Self.kazakh, ru: Self.russian.replacing(old, with: new))
        // Taking a point away breaks the end of its enumeration too.
        found.removeAll { $0.hasSuffix("enumeration-punctuation") }
        #expect(found == [expected])
    }

    @Test func aRangeWhoseYearStandsAtTheOtherEnd() throws {
        let kk = "# Саясат\n\n1.1. 2026 жылғы 6 қаңтардан 1 наурызға дейін қолданылады.\n"
        let ru = "# Политика\n\n1.1. Применяется с 6 января по 1 марта 2026 года.\n"
        let other = ru.replacing("1 марта", with: "2 марта")
        #expect(try !Self.review(kk: kk, ru: ru).contains { $0.contains("parity") })
        #expect(try Self.review(kk: kk, ru: other).contains { $0.contains("parity") })
    }

    @Test(arguments: [
        ("+7 727 123 45 67", "+7 (727) 123-45-67"), ("сағат 09:00", "9:00"),
        ("1 000 000 теңге", "1000000 тенге"), ("10 %", "10 процентов"),
    ])
    func theSameInAnotherForm(_ kk: String, _ ru: String) throws {
        let found = try Self.review(
            kk: "# Саясат\n\n1\\. Мәтінде \(kk) тұр.\n",
            ru: "# Политика\n\n1\\. В тексте стоит \(ru).\n"
        )
        #expect(found.isEmpty)
    }

    /// Reviewing takes linear time, whatever is found: these would take minutes otherwise.
    @Test(arguments: ["«", "Бiр ", "1.1-тармақ, ", "% бір "])
    func manyFindingsInOneParagraph(_ piece: String) throws {
        let words = (1...20_000).map { piece.replacing("%", with: "\($0)") }.joined()
        let found = try Self.review(
            kk: "# Саясат\n\n1.1. \(words).\n",
            ru: "# Политика\n\n1.1. Текст.\n"
        )
        #expect(found.count > 0)
    }

    @Test func rangesAndListsOfReferencesAgree() throws {
        let clauses = (1...4).map { "1.\($0). Мәтін.\n\n" }.joined()
        let translated = (1...4).map { "1.\($0). Текст.\n\n" }.joined()
        let kk = Self.head + clauses + "1.5. Осы 1.2.–1.4. тармақтарында айтылған.\n"
        let ru = "# Политика\n\n## 1. Общие положения\n\n" + translated
        #expect(
            try Self.review(kk: kk, ru: ru + "1.5. Сказано в пунктах 1.2, 1.3 и 1.4.\n").isEmpty
        )
        #expect(
            try Self.review(kk: kk, ru: ru + "1.5. Сказано в пунктах 1.2 и 1.4.\n")
                == ["ru.md:13:1 parity-reference"]
        )
    }

    @Test func untranslatedClauses() throws {
        let line = "2\\. Пайдаланушы өз деректерін кез келген уақытта өзгерте алады."
        let kk = "# Саясат\n\n1\\. Бір.\n\n" + line + "\n"
        let ru = "# Политика\n\n1\\. Один.\n\n" + line + "\n"
        let found = try Self.review(kk: kk, ru: ru)
        #expect(found.contains("ru.md:5:1 parity-untranslated"))
        #expect(found.allSatisfy { $0.hasPrefix("ru.md:5:1") })
    }

    @Test func aTranslationThatIsFarTooShort() throws {
        let sentence =
            "Пайдаланушы өз деректерін кез келген уақытта өзгерте алады және қарай алады."
        let translation = "Пользователь может в любое время изменить свои данные и просмотреть их."
        let kk = (1...10).map { "\($0).  \(sentence)".replacing(".  ", with: "\\. ") + "\n\n" }
            .joined()
        let ru = (1...10).map { $0 == 4 ? "4\\. Он может.\n\n" : "\($0)\\. \(translation)\n\n" }
            .joined()
        #expect(
            try Self.review(kk: "# Саясат\n\n" + kk, ru: "# Политика\n\n" + ru)
                == ["ru.md:9:1 parity-shorter"]
        )
    }

    // MARK: - Two editions

    @Test func aReferenceThatWasLeftBehind() throws {
        let old = "1.1. Бір.\n\n1.2. Екі жүз.\n\n1.3. Осы саясаттың 1.2-тармағы бойынша.\n"
        let new = """
            1.1. Бір.

            1.2. Жаңа тармақ.

            1.3. Екі жүз.

            1.4. Осы саясаттың 1.2-тармағы бойынша.

            """
        let settings = PolicyFixture.policy
            .replacing("[kk, ru]", with: "[kk]")
            .replacing(", ru: Политика конфиденциальности", with: "")
            .replacing(", ru: Фонд «Үміт»", with: "")
        let folder = try TemporaryRepository([
            "privacy/policy.yaml": settings,
            "privacy/1/edition.yaml": "effective: on publication\nchange: reconsent\n",
            "privacy/1/kk.md": Self.head + old,
            "privacy/2/edition.yaml":
                "effective: on publication\nchange: notice\nsummary: {kk: Жаңа тармақ.}\n",
            "privacy/2/kk.md": Self.head + new,
        ])
        let found = Review.findings(in: try folder.read())
        #expect(folder.lines(found) == ["privacy/2/kk.md:11:20 reference-drift"])
        #expect(found.first?.arguments["now"] == "1.3")
    }

    @Test func nothingInAPublishedTextIsAnError() throws {
        let folder = try TemporaryRepository([
            "privacy/policy.yaml": PolicyFixture.policy,
            "privacy/1/edition.yaml": PolicyFixture.first,
            "privacy/1/kk.md": PolicyFixture.kk,
            "privacy/1/ru.md": PolicyFixture.ru,
        ])
        _ = try folder.writer.publish("privacy", edition: 1, now: PolicyFixture.now)
        try folder.replace("сайтқа", with: "сaйтқа", in: "privacy/1/kk.md")
        let found = Review.findings(in: try folder.read())
        #expect(found.map(\.code.name) == ["mixed-scripts"])
        #expect(found.map(\.severity) == [.warning])
    }
}
