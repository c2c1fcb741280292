import Foundation
import Kelisim
import KelisimSite
import KelisimTesting
import KelisimText
import Testing

/// The comparison table as HTML and as CSV, judged by html5lib and by Python's csv module.
struct ComparisonTableFormsTests {
    private static func table(
        _ pairs: [(tag: String, old: String, new: String)]
    ) throws
        -> ComparisonTable
    {
        let sides = try pairs.map { pair in
            let comparison = TextComparison(
                try ComparedText(Array(pair.old.utf8)),
                try ComparedText(Array(pair.new.utf8))
            )
            return ComparisonTable.Side(
                comparison,
                in: Language(pair.tag),
                title: pair.tag == "kk" ? "«А & Б» саясаты" : "Политика «А & Б»"
            )
        }
        return ComparisonTable(sides, headings: .draft)
    }

    private static let kazakh = (
        tag: "kk", old: "1.1. Бір \"сөз\", екі сөз.\n\n- <b> & басқа\n",
        new: "1.1. Бір \"сөз\", үш сөз.\n\n- <b> & басқа\n\n1.2. =СУММ(А1); жаңа.\n"
    )
    private static let russian = (
        tag: "ru", old: "1.1. Одно слово, два слова.\n\n- и другое\n",
        new: "1.1. Одно слово, три слова.\n\n- и другое\n\n1.2. Новое.\n"
    )

    // MARK: - CSV

    private struct Sheet: Decodable {
        let rows: [[String]]
        let hasMark: Bool
        let endsRows: Bool
        let dialect: String
    }

    private static func sheet(_ table: ComparisonTable) throws -> Sheet {
        try Reader.json("spreadsheet", ComparisonTableCSV.bytes(of: table))
    }

    @Test func spreadsheetsReadIt() throws {
        let sheet = try Self.sheet(Self.table([Self.kazakh]))
        #expect(sheet.hasMark)
        #expect(sheet.endsRows)
        #expect(sheet.dialect == ",")
        #expect(
            sheet.rows == [
                [
                    "№", "Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция",
                    "Негіздеме",
                ],
                [
                    "1", "1.1-тармақ\nБірінші абзац", "1.1. Бір \"сөз\", екі сөз.",
                    "1.1. Бір \"сөз\", үш сөз.", "",
                ],
                ["2", "1.2-тармақ", "Жоқ", "1.2. =СУММ(А1); жаңа.", ""],
            ]
        )
    }

    /// What a spreadsheet would run has an apostrophe in front of it; the rest is as it was.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+7 700", "'+7 700"), ("@a", "'@a"), ("-1", "'-1"), ("＝1", "'＝1"),
        ("'a", "'a"), ("a=1", "a=1"), ("", ""), (" =1", " =1"),
    ])
    func noTextIsAFormula(text: String, expected: String) throws {
        let old = "1. Бір.\n\n```\n\(text)\n```\n"
        let rows = try Self.sheet(Self.table([("kk", old, "1. Бір.\n")])).rows
        #expect(rows.dropFirst().map { $0[2] } == (text.isEmpty ? [] : [expected]))
    }

    // MARK: - HTML

    private struct Cell: Decodable {
        let element: String
        let scope: String?
        let lang: String?
        let lines: [String]
        let languages: [String]
        let bold: [String]
    }

    private struct Document: Decodable {
        let errors: [String]
        let language: String
        let title: String
        let caption: [String]
        let head: [[Cell]]
        let body: [[Cell]]
        let said: [String]
        let addresses: [String]
    }

    private static func document(_ table: ComparisonTable) throws -> Document {
        try Reader.json("table", ComparisonTableHTML(table).document())
    }

    @Test func documentIsValidAndNeedsNothing() throws {
        let document = try Self.document(Self.table([Self.kazakh]))
        #expect(document.errors == [])
        #expect(document.language == "kk")
        #expect(document.title == "Салыстырмалы кесте: «А & Б» саясаты")
        #expect(document.caption == [document.title])
        #expect(document.addresses == [])
    }

    @Test func headingsSayWhatTheyHead() throws {
        let document = try Self.document(Self.table([Self.kazakh, Self.russian]))
        #expect(document.errors == [])
        #expect(document.head.count == 1)
        #expect(document.head[0].allSatisfy { $0.element == "th" && $0.scope == "col" })
        #expect(document.head[0].map(\.lang) == ["kk", "kk", "kk", "kk", "ru", "ru", "kk"])
        #expect(document.head[0][6].lines == ["Негіздеме", "Обоснование"])
        #expect(document.head[0][6].languages == ["kk", "ru"])
        for row in document.body {
            #expect(row.map(\.scope) == [nil, "row", nil, nil, nil, nil, nil])
            #expect(row.map(\.lang) == ["kk", "kk", "kk", "kk", "ru", "ru", "kk"])
        }
    }

    @Test func changedWordsAreBold() throws {
        let rows = try Self.document(Self.table([Self.kazakh, Self.russian])).body
        #expect(rows[0].map(\.bold) == [[], [], ["екі"], ["үш"], ["два"], ["три"], []])
        #expect(rows[1][3].bold == ["1.2. =СУММ(А1); жаңа."])
        #expect(rows[0][1].lines == ["1.1-тармақ", "Бірінші абзац", "Пункт 1.1", "Абзац первый"])
    }

    @Test func equalTextsGetASentence() throws {
        let document = try Self.document(Self.table([("ru", "1. Один.", "1. Один.")]))
        #expect(document.errors == [])
        #expect(document.body.isEmpty)
        #expect(document.said == ["Тексты дословно совпадают."])
    }

    @Test func theSameTableGivesTheSameBytes() throws {
        let tables = try (0..<2).map { _ in try Self.table([Self.kazakh, Self.russian]) }
        let forms = tables.map {
            (ComparisonTableHTML($0).document(), ComparisonTableCSV.bytes(of: $0))
        }
        #expect(forms[0] == forms[1])
    }

    // MARK: - Real pairs

    /// Every real pair gives forms that others read without complaint, and the same rows in each.
    @Test(arguments: ["04", "07", "11", "16", "18", "23", "26", "28", "30", "42", "45"])
    func realPairs(name: String) throws {
        guard let folder = Project.shared("cases/\(name)") else { return }
        let texts = try ["old", "new"]
            .map { side in
                try String(contentsOfFile: "\(folder)/\(side).md", encoding: .utf8)
            }
        let tag = ["28": "kk", "30": "ru", "42": "de"][name] ?? "en"
        let table = try Self.table([(tag, texts[0], texts[1])])
        let expected = table.rows.map { row in row.map { $0.map(\.text).joined(separator: "\n") } }
        #expect(try Self.sheet(table).rows.count == expected.count + 1)
        let document = try Self.document(table)
        #expect(document.errors == [])
        #expect(document.body.map { $0.map { $0.lines.joined(separator: "\n") } } == expected)
    }
}
