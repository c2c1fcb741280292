import Kelisim
import Testing

@testable import KelisimSheet

/// How texts become cells of a sheet.
struct SheetCellTests {
    private static func cell(_ lines: [ComparisonRun]...) -> ComparisonTable.Cell {
        lines.map { ComparisonTable.Paragraph($0, in: "kk") }
    }

    @Test func runsOfOneWeightAreOne() {
        let cell = Self.cell(
            [ComparisonRun("a"), ComparisonRun("b", isBold: true)],
            [ComparisonRun("c")]
        )
        let runs = SheetCell.pieces(of: cell)[0].runs
        #expect(runs.map(\.text) == ["a", "b", "\nc"])
        #expect(runs.map(\.isBold) == [false, true, false])
    }
}
