import Testing

@testable import KelisimText

/// References between the clauses of one text, in both languages.
@Suite struct ReferenceTests {
    /// A text that has the clauses that the examples refer to, and one more with the example.
    private func policy(_ example: String) throws -> PolicyText {
        let source = """
            ## 4. Мақсат

            4.1. Мәтін:

            1) бір;
            2) екі;

            2-1) үш.

            ## 5. Тәсіл

            5.1. Мәтін:

            1) бір;
            2) екі.

            5.1-1. Мәтін.

            5.2. Мәтін.

            5.3. Мәтін.

            5.4. Мәтін.

            7.2. Мәтін.

            ## 2-қосымша

            9.9. \(example)
            """
        return try PolicyText(Array(source.utf8))
    }

    /// What the example refers to: ids, «?» for a number without a target, «–» before the end of a
    /// range.
    private func targets(_ example: String) throws -> [String] {
        try policy(example).references.map { ($0.endsRange ? "–" : "") + ($0.target ?? "?") }
    }

    // MARK: - Forms

    @Test(arguments: [
        ("5.2., 5.3. және 7.2. тармақтарында көзделген", ["5.2", "5.3", "7.2"]),
        ("5.2., 5.3. және 7.2- тармақтарын қоспағанда", ["5.2", "5.3", "7.2"]),
        ("4-бөлімінде көрсетілген", ["4"]), ("4 бөлімінде көрсетілген", ["4"]),
        ("5.1-1-тармағында", ["5.1-1"]), ("5.2 тармағы", ["5.2"]), ("(5.2-тармақ)", ["5.2"]),
        ("5-тармағының 2) тармақшасы", ["5", "?"]),
        ("5.1-тармақтың 2) тармақшасы", ["5.1", "5.1-item-2"]),
        ("4.1-тармағының 1) және 2-1) тармақшалары", ["4.1", "4.1-item-1", "4.1-item-3"]),
        ("5.2-, 5.3- және 7.2-тармақтарында", ["5.2", "5.3", "7.2"]),
        ("5.2 мен 5.3-тармақтар", ["5.2", "5.3"]), ("5.2-5.4-тармақтар", ["5.2", "–5.4"]),
        ("5.2.–5.4. тармақтар", ["5.2", "–5.4"]), ("5.2., сондай-ақ 5.3-тармақ", ["5.2", "5.3"]),
        ("осы Қағидалардың 5-тармағы", ["5"]), ("осы Саясаттың 5.2-тармағы", ["5.2"]),
        ("2-қосымшада", ["2"]), ("4-5-бөлімдерде", ["4", "–5"]),
        ("4.1-тармағының 1-2) тармақшалары", ["4.1", "4.1-item-1", "–4.1-item-2"]),
        ("5.1-1.2-тармақ", ["?"]), ("8.8-тармақ", ["?"]), ("5.2\u{A0}тармақта", ["5.2"]),
        ("5.2 ТАРМАҒЫНДА", ["5.2"]), ("№5.2-тармақ", ["5.2"]),
    ]) func kazakh(_ example: String, _ expected: [String]) throws {
        #expect(try targets(example) == expected)
    }

    @Test(arguments: [
        ("в пункте 5.2.", ["5.2"]), ("пунктами 5.2, 5.3 и 7.2", ["5.2", "5.3", "7.2"]),
        ("пунктов 5.2.–5.4. настоящих Правил", ["5.2", "–5.4"]),
        ("пунктов 5.2-5.4", ["5.2", "–5.4"]), ("пунктов 5.2 — 5.4", ["5.2", "–5.4"]),
        ("пунктов с 5.2 по 5.4", ["5.2", "–5.4"]), ("п. 5.2", ["5.2"]), ("п.5.2", ["5.2"]),
        ("п.\u{A0}5.2", ["5.2"]), ("(пп. 5.2 и 5.3)", ["5.2", "5.3"]),
        ("подпункт 2) пункта 5.1", ["5.1-item-2", "5.1"]),
        ("подпункты 1) и 2) пункта 5.1", ["5.1-item-1", "5.1-item-2", "5.1"]),
        ("подпункт 3) пункта 5.1", ["?", "5.1"]), ("5-й раздел", ["5"]), ("5-го раздела", ["5"]),
        ("раздел 4", ["4"]), ("в разделах 4-5", ["4", "–5"]), ("в разделах 4–5", ["4", "–5"]),
        ("в разделах 4, 5", ["4", "5"]), ("приложение № 2", ["2"]),
        ("приложению 2", ["2"]), ("в пункте 5.2, 30 дней", ["5.2"]), ("в пункте 5, 30 дней", ["5"]),
        ("в пунктах 4 и 5, 30 дней", ["4", "5"]), ("в пункте 5.2, а также 5.3", ["5.2", "5.3"]),
        ("пункта 5.2 или 5.3", ["5.2", "5.3"]), ("в Пункте 5.2", ["5.2"]), ("пункт 8.8", ["?"]),
        ("пункт «5.2»", ["5.2"]), ("настоящего пункта. 5 дней", []),
    ]) func russian(_ example: String, _ expected: [String]) throws {
        #expect(try targets(example) == expected)
    }

