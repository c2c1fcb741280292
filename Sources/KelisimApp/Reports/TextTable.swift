/// Rows of cells in columns, as a person reads them.
struct TextTable {
    private let rows: [[String]]

    /// A table of `rows` of equally many cells.
    init(_ rows: [[String]]) {
        self.rows = rows
    }

    /// A line for each row: two blanks in front, two between columns, none at the end.
    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths)
                .map { cell, width in
                    cell + String(repeating: " ", count: width - cell.count)
                }
            let line = "  " + cells.joined(separator: "  ")
            return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
        }
    }
}
