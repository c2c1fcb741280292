import Foundation
import KelisimText
import Testing

@testable import Kelisim

/// Moved, renumbered, split and merged units in the comparison table.
struct ComparisonTableMoveTests {
    private static let first = """
        ## 1. Жалпы ережелер

        1.1. Оператор сайт пайдаланушыларының дербес деректерін өңдейді және қорғайды.

        1.2. Оператор өтініштерге он жұмыс күні ішінде жазбаша жауап береді.


        """
    private static let second = """
        ## 2. Пайдаланушының құқықтары

        2.1. Пайдаланушы келісімін кез келген уақытта кері қайтарып ала алады. Кері қайтарып алу \
        тегін жүргізіледі және себебін түсіндіруді талап етпейді.

        2.2. Пайдаланушы өз деректерінің көшірмесін электрондық түрде сұрата алады.


        """
    private static let third = "## 3. Қорытынды\n\n3.1. Саясат жарияланған күнінен қолданылады.\n\n"
    private static let text = first + second + third

    private static func units(
        _ old: String,
        _ new: String,
        _ headings: ComparisonHeadings,
        in tag: String
    ) throws -> [String] {
        try ComparisonTableTests.rows(old, new, headings, in: tag).map { $0[0] }
    }

    private static let published = ComparisonHeadings.editions(old: 1, new: 2)

    @Test func laterClausesGetOtherNumbers() throws {
        let new = Self.text
            .replacing("1.2. Оператор", with: "1.2. Шағым қағаз түрінде беріледі.\n\n1.3. Оператор")
        let rows = try ComparisonTableTests.rows(Self.text, new, in: "kk")
        #expect(
            rows.map { $0[0] } == [
                "1-бөлім. Жалпы ережелер / 1.2-тармақ",
                "1-бөлім. Жалпы ережелер / 1.3-тармақ / 1.2-тармақ 1.3-тармақ болып саналсын",
            ]
        )
        #expect(
            rows[1][1...2] == [
                "*1.2.* Оператор өтініштерге он жұмыс күні ішінде жазбаша жауап береді.",
                "*1.3.* Оператор өтініштерге он жұмыс күні ішінде жазбаша жауап береді.",
            ]
        )
        #expect(
            try Self.units(Self.text, new, .draft, in: "ru")[1]
                .hasSuffix(
                    "Пункт 1.2 считать пунктом 1.3"
                )
        )
        #expect(
            try Self.units(Self.text, new, Self.published, in: "kk")[1]
                .hasSuffix(
                    "Бұрын: 1.2-тармақ"
                )
        )
    }

    /// The third section moves in front of the second, and both take each other's numbers.
    @Test func movedSectionIsOneUnit() throws {
        let new =
            Self.first + Self.third.replacing("3. ", with: "2. ").replacing("3.1.", with: "2.1.")
            + Self.second.replacing("2. П", with: "3. П").replacing("2.1.", with: "3.1.")
            .replacing("2.2.", with: "3.2.")
        #expect(
            try Self.units(Self.text, new, .draft, in: "kk") == [
                "2-бөлім / 3-бөлім 2-бөлім болып саналсын / Орны ауыстырылсын",
                "3-бөлім / 2-бөлім 3-бөлім болып саналсын",
            ]
        )
        #expect(
            try Self.units(Self.text, new, Self.published, in: "ru") == [
                "Раздел 2 / Прежде: раздел 3 / Перемещён", "Раздел 3 / Прежде: раздел 2",
            ]
        )
        let cells = try ComparisonTableTests.rows(Self.text, new, in: "kk")[0]
        #expect(cells[1].hasPrefix("*3.* Қорытынды / *3.1.* Саясат"))
        #expect(cells[2].hasPrefix("*2.* Қорытынды / *2.1.* Саясат"))
    }

    /// A clause that moves to another section says where it stood.
    @Test func movedClause() throws {
        let clause =
            "1.1. Оператор сайт пайдаланушыларының дербес деректерін өңдейді және қорғайды."
        let new =
            Self.text.replacing(clause + "\n\n", with: "")
            + clause.replacing("1.1.", with: "3.2.") + "\n"
        let units = try Self.units(Self.text, new, .draft, in: "kk")
        #expect(
            units.contains(
                "3-бөлім. Қорытынды / 3.2-тармақ / 1.1-тармақ 3.2-тармақ болып саналсын / "
                    + "Орны ауыстырылсын; бұрынғы орны: 1-бөлім, 1.1-тармақ"
            ),
            "\(units)"
        )
    }

    private static let split = text.replacing("ала алады. Кері", with: "ала алады.\n\n2.2. Кері")
        .replacing("2.2. Пайд", with: "2.3. Пайд")

    @Test func splitClause() throws {
        let section = "2-бөлім. Пайдаланушының құқықтары"
        #expect(
            try Self.units(Self.text, Self.split, .draft, in: "kk") == [
                "\(section) / 2.1-тармақ / Бөлінсін: 2.1-тармақ; 2.2-тармақ",
                "\(section) / 2.3-тармақ / 2.2-тармақ 2.3-тармақ болып саналсын",
            ]
        )
        #expect(
            try Self.units(Self.text, Self.split, Self.published, in: "ru")[0]
                .hasSuffix(
                    "Пункт 2.1 / Разделён: пункт 2.1; пункт 2.2"
                )
        )
    }

    @Test func mergedClauses() throws {
        #expect(
            try Self.units(Self.split, Self.text, .draft, in: "ru")[0]
                .hasSuffix(
                    "Пункт 2.1 / Объединить: пункт 2.1; пункт 2.2"
                )
        )
        #expect(
            try Self.units(Self.split, Self.text, Self.published, in: "kk")[0]
                .hasSuffix(
                    "2.1-тармақ / Біріктірілді: 2.1-тармақ; 2.2-тармақ"
                )
        )
    }
}