    @Test(arguments: [
        "пунктом 2 статьи 8 Закона", "статьи 8 Закона Республики Казахстан", "п. 2 ст. 8 ТК РК",
        "подпункта 3) пункта 2 статьи 8 Закона", "п. 2 ч. 1 ст. 8 Закона", "статьёй 8",
        "пункт 5 Правил", "Заңның 8-бабының 2-тармағы", "Заңның 8-бабы", "пункта 2 статьи 8",
        "Қазақстан Республикасы Азаматтық кодексінің 5-тармағы", "94-V Заң", "8-бап", "часть 2",
    ]) func otherActs(_ example: String) throws {
        #expect(try targets(example) == [])
    }

    @Test(arguments: [
        "30 күн ішінде", "5 бөлімшелеріне", "5-бөлімше", "2 тармақтан тұрады", "5 қосымша құжат",
        "15 частей", "участь 5", "счастье 5", "5 частот", "и т. п. 5 дней", "5.2", "пункт", "п 5",
        "2026 жылғы 5 қаңтар", "v5.2-тармақ", "10.5.2-", "5-баптау", "тармақ 5.2", "глава",
        "пункт 5а",
    ]) func noReference(_ example: String) throws {
        #expect(try targets(example) == [])
    }

    // MARK: - Case forms

    @Test(arguments: [
        "тармақ", "тармақтың", "тармаққа", "тармақты", "тармақта", "тармақтан", "тармақпен",
        "тармақтар", "тармақтарда", "тармағы", "тармағының", "тармағына", "тармағын", "тармағында",
        "тармағынан", "тармағымен", "тармақтары", "тармақтарының", "тармақтарына", "тармақтарын",
        "тармақтарында", "тармақтарынан", "тармақтарымен", "бөлім", "бөлімнің", "бөлімге",
        "бөлімді",
        "бөлімде", "бөлімнен", "бөліммен", "бөлімдер", "бөлімі", "бөлімінің", "бөліміне", "бөлімін",
        "бөлімінде", "бөлімінен", "бөлімімен", "бөлімдерінде", "тарау", "тараудың", "тарауға",
        "тарауды", "тарауда", "тараудан", "тараумен", "тарауы", "тарауының", "тарауына", "тарауын",
        "тарауында", "тарауынан", "тарауымен", "тараулары", "параграф", "параграфы",
    ]) func kazakhForms(_ noun: String) throws {
        #expect(try targets("5-\(noun) бойынша") == ["5"])
    }

    @Test(arguments: [
        "бап", "баптың", "бапқа", "бапты", "бапта", "баптан", "баппен", "баптар", "бабы", "бабының",
        "бабына", "бабын", "бабында", "бабынан", "бабымен", "баптары", "баптарында",
    ]) func kazakhArticles(_ noun: String) throws {
        let text = try PolicyText(Array("5-бап. Мерзім\n\n6-бап. 5-\(noun) бойынша".utf8))
        #expect(text.references.map(\.target) == ["5"])
    }

    @Test(arguments: [
        "тармақша", "тармақшаның", "тармақшаға", "тармақшаны", "тармақшада", "тармақшадан",
        "тармақшасы", "тармақшасының", "тармақшасында", "тармақшалары", "тармақшаларында",
    ]) func kazakhSubclauses(_ noun: String) throws {
        #expect(try targets("5.1-тармақтың 2) \(noun)") == ["5.1", "5.1-item-2"])
    }

    @Test(arguments: [
        "пункт", "пункта", "пункту", "пунктом", "пункте", "пункты", "пунктов", "пунктам",
        "пунктами", "пунктах", "раздел", "раздела", "разделу", "разделом", "разделе", "разделы",
        "разделов", "разделам", "разделами", "разделах", "глава", "главы", "главе", "главу",
        "главой", "глав", "главам", "главами", "главах", "параграф", "параграфа", "§",
    ]) func russianForms(_ noun: String) throws {
        #expect(try targets("согласно \(noun) 5 и") == ["5"])
    }

    @Test(arguments: [
        "статья", "статьи", "статье", "статью", "статьей", "статьёй", "статей", "статьям",
        "статьями", "статьях", "ст.",
    ]) func russianArticles(_ noun: String) throws {
        let text = try PolicyText(Array("## Статья 5. Срок\n\nсогласно \(noun) 5 и".utf8))
        #expect(text.references.map(\.target) == ["5"])
    }

    @Test(arguments: [
        "подпункт", "подпункта", "подпункту", "подпунктом", "подпункте", "подпункты", "подпунктов",
        "подпунктам", "подпунктами", "подпунктах", "подп.",
    ]) func russianSubclauses(_ noun: String) throws {
        #expect(try targets("\(noun) 2) пункта 5.1") == ["5.1-item-2", "5.1"])
    }

