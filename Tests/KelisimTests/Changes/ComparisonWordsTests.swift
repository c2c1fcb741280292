import KelisimText
import Testing

@testable import Kelisim

/// The words of the table: how units of every kind are cited, and what agrees with them.
struct ComparisonWordsTests {
    /// A text with one unit of each kind, and the words by which the units are cited.
    private static let kinds:
        [(text: String, kk: String, ru: String, en: String, removed: String)] = [
            ("## Статья 5. Споры", "5-бап", "Статья 5", "Article 5", "Исключена"),
            ("## Глава 2. Споры", "2-тарау", "Глава 2", "Chapter 2", "Исключена"),
            ("## Часть 3. Споры", "3-бөлік", "Часть 3", "Part 3", "Исключена"),
            ("## Приложение 1. Споры", "1-қосымша", "Приложение 1", "Annex 1", "Исключено"),
            ("## § 4. Споры", "4-параграф", "Параграф 4", "§ 4", "Исключён"),
            ("## 5-бап. Даулар", "5-бап", "Статья 5", "Article 5", "Исключена"),
            ("## 6. Споры", "6-бөлім", "Раздел 6", "Section 6", "Исключён"),
            ("### 6.1. Споры", "6.1-кіші бөлім", "Подраздел 6.1", "Subsection 6.1", "Исключён"),
            ("## Споры", "«Споры» бөлімі", "Раздел «Споры»", "Section “Споры”", "Исключён"),
            ("6.1. Споры", "6.1-тармақ", "Пункт 6.1", "Clause 6.1", "Исключён"),
            ("2-1.1. Споры", "2-1.1-тармақ", "Пункт 2-1.1", "Clause 2-1.1", "Исключён"),
            ("6.1.2. Споры", "6.1.2-тармақша", "Подпункт 6.1.2", "Sub-clause 6.1.2", "Исключён"),
            ("2) споры", "2) тармақша", "Подпункт 2)", "Sub-clause 2)", "Исключён"),
            ("а) споры", "а) тармақша", "Подпункт а)", "Sub-clause а)", "Исключён"),
            ("споры", "Төртінші абзац", "Абзац четвёртый", "Paragraph 4", "Исключён"),
        ]

    @Test(arguments: kinds.indices)
    func unit(index: Int) throws {
        let kind = Self.kinds[index]
        let before = "# Документ\n\nОдин.\n\nДва.\n\nТри.\n\n"
        for (tag, name, removed) in [
            ("kk", kind.kk, "Алып тасталды"), ("ru", kind.ru, kind.removed),
            ("en", kind.en, "Deleted"),
        ] {
            let rows = try ComparisonTableTests.rows(
                before + kind.text + "\n",
                before,
                .editions(old: 1, new: 2),
                in: tag
            )
            #expect(rows.count == 1)
            #expect(rows[0][0].hasSuffix(name), "\(rows[0])")
            #expect(rows[0][2] == removed)
        }
    }

    @Test func proposalsAreInstructions() throws {
        #expect(try ComparisonTableTests.rows("## Статья 5. А", "", in: "ru")[0][2] == "Исключить")
        #expect(
            try ComparisonTableTests.rows("## 5-бап. А", "", in: "kk")[0][2] == "Алып тасталсын"
        )
        #expect(try ComparisonTableTests.rows("", "## 5-бап. А", in: "kk")[0][1] == "Жоқ")
    }

    /// A unit in the middle of a longer one is found by the parts around it.
    @Test func points() throws {
        let old = """
            ## Статья 5. Права

            1. Пользователь вправе:

            1) получить доступ к данным;

            2) удалить данные.

            ## Статья 6. Обязанности

            1. Пользователь обязан:

            а) сообщать верные сведения;

            б) не передавать пароль.

            """
        func unit(_ before: String, _ after: String, _ tag: String) throws -> [String] {
            try ComparisonTableTests.rows(old, old.replacing(before, with: after), in: tag)
                .map { $0[0] }
        }
        #expect(
            try unit("удалить данные", "стереть данные", "ru") == [
                "Статья 5. Права / Пункт 1 / Подпункт 2)"
            ]
        )
        #expect(
            try unit("передавать пароль", "сообщать пароль", "kk") == [
                "6-бап. Обязанности / 1-тармақ / б) тармақша"
            ]
        )
    }

    @Test func everyNounHasItsForms() {
        for noun in UnitNoun.allCases {
            for language in WordingLanguage.allCases { #expect(!noun.name(in: language).isEmpty) }
            // «считать пунктом»: the ending shows the gender.
            let word = noun.russianInstrumental.split(separator: " ")[0]
            let endings = ["ом", "ем", "ой", "ёй", "ью"]
            #expect(endings.contains { word.hasSuffix($0) }, "\(word)")
            #expect(
                (noun.gender == .feminine) == ["ой", "ёй", "ью"].contains { word.hasSuffix($0) }
            )
        }
    }
}
