import Foundation
import Kelisim
import KelisimTesting
import KelisimText
import Testing

@testable import KelisimSheet

/// The comparison table as a workbook, judged by openpyxl.
struct ComparisonSheetTests {
    private struct Run: Decodable, Equatable {
        let text: String
        let bold: Bool
    }

    private struct Book: Decodable {
        let sheet: String
        let title: String
        let created: String
        let frozen: String
        let repeated: String
        let orientation: String
        let paper: String
        let fitsWidth: Bool
        let fitsHeight: String
        let header: String
        let widths: [Double]
        let wraps: Bool
        let rows: [[[Run]]]

        func text(_ row: Int, _ column: Int) -> String { rows[row][column].map(\.text).joined() }
    }

    private static func table(
        _ old: String,
        _ new: String,
        title: String? = "Политика «A & B»",
        in tag: String = "ru"
    ) throws -> ComparisonTable {
        let comparison = TextComparison(
            try ComparedText(Array(old.utf8)),
            try ComparedText(Array(new.utf8))
        )
        return ComparisonTable(
            [.init(comparison, in: Language(tag), title: title)],
            headings: .editions(old: 1, new: 2)
        )
    }

    private static func read(_ table: ComparisonTable) throws -> Book {
        try Reader.json("workbook", try ComparisonSheet.bytes(of: table))
    }

    private static let old = "1.1. Оператор отвечает в течение десяти дней.\n\n1.2. Ничего.\n"
    private static let new =
        "1.1. Оператор отвечает в течение пяти дней.\n\n1.3. Ново & <хорошо>.\n"

    @Test func isMadeForReadingAndPrinting() throws {
        let book = try Self.read(Self.table(Self.old, Self.new))
        #expect(book.sheet == "Сравнительная таблица")
        #expect(book.title == "Сравнительная таблица: Политика «A & B»")
        #expect(book.header == "Сравнительная таблица: Политика «A && B»")
        #expect(book.frozen == "A2")
        #expect(book.repeated == "$1:$1")
        #expect(book.orientation == "landscape")
        #expect(book.paper == "9")
        #expect(book.fitsWidth)
        #expect(book.fitsHeight == "0")
        #expect(book.wraps)
        #expect(book.widths.count == 5 && book.widths[2] > 2 * book.widths[0])
        #expect(book.rows[0].allSatisfy { $0.count == 1 && $0[0].bold })
        #expect(book.text(0, 2) == "Редакция № 1")
    }

    @Test func changedWordsAreBold() throws {
        let rows = try Self.read(Self.table(Self.old, Self.new)).rows
        #expect(
            rows[1][2] == [
                Run(text: "1.1. Оператор отвечает в течение ", bold: false),
                Run(text: "десяти", bold: true), Run(text: " дней.", bold: false),
            ]
        )
        #expect(rows[1][3][1] == Run(text: "пяти", bold: true))
        #expect(rows[1][4].isEmpty)
        #expect(rows.last?[3] == [Run(text: "1.3. Ново & <хорошо>.", bold: true)])
    }

    @Test func theSameTableGivesTheSameBytes() throws {
        let table = try Self.table(Self.old, Self.new)
        let first = try ComparisonSheet.bytes(of: table)
        Thread.sleep(forTimeInterval: 2.1)
        #expect(try ComparisonSheet.bytes(of: table) == first)
        #expect(try Self.read(table).created.hasPrefix("1980-01-01"))
    }

    @Test func anEmptyTableHasItsHeadings() throws {
        let book = try Self.read(Self.table(Self.old, Self.old, title: nil))
        #expect(book.rows.count == 1)
        #expect(book.title == "Сравнительная таблица")
    }

    /// No text is taken for a formula, a control sign or an escape of the format.
    @Test(arguments: ["=1+1", "+1", "@SUM(A1)", "_x0041_", "a\u{1}b\u{FFFF}c", "  два  пробела  "])
    func hostileText(text: String) throws {
        let cell = [ComparisonTable.Paragraph([ComparisonRun(text)], in: "ru")]
        let rich = [
            ComparisonTable.Paragraph(
                [ComparisonRun("слово "), ComparisonRun(text, isBold: true)],
                in: "ru"
            )
        ]
        let workbook = Workbook(
            title: "t",
            sheet: "s",
            columns: [.init(width: 9), .init(width: 9)],
            header: [SheetCell.text(of: cell), SheetCell.text(of: rich)],
            rows: [[SheetCell.pieces(of: cell)[0], SheetCell.pieces(of: rich)[0]]]
        )
        let book: Book = try Reader.json("workbook", try WorkbookWriter.bytes(of: workbook))
        let shown = text.replacing("\u{1}", with: "\u{FFFD}")
            .replacing("\u{FFFF}", with: "\u{FFFD}")
        #expect(book.rows[1][0] == [Run(text: shown, bold: false)])
        #expect(
            book.rows[1][1] == [Run(text: "слово ", bold: false), Run(text: shown, bold: true)]
        )
        #expect(book.text(0, 0) == shown)
    }

    /// Nothing of a text that is too long for a cell is lost.
    @Test func longTextsGoOnInFurtherRows() throws {
        let long = (1...9_000).map { "слово\($0)" }.joined(separator: " ")
        let table = try Self.table("1.1. Кратко.\n", "1.1. Кратко.\n\n1.2. \(long)\n")
        let rows = try Self.read(table).rows.dropFirst()
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0[0] == [Run(text: "1", bold: false)] })
        #expect(rows.map { $0[3].map(\.text).joined() }.joined() == "1.2. " + long)
        #expect(rows.allSatisfy { $0[3].map(\.text).joined().utf16.count <= 32_767 })
        #expect(rows.dropFirst().allSatisfy { $0[2].isEmpty })
    }

    @Test func leavesNothingBehind() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let before = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
        _ = try ComparisonSheet.bytes(of: Self.table(Self.old, Self.new))
        let after = try FileManager.default.contentsOfDirectory(atPath: folder)
        // Other tests run meanwhile; no workbook may remain.
        let left = after.filter { !before.contains($0) }
            .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/table.xlsx") }
        #expect(left.isEmpty)
    }
}
