/// A table, as pandoc's JSON has it: one row of headings, then the others.
struct PandocTable: Encodable {
    enum Alignment: String {
        case none = "AlignDefault"
        case left = "AlignLeft"
        case center = "AlignCenter"
        case right = "AlignRight"
    }

    /// The alignment of each column.
    let columns: [Alignment]
    /// The content of the cells of each row, as many as there are columns.
    let rows: [[[PandocInline]]]

    private typealias Cell = PandocTuple<PandocAttributes, PandocName, Int, Int, [PandocBlock]>
    private typealias Row = PandocTuple<PandocAttributes, [Cell]>

    func encode(to encoder: any Encoder) throws {
        let nothing = PandocAttributes()
        let width = PandocName("ColWidthDefault")
        let rows = rows.map { cells in
            Row(
                nothing,
                cells.map { content in
                    let blocks = content.isEmpty ? [] : [PandocBlock.paragraph(content)]
                    return Cell(nothing, PandocName(Alignment.none.rawValue), 1, 1, blocks)
                }
            )
        }
        var element = PandocElement(encoder)
        try element.encode(
            "Table",
            nothing,
            PandocTuple(Int?.none, [PandocBlock]()),
            columns.map { PandocTuple(PandocName($0.rawValue), width) },
            PandocTuple(nothing, Array(rows.prefix(1))),
            [PandocTuple(nothing, 0, [Row](), Array(rows.dropFirst()))],
            PandocTuple(nothing, [Row]())
        )
    }
}
