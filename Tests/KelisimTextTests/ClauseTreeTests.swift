import Testing

@testable import KelisimText

/// Ids, labels and the tree of clauses, as `interfaces.md` names them.
@Suite struct ClauseTreeTests {
    private func tree(_ source: String) throws -> ClauseTree {
        try PolicyText(Array(source.utf8)).tree
    }

    private func ids(_ source: String) throws -> [String] { try tree(source).clauses.map(\.id) }

    // MARK: - Labels

    @Test(arguments: [
        ("9.2. Жаңа", "9.2", "9.2."), ("9.2 Жаңа", "9.2", "9.2"), ("2-1. Жаңа", "2-1", "2-1."),
        ("5.1-1. Жаңа", "5.1-1", "5.1-1."), ("5.1.Жаңа", "5.1", "5.1."),
        ("1\\. Жаңа", "1", "1."), ("9.2", "9.2", "9.2"), ("9.2) Жаңа", "9.2", "9.2)"),
        ("9.2. «Жаңа»", "9.2", "9.2."), ("9.2.\u{A0}жаңа", "9.2", "9.2."),
        ("5-бап. Жаңа", "5", "5-бап."), ("1124-бап. Жаңа", "1124", "1124-бап."),
        ("**5-бап.** Жаңа", "5", "5-бап."), ("§ 3 Жаңа", "3", "§ 3"), ("§3. Жаңа", "3", "§3."),
        ("## 1. Жалпы", "1", "1."), ("## 1 Жалпы", "1", "1"),
        ("## 5-тарау. Жалпы", "5", "5-тарау."),
        ("## 2-бөлім Жалпы", "2", "2-бөлім"), ("## Статья 5. Срок", "5", "Статья 5."),
        ("## СТАТЬЯ 5. Срок", "5", "СТАТЬЯ 5."), ("## Глава 2: Срок", "2", "Глава 2:"),
        ("## Приложение № 2", "2", "Приложение № 2"), ("## § 3", "3", "§ 3"),
    ]) func labelled(_ source: String, _ number: String, _ label: String) throws {
        let clause = try #require(try tree(source).clauses.first)
        #expect(clause.id == number)
        #expect(clause.number?.text == number)
        #expect(clause.label == label)
        #expect(clause.labelLength == label.utf8.count)
    }

    @Test(arguments: [
        "2.5 процента", "2026 жыл", "2026 Жыл", "2026\\. Жыл", "21.05.2026 күні", "1.12.2026. Күні",
        "12.10.2026 Күні", "0.5. Жаңа", "30 күн", "5-бап бойынша", "пункт 5. Жаңа", "1.Жаңа",
        "Статья 5. Срок", "§ Жаңа", "94-V Заң", "5.1a. Жаңа", "## 5-тармақ. Жаңа", "## Частота 5.",
        "## 2026 жыл", "## 5 вопросов", "## Бөлім",
    ]) func unlabelled(_ source: String) throws {
        let clause = try #require(try tree(source).clauses.first)
        #expect(clause.label == nil)
        #expect(clause.number == nil)
    }

