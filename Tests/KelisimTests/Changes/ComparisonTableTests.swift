import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// The comparison table of two texts: which rows it has, what they cite, and what is bold in them.
struct ComparisonTableTests {
    /// A table as a test reads it: for each row the cells, lines joined by « / », bold words in stars.
    static func rows(
        _ old: String,
        _ new: String,
        _ headings: ComparisonHeadings = .draft,
        in tag: String = "ru"
    ) throws -> [[String]] {
        try table(old, new, headings, in: tag).rows.map { row in row.dropFirst().map(text) }
    }

    static func table(
        _ old: String,
        _ new: String,
        _ headings: ComparisonHeadings = .draft,
        in tag: String = "ru"
    ) throws -> ComparisonTable {
        ComparisonTable(
            [.init(try comparison(old, new), in: Language(tag))],
            headings: headings
        )
    }

    static func comparison(_ old: String, _ new: String) throws -> TextComparison {
        TextComparison(try ComparedText(Array(old.utf8)), try ComparedText(Array(new.utf8)))
    }

    static func text(_ cell: ComparisonTable.Cell) -> String {
        cell.map { line in
            line.runs.map { $0.isBold ? "*\($0.text)*" : $0.text }.joined()
        }
        .joined(separator: " / ")
    }

    private static let old = """
        # Политика

        Настоящая политика применяется к сайту.

        ## 1. Общие положения

        1.1. Оператор обрабатывает персональные данные пользователей сайта.

        1.2. Оператор отвечает на обращения в течение десяти рабочих дней.

        ## 2. Права пользователя

        2.1. Пользователь вправе:

        - отозвать согласие в любое время;
        - потребовать исправления данных.

        2.2. Обращения рассматриваются бесплатно, если они не повторяются.

        """

    private static func changed(_ old: String, _ new: String) throws -> [[String]] {
        try rows(Self.old, Self.old.replacing(old, with: new))
    }

    @Test func headings() throws {
        func headings(_ naming: ComparisonHeadings, _ tag: String) throws -> [String] {
            try Self.table("a", "b", naming, in: tag).columns.map { Self.text($0.heading) }
        }
        #expect(
            try headings(.draft, "kk") == [
                "№", "Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция",
                "Негіздеме",
            ]
        )
        #expect(
            try headings(.draft, "ru") == [
                "№", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция",
                "Обоснование",
            ]
        )
        #expect(
            try headings(.editions(old: 1, new: 3), "kk")[2...3] == ["1-редакция", "3-редакция"]
        )
        #expect(
            try headings(.editions(old: 1, new: 3), "ru")[2...3] == [
                "Редакция № 1", "Редакция № 3",
            ]
        )
        #expect(try headings(.texts, "ru")[2...3] == ["Прежний текст", "Новый текст"])
        #expect(try headings(.texts, "de")[1...3] == ["Structural unit", "Old text", "New text"])
    }

    @Test func equalTextsHaveNoRow() throws {
        let table = try Self.table(Self.old, Self.old)
        #expect(table.rows.isEmpty)
        #expect(Self.text(table.nothing) == "Тексты дословно совпадают.")
    }

    @Test func rewordedClause() throws {
        #expect(
            try Self.changed("десяти рабочих", "пяти рабочих") == [
                [
                    "Раздел 1. Общие положения / Пункт 1.2",
                    "1.2. Оператор отвечает на обращения в течение *десяти* рабочих дней.",
                    "1.2. Оператор отвечает на обращения в течение *пяти* рабочих дней.",
                    "",
                ]
            ]
        )
    }

    @Test func addedClause() throws {
        let new = Self.old + "\n2.3. Ответ даётся в письменной форме.\n"
        #expect(
            try Self.rows(Self.old, new) == [
                [
                    "Раздел 2. Права пользователя / Пункт 2.3", "Отсутствует",
                    "*2.3. Ответ даётся в письменной форме.*", "",
                ]
            ]
        )
    }

    @Test func addedSectionIsOneUnit() throws {
        let new =
            Self.old
            + "\n## 3. Споры\n\n3.1. Споры решаются в суде.\n\n3.2. Применяется право РК.\n"
        #expect(
            try Self.rows(Self.old, new) == [
                [
                    "Раздел 3", "Отсутствует",
                    "*3. Споры* / *3.1. Споры решаются в суде.* / *3.2. Применяется право РК.*", "",
                ]
            ]
        )
        #expect(
            try Self.rows(new, Self.old, .editions(old: 1, new: 2))[0][2] == "Исключён"
        )
        #expect(try Self.rows(new, Self.old).map { $0[2] } == ["Исключить"])
    }

    /// A number stays with its clause, also where nothing is left of the words.
    @Test func aClauseReplacedByAnother() throws {
        #expect(
            try Self.changed(
                "1.2. Оператор отвечает на обращения в течение десяти рабочих дней.",
                "1.2. Исключён."
            ) == [
                [
                    "Раздел 1. Общие положения / Пункт 1.2",
                    "*1.2. Оператор отвечает на обращения в течение десяти рабочих дней.*",
                    "*1.2. Исключён.*", "",
                ]
            ]
        )
    }

    @Test func bulletsAndIntroductionsAreParagraphs() throws {
        #expect(
            try Self.changed("в любое время", "без объяснения причин").map { $0[0] } == [
                "Раздел 2. Права пользователя / Пункт 2.1 / Абзац второй"
            ]
        )
        #expect(
            try Self.changed("Пользователь вправе:", "Каждый пользователь вправе:").map { $0[0] }
                == ["Раздел 2. Права пользователя / Пункт 2.1 / Абзац первый"]
        )
        #expect(
            try Self.changed("исправления данных", "удаления данных").map { $0[1] } == [
                "• потребовать *исправления* данных."
            ]
        )
    }

    @Test func headingsTitlesAndPreambles() throws {
        #expect(
            try Self.changed("Общие положения", "Общие правила").map { $0[0] } == [
                "Раздел 1 / Заголовок"
            ]
        )
        #expect(
            try Self.changed("# Политика", "# Политика сайта").map { $0[0] } == [
                "Заголовок документа"
            ]
        )
        #expect(
            try Self.changed("применяется к сайту", "применяется к порталу").map { $0[0] } == [
                "Преамбула"
            ]
        )
    }

    @Test func formattingAloneHasNoRow() throws {
        #expect(try Self.changed("пользователей сайта", "пользователей **сайта**").isEmpty)
        #expect(try Self.changed("## 2. Права", "### 2. Права").isEmpty)
    }

    @Test func signsAloneSaySo() throws {
        let rows = try Self.rows("1.1. Сайт \"Үміт\" открыт.", "1.1. Сайт «Үміт» открыт.")
        #expect(rows.count == 1)
        #expect(
            rows[0][0]
                == "Пункт 1.1 / Изменены только знаки: \" (U+0022) → « (U+00AB); "
                + "\" (U+0022) → » (U+00BB)"
        )
    }
}
