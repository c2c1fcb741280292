import Testing

@testable import Kelisim

/// Two languages side by side in one table.
struct ComparisonTableSidesTests {
    private static let old = [
        "kk": "1.1. Бір.\n\n1.2. Екі сөз.\n\n1.3. Үш сөз.\n",
        "ru": "1.1. Один.\n\n1.2. Два слова.\n\n1.3. Три слова.\n",
    ]
    private static let new = [
        "kk": "1.1. Бір.\n\n1.2. Екі ауыз сөз.\n\n1.3. Үш сөз.\n\n1.4. Төрт.\n",
        "ru": "1.1. Один.\n\n1.2. Два слова.\n\n1.3. Три новых слова.\n\n1.4. Четыре.\n",
    ]

    private static func table() throws -> ComparisonTable {
        let sides = try ["kk", "ru"]
            .map { tag in
                ComparisonTable.Side(
                    try ComparisonTableTests.comparison(old[tag] ?? "", new[tag] ?? ""),
                    in: Language(tag),
                    title: tag == "kk" ? "Саясат" : "Политика"
                )
            }
        return ComparisonTable(sides, headings: .draft)
    }

    @Test func columns() throws {
        let table = try Self.table()
        #expect(
            table.columns.map { ComparisonTableTests.text($0.heading) } == [
                "№", "Құрылымдық элемент / Структурный элемент", "Қолданыстағы редакция",
                "Ұсынылатын редакция", "Действующая редакция", "Предлагаемая редакция",
                "Негіздеме / Обоснование",
            ]
        )
        #expect(table.columns[4].heading.map(\.language) == ["ru"])
        #expect(
            ComparisonTableTests.text(table.name)
                == "Салыстырмалы кесте: Саясат / Сравнительная таблица: Политика"
        )
    }

    /// A change in one language only is seen at once: the other one says that it has none.
    @Test func rowsMeetByTheirClauses() throws {
        let rows = try Self.table().rows.map { $0.map(ComparisonTableTests.text) }
        #expect(
            rows == [
                [
                    "1", "1.2-тармақ", "1.2. Екі сөз.", "1.2. Екі *ауыз *сөз.", "Без изменений",
                    "Без изменений", "",
                ],
                [
                    "2", "Пункт 1.3", "Өзгеріссіз", "Өзгеріссіз", "1.3. Три слова.",
                    "1.3. Три *новых *слова.", "",
                ],
                [
                    "3", "1.4-тармақ / Пункт 1.4", "Жоқ", "*1.4. Төрт.*", "Отсутствует",
                    "*1.4. Четыре.*", "",
                ],
            ]
        )
    }
}
