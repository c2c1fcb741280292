/// Pipe tables, row by row and cell by cell.
extension RedlineBlockWriter {
    /// Writes the rows of `table`, which is that of the side whose markup `leaf` has.
    mutating func table(_ table: PipeTable, _ leaf: RedlineLeaf, _ html: inout HTMLBuffer) {
        html.append("\n")
        if leaf.wording == .edited, let old = formerTable(leaf),
            old.alignments.count == table.alignments.count
        {
            edited(Sided(old: old, new: table), &html)
            return
        }
        let row = { (index: Int) -> TableAlignment.Row in
            leaf.side == .old
                ? TableAlignment.Row(old: index, new: nil)
                : TableAlignment.Row(old: nil, new: index)
        }
        let tables = Sided(old: table, new: table)
        let isWhole = leaf.wording == .whole
        body(tables, row(0), (1..<table.rows.count).map(row), isWhole: isWhole, &html)
    }

    /// The table that the old text has for a table that was changed, wherever it stood.
    private func formerTable(_ leaf: RedlineLeaf) -> PipeTable? {
        let change = leaf.change.map { comparison.changes[$0].old }
        return (leaf.blocks.old ?? change?.first).flatMap(texts.old.table)
    }

    private mutating func edited(_ tables: Sided<PipeTable>, _ html: inout HTMLBuffer) {
        let alignment = TableAlignment(
            keys: Sided(
                old: tables.old.rows.dropFirst().map { key($0, .old) },
                new: tables.new.rows.dropFirst().map { key($0, .new) }
            ),
            cellCounts: tables.map { $0.rows.dropFirst().map(\.count) }
        )
        let rows = alignment.rows.map { row in
            TableAlignment.Row(old: row.old.map { $0 + 1 }, new: row.new.map { $0 + 1 })
        }
        body(tables, TableAlignment.Row(old: 0, new: 0), rows, isWhole: true, &html)
    }

    /// The content of a row's cells and their marks.
    private func key(_ cells: Range<Int>, _ side: RedlineSide) -> [UInt8] {
        let document = texts[side].document
        var key: [UInt8] = []
        for cell in cells {
            let node = document.cellNodes[cell]
            for inner in document.nodes[node + 1..<Int(document.nodes[node].end)] {
                key += document.bytes[inner.literal.range]
                if inner.kind != .text { key += [0x20, inner.kind.rawValue] }
                key += document.bytes[inner.title.range]
            }
            key.append(0x09)
        }
        return key
    }

    // MARK: - Rows

    private mutating func body(
        _ tables: Sided<PipeTable>,
        _ header: TableAlignment.Row,
        _ rows: [TableAlignment.Row],
        isWhole: Bool,
        _ html: inout HTMLBuffer
    ) {
        html.append("<thead>\n")
        let isPart = header.old != nil && header.new != nil
        row(tables, header, isHeader: true, isPart: isPart, isWhole: isWhole, &html)
        html.append("</thead>\n")
        guard !rows.isEmpty else { return }
        html.append("<tbody>\n")
        for each in rows {
            row(tables, each, isHeader: false, isPart: isPart, isWhole: isWhole, &html)
        }
        html.append("</tbody>\n")
    }

    /// Writes one row; `isPart` says that the table around it is of both texts.
    private mutating func row(
        _ tables: Sided<PipeTable>,
        _ row: TableAlignment.Row,
        isHeader: Bool,
        isPart: Bool,
        isWhole: Bool,
        _ html: inout HTMLBuffer
    ) {
        let side: RedlineSide = row.new == nil ? .old : .new
        guard let index = row[side] else { return }
        let table = tables[side]
        html.append("<tr")
        if isPart, row.new == nil { html.append(" class=\"removed\" data-redline=\"old\"") }
        if isPart, row.old == nil { html.append(" class=\"added\" data-redline=\"new\"") }
        html.append(">\n")
        for (column, cell) in table.rows[index].enumerated() {
            html.append(isHeader ? "<th scope=\"col\"" : "<td")
            if column < table.alignments.count, let side = table.alignments[column] {
                html.append(" class=\"align-")
                html.escape(side.rawValue)
                html.append("\"")
            }
            html.append(">")
            if let old = row.old, let new = row.new {
                let former = tables.old.rows[old]
                let twin = column < former.count ? former.lowerBound + column : nil
                changedCell(twin, tables.new.rows[new].lowerBound + column, &html)
            } else {
                wholeCell(cell, side, isWhole: isWhole, &html)
            }
            html.append(isHeader ? "</th>\n" : "</td>\n")
        }
        filler(table, index, &html)
        html.append("</tr>\n")
    }

    private func filler(_ table: PipeTable, _ row: Int, _ html: inout HTMLBuffer) {
        let missing = table.alignments.count - table.rows[row].count
        guard missing > 0 else { return }
        html.append("<td colspan=\"")
        html.append(missing)
        html.append("\"></td>\n")
    }

    // MARK: - Cells

    private mutating func wholeCell(
        _ cell: Int,
        _ side: RedlineSide,
        isWhole: Bool,
        _ html: inout HTMLBuffer
    ) {
        let document = texts[side].document
        scratch.removeAll()
        scratch.append(document, cell: document.cellNodes[cell])
        write(scratch, side, isWhole: isWhole, &html)
    }

    private mutating func changedCell(_ old: Int?, _ new: Int, _ html: inout HTMLBuffer) {
        var before = InlineText()
        if let old {
            before.append(texts.old.document, cell: texts.old.document.cellNodes[old])
        }
        var after = InlineText()
        after.append(texts.new.document, cell: texts.new.document.cellNodes[new])
        let changed = ChangedText(texts, before, after, cellWords.edits(before, after))
        write(changed.pieces(in: nil), before, after, &html)
    }
}