    @Test(arguments: [
        "приложение", "приложения", "приложению", "приложением", "приложении", "приложениям",
        "қосымша", "қосымшада", "қосымшасы",
    ]) func appendices(_ noun: String) throws {
        let isKazakh = noun.hasPrefix("қ")
        #expect(try targets(isKazakh ? "2-\(noun) бойынша" : "согласно \(noun) 2") == ["2"])
    }

    // MARK: - Points and parts

    @Test func pointsOfTheOwnClause() throws {
        let source = """
            5.1. Мәтін:

            1) бір;

            2) осы тармақтың 1) тармақшасы;

            2-1) 2) тармақшада көрсетілген.

            5.2. подпункт 1)
            """
        let text = try PolicyText(Array(source.utf8))
        #expect(text.references.map(\.target) == ["5.1-item-1", "5.1-item-2", nil])
    }

    @Test func partsOfArticles() throws {
        let source = """
            ## Статья 1. Срок

            1\\. Первая:

            1) один.

            2\\. Вторая, см. пункт 1.

            ## Статья 2. Место

            1\\. пунктом 2 статьи 1, подпунктом 1) пункта 1 статьи 1 и частью 3 статьи 1

            2\\. пунктом 3 статьи 1
            """
        let text = try PolicyText(Array(source.utf8))
        #expect(
            text.references.map { $0.target ?? "?" + $0.number } == [
                "1-item-1", "1-item-2", "1", "1-item-1-item-1", "1-item-1", "1", "1", "?3", "1",
            ]
        )
    }

    // MARK: - Places

    @Test(arguments: [
        ("\\* &amp; пункте 5.2 и", "5.2"), ("пункте\n5.2 и", "5.2"), ("пункте **5.2** и", "5.2"),
        ("пункте 5.**2** и", "5.**2"), ("*пункте* 5\\.2 и", "5\\.2"), ("5.2\n*тармақта*", "5.2"),
        ("&#53;.2-тармақ", "&#53;.2"), ("пункт 5.2", "5.2"), ("[пункт 5.2](/u)", "5.2"),
    ]) func sourceRange(_ example: String, _ expected: String) throws {
        let text = try policy(example)
        let reference = try #require(text.references.first)
        #expect(text.references.count == 1)
        #expect(reference.target == "5.2")
        #expect(String(decoding: text.document.bytes[reference.source], as: UTF8.self) == expected)
        let block = BlockText(text.document, block: text.tree.clauses[reference.clause].node)
        #expect(String(decoding: block.bytes[reference.range], as: UTF8.self) == "5.2")
    }

    @Test func inHeadingsListsAndQuotes() throws {
        let source =
            "## 1. Пункт 1.1\n\n1.1. а\n\n- пункт 1.1\n\n> пункт\n> 1.1\n\n| п. 1.1 |\n|---|"
        let text = try PolicyText(Array(source.utf8))
        #expect(text.references.map(\.target) == ["1.1", "1.1", "1.1", "1.1"])
        let lines = SourceLines(source.utf8)
        #expect(text.references.map { lines.lineIndex(of: $0.source.lowerBound) } == [0, 4, 7, 9])
    }

    @Test func seed() throws {
        guard let seed = try SharedFiles.seedPolicy() else { return }
        let found = seed.references.map {
            "\(seed.tree.clauses[$0.clause].id) → \($0.target ?? "?")"
        }
        #expect(
            found == [
                "3.4 → 5.2", "3.4 → 5.3", "3.4 → 7.2", "6.2.1 → 4", "6.2.2 → 5.2", "6.2.2 → 5.3",
                "6.2.2 → 7.2", "7.1 → 5.2", "7.1 → 5.3", "7.1 → 7.2",
            ]
        )
        for reference in seed.references {
            let source = seed.document.bytes[reference.source]
            #expect(String(decoding: source, as: UTF8.self) == reference.number)
        }
    }
}

struct ActReferenceTests {
    @Test(arguments: [
        ("2013 жылғы 21 мамырдағы N 94-V Заңына сәйкес.", "94-V", "2013-05-21"),
        ("Закон от 21 мая 2013 года № 94-V «О персональных данных».", "94-V", "2013-05-21"),
        ("Приказ № 12/3 от 1 июня 2020 года.", "12/3", "2020-06-01"),
        ("Бұйрық № 94-В.", "94-V", nil),
    ])
    func acts(_ text: String, _ number: String, _ date: String?) throws {
        let policy = try PolicyText(Array("1.1. \(text)\n".utf8))
        let acts = policy.actReferences(of: 0)
        #expect(acts.map(\.number) == [number])
        #expect(acts.map(\.date) == [date])
    }

    @Test func theSeedNamesOneAct() throws {
        guard let seed = try SharedFiles.seedPolicy() else { return }
        let acts = seed.tree.clauses.indices.flatMap { seed.actReferences(of: $0) }
        #expect(acts.map(\.number) == ["94-V"])
        #expect(acts.map(\.date) == ["2013-05-21"])
    }
}
