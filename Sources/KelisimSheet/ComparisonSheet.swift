public import Kelisim

/// A comparison table as a workbook of Excel (XLSX), made by libxlsxwriter.
///
/// The first row has the headings; it stays on the screen and is repeated on every printed page. Words
/// that changed are bold within their cells. Every cell is text, so none can be a formula. A sheet
/// knows cells of at most 32,767 UTF-16 units: a longer text goes on in further rows, which repeat the
/// number of the row they continue. The same table gives the same bytes.
public enum ComparisonSheet {
    /// The bytes of the workbook.
    ///
    /// - Throws: ``Failure/impossible(_:)`` when the temporary file that the library needs cannot be
    ///   written or read.
    public static func bytes(of table: ComparisonTable) throws(Failure) -> [UInt8] {
        let names = table.name.map(\.text)
        // The name of the sheet is what the table is called, without that of the document.
        let name = names.first?.split(separator: ":").first.map(String.init) ?? ""
        let workbook = Workbook(
            title: names.joined(separator: " / "),
            sheet: name,
            columns: table.columns.map { Workbook.Column(width: width(of: $0.kind)) },
            header: table.columns.map { SheetCell.text(of: $0.heading) },
            rows: table.rows.flatMap { rows(of: $0) }
        )
        do throws(SystemError) {
            return try WorkbookWriter.bytes(of: workbook)
        } catch {
            throw .impossible([error.finding])
        }
    }

    /// The rows of the sheet that one row of the table takes: one, unless a text is too long for a cell.
    static func rows(of row: [ComparisonTable.Cell]) -> [[SheetCell]] {
        let pieces = row.map { SheetCell.pieces(of: $0) }
        let count = pieces.map(\.count).max() ?? 0
        return (0..<count)
            .map { index in
                pieces.enumerated()
                    .map { column, pieces in
                        // The number says which row goes on.
                        column == 0 ? pieces[0] : index < pieces.count ? pieces[index] : SheetCell()
                    }
            }
    }

    /// How wide a column is, in digits of the standard font.
    private static func width(of kind: ComparisonTable.ColumnKind) -> Double {
        switch kind {
        case .number: 5
        case .unit: 26
        case .wording: 52
        case .justification: 34
        }
    }
}