    @Test func pointsAreNumberedByPlace() throws {
        let source = """
            ## 3. Мәтін

            3.1. Мыналар:

            а) бір;

            2-1) екі;

            2-2) үш;

            ә) төрт;

            3.2. Мыналар:

            1) бір;
            2) екі;

            2-1) үш.
            """
        let tree = try tree(source)
        #expect(
            tree.clauses.map(\.id) == [
                "3", "3.1", "3.1-item-1", "3.1-item-1-item-1", "3.1-item-1-item-2", "3.1-item-2",
                "3.2", "3.2-item-1", "3.2-item-2", "3.2-item-3",
            ]
        )
        #expect(tree["3.1-item-1"]?.label == "а)")
        #expect(tree["3.1-item-1"]?.number == nil)
        #expect(tree["3.1-item-1-item-1"]?.number?.text == "2-1")
        #expect(tree["3.2-item-3"]?.label == "2-1)")
    }

    // MARK: - Documents

    @Test func documentWithoutNumbers() throws {
        let source = """
            # Жеке деректер саясаты

            Кіріспе.

            ## Жалпы ережелер

            Мәтін.

            - бір
            - екі

            ### Қосымша

            Мәтін.

            ## Жалпы ережелер
            """
        let tree = try tree(source)
        #expect(
            tree.clauses.map(\.id) == [
                "title", "preamble-1", "h-1", "h-1-p-1", "h-1-item-1", "h-1-item-2", "h-2",
                "h-2-p-1", "h-3",
            ]
        )
        #expect(
            tree.clauses.compactMap(\.slug) == [
                "zhalpy-erezheler", "qosymsha", "zhalpy-erezheler--2",
            ]
        )
        #expect(tree.position(of: "qosymsha") == 6)
        #expect(tree.title?.id == "title")
        #expect(tree["h-2"]?.parent == 2)
    }

    @Test func slugTakesNoId() throws {
        let tree = try tree("## h-2\n\n## Бөлім\n\n## title\n\n## 5.1\n\n5.1. Мәтін")
        #expect(tree.clauses.map(\.id) == ["h-1", "h-2", "h-3", "5.1", "5.1--2"])
        #expect(tree["h-2"]?.slug == "bolim")
        #expect(tree["h-2--2"]?.id == "h-1")
    }

    @Test func listsAndQuotes() throws {
        let source = """
            - бір

              жалғасы
              - ішкі
              - тағы
            - > дәйексөз
              >
              > жалғасы

            > 1.1. дәйексөз

            Мәтін
            """
        #expect(
            try ids(source) == [
                "preamble-item-1", "preamble-item-1-p-1", "preamble-item-1-item-1",
                "preamble-item-1-item-2", "preamble-item-2", "preamble-item-2-p-1", "preamble-1",
                "preamble-2",
            ]
        )
    }

    @Test func numberedListAtTheTop() throws {
        #expect(
            try ids("# Саясат\n\n1. Бір\n2. Екі\n\nМәтін\n\n1. Үш") == [
                "title", "preamble-item-1", "preamble-item-2", "preamble-1", "preamble-item-3",
            ]
        )
    }

    @Test func articlesWhosePartsRestart() throws {
        let source = """
            ## Глава 1. Общее

            ### Статья 1. Срок

            1\\. Первая.

            2\\. Вторая:

            1) точка;

            ### Статья 2. Место

            1\\. Первая.
            """
        #expect(
            try ids(source) == [
                "h-1", "1", "1-item-1", "1-item-2", "1-item-2-item-1", "2", "2-item-1",
            ]
        )
        #expect(try tree(source)["h-1"]?.label == "Глава 1.")
    }

    @Test func chaptersWithRunningClauses() throws {
        let source = "## 1-тарау. А\n\n1\\. Бір\n\n2\\. Екі\n\n## 2-тарау. Ә\n\n3\\. Үш"
        let tree = try tree(source)
        #expect(tree.clauses.map(\.id) == ["h-1", "1", "2", "h-2", "3"])
        #expect(tree["3"]?.parent == 3)
        #expect(tree.clauses.compactMap(\.slug) == ["1-tarau-a", "2-tarau-a"])
    }

    @Test func chaptersAndTheirDottedClauses() throws {
        #expect(
            try ids("## 1-тарау. А\n\n1.1. Бір\n\n## Глава 2\n\n2.1. Екі") == [
                "1", "1.1", "2", "2.1",
            ]
        )
    }

    @Test func duplicatesKeepTheirOwnNames() throws {
        let tree = try tree("1.1. а\n\n1.1. ә\n\n1.1. б\n\nмәтін")
        #expect(tree.clauses.map(\.id) == ["1.1", "1.1--2", "1.1--3", "1.1--3-p-1"])
        #expect(tree.position(of: "1.1") == 0)
    }

    @Test func depthFollowsTheNumber() throws {
        let tree = try tree("## 3. А\n\n3.1. а\n\n3.1.1. ә\n\n3.1.2. б\n\n3.2. в\n\n## 4. Ә")
        #expect(tree.clauses.map(\.depth) == [0, 1, 2, 2, 1, 0])
        #expect(tree.clauses.map(\.parent) == [nil, 0, 1, 1, 0, nil])
        #expect(tree.clauses.map(\.end) == [5, 4, 3, 4, 5, 6])
        #expect(tree.subtree(of: 1) == 1..<4)
    }

    @Test func tableIsOneClause() throws {
        #expect(try ids("1.1. а\n\n| а |\n|---|\n| ә |\n\nб") == ["1.1", "1.1-p-1", "1.1-p-2"])
    }

    @Test func numbersSortByComponent() {
        let sorted = ["2", "2-1", "2-2", "3", "5.1", "5.1.1", "5.1-1", "5.2", "9", "10"]
        #expect(sorted.reversed().map { ClauseNumber($0) }.sorted().map(\.text) == sorted)
    }

    @Test func listMarksAsTyped() throws {
        let text = try PolicyText(Array("4. а\n1. ә\n\n   б\n\n* в\n\n2) г".utf8))
        #expect(text.tree.clauses.indices.map(text.listMark) == ["4.", "1.", nil, "*", "2)"])
    }

    @Test func wordsAndSource() throws {
        let text = try PolicyText(Array("1.1. Бір *екі*\nүш\n\n1.1.1. Төрт\n\n1.2. Бес".utf8))
        #expect(text.plainText(of: 0) == "1.1. Бір екі үш")
        #expect(text.openingWords(of: 0) == "Бір екі үш")
        #expect(text.openingWords(of: 0, atMost: 8) == "Бір екі …")
        #expect(text.markdown(of: 0) == "1.1. Бір *екі*\nүш\n\n1.1.1. Төрт")
    }

    // MARK: - Properties

    @Test(arguments: 1...4) func treesAreConsistent(_ seed: UInt64) throws {
        let odd = GeneratedMarkdown(seed: seed).prefix(300)
        let legal = GeneratedMarkdown(seed: seed, pieces: GeneratedMarkdown.legal).prefix(300)
        for source in Array(odd) + Array(legal) {
            guard let document = try? MarkdownDocument(source) else { continue }
            let tree = PolicyText(document).tree
            let name = String(decoding: source, as: UTF8.self).debugDescription
            let clauses = tree.clauses
            let leaves = document.nodes.indices.prefix(document.documentEnd)
                .filter { document.nodes[$0].kind.isLeafBlock }
            try #require(clauses.map(\.node) == leaves, "\(name)")
            let names = clauses.map(\.id) + clauses.compactMap(\.slug)
            try #require(Set(names).count == names.count, "\(name)")
            for (position, clause) in clauses.enumerated() {
                try #require(tree.position(of: clause.id) == position, "\(name)")
                let parent = clause.parent
                try #require(parent.map { $0 < position } ?? true, "\(name)")
                try #require(clause.depth == parent.map { clauses[$0].depth + 1 } ?? 0, "\(name)")
                let last = clauses.indices.last { isInside($0, position, clauses) } ?? position
                try #require(clause.end == last + 1, "\(name)")
            }
        }
    }

    private func isInside(_ inner: Int, _ outer: Int, _ clauses: [Clause]) -> Bool {
        var position: Int? = inner
        while let current = position, current != outer { position = clauses[current].parent }
        return position == outer
    }
}
