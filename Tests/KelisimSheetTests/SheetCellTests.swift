import Kelisim
import Testing

@testable import KelisimSheet

/// How texts become cells of a sheet.
struct SheetCellTests {
    private static func cell(_ lines: [ComparisonRun]...) -> ComparisonTable.Cell {
        lines.map { ComparisonTable.Paragraph($0, in: "kk") }
    }

    private static func pieces(_ text: String, atMost limit: Int) -> [String] {
        SheetCell.pieces(of: cell([ComparisonRun(text)]), atMost: limit)
            .map { $0.runs.map(\.text).joined() }
    }

    @Test func runsOfOneWeightAreOne() {
        let cell = Self.cell(
            [ComparisonRun("a"), ComparisonRun("b", isBold: true)],
            [ComparisonRun("c"), ComparisonRun("")]
        )
        let runs = SheetCell.pieces(of: cell)[0].runs
        #expect(runs.map(\.text) == ["a", "b", "\nc"])
        #expect(runs.map(\.isBold) == [false, true, false])
    }

    @Test func nothingIsOneEmptyCell() {
        #expect(SheetCell.pieces(of: []) == [SheetCell()])
    }

    @Test(arguments: [
        ("бір екі үш төрт", 12, ["бір екі үш ", "төрт"]),
        ("біріншіекінші", 8, ["біріншіе", "кінші"]),
        ("аб\u{1F1F0}\u{1F1FF}вг", 5, ["аб", "\u{1F1F0}\u{1F1FF}в", "г"]),
        ("абвг", 4, ["абвг"]),
        ("é\u{301}\u{301}\u{301}\u{301}", 4, ["é\u{301}", "\u{301}\u{301}\u{301}"]),
    ])
    func pieces(text: String, limit: Int, expected: [String]) {
        let pieces = Self.pieces(text, atMost: limit)
        #expect(pieces.map { Array($0.utf16) } == expected.map { Array($0.utf16) })
        #expect(Array(pieces.joined().utf16) == Array(text.utf16))
    }

    @Test func boldGoesOnBehindTheCut() {
        let cell = Self.cell([ComparisonRun("аб"), ComparisonRun("вгде", isBold: true)])
        let pieces = SheetCell.pieces(of: cell, atMost: 4)
        #expect(pieces.map { $0.runs.map(\.text) } == [["аб", "вг"], ["де"]])
        #expect(pieces[1].runs[0].isBold)
    }

    @Test(arguments: [
        ("Кесте [1]: а/б", "Кесте 1 аб"), ("'а'", "а"),
        (String(repeating: "ә", count: 40), String(repeating: "ә", count: 31)),
    ])
    func sheetNames(text: String, name: String) {
        let book = Workbook(title: "", sheet: text, columns: [], header: [], rows: [])
        #expect(book.sheetName == name)
    }
}
