internal import KelisimText

/// The rows of one table, or of two of which one took the place of the other.
struct TrackedTable {
    /// A row of the old table, of the new one, or of both.
    private struct Row {
        let old: Range<Int>?
        let new: Range<Int>?
    }

    private let old: ComparedText
    private let new: ComparedText
    private let rows: [Row]
    private let columns: [PandocTable.Alignment]

    /// A table as it stands in `text`.
    init(_ text: ComparedText, _ block: Int) {
        (old, new) = (text, text)
        let table = text.document.tables[text.tree.clauses[block].node]
        rows = (table?.rows ?? []).map { Row(old: $0, new: $0) }
        columns = Self.columns([table])
    }

    /// Lays two tables upon each other, row by row.
    init(_ comparison: TextComparison, old oldBlock: Int, new newBlock: Int) {
        old = comparison.old
        new = comparison.new
        let tables = [(old, oldBlock), (new, newBlock)]
            .map { text, block in text.document.tables[text.tree.clauses[block].node] }
        rows = Self.rows(tables.map { $0?.rows ?? [] }, old, new)
        columns = Self.columns(tables)
    }

    /// The table as it stands, be it a change or not.
    func table(as change: TrackedMarks.Change?, _ marks: TrackedMarks) -> PandocTable {
        make { row, column in
            cell(row.new, column).map { BlockContent.make(cell: $0, new, as: change, marks) } ?? []
        }
    }

    /// Both tables, what only one of them has as a change.
    func table(_ marks: TrackedMarks) -> PandocTable {
        make { row, column in
            let cells = (cell(row.old, column), cell(row.new, column))
            if let left = cells.0, let right = cells.1,
                Self.words(left, old) == Self.words(right, new)
            {
                return BlockContent.make(cell: right, new, as: nil, marks)
            }
            let gone = cells.0.map { BlockContent.make(cell: $0, old, as: .deletion, marks) }
            let come = cells.1.map { BlockContent.make(cell: $0, new, as: .insertion, marks) }
            return (gone ?? []) + (come ?? [])
        }
    }

    private func make(_ content: (Row, Int) -> [PandocInline]) -> PandocTable {
        PandocTable(
            columns: columns,
            rows: rows.map { row in columns.indices.map { content(row, $0) } }
        )
    }

    private func cell(_ row: Range<Int>?, _ column: Int) -> Int? {
        row.flatMap { column < $0.count ? $0.lowerBound + column : nil }
    }

    private static func columns(_ tables: [PipeTable?]) -> [PandocTable.Alignment] {
        let count = tables.compactMap(\.self)
            .flatMap { $0.rows.map(\.count) + [$0.alignments.count] }
        let alignments = tables.last.flatMap { $0?.alignments } ?? []
        return (0..<(count.max() ?? 0))
            .map { column in
                guard column < alignments.count, let alignment = alignments[column] else {
                    return .none
                }
                return switch alignment {
                case .start: .left
                case .center: .center
                case .end: .right
                }
            }
    }

    // MARK: - Which rows are the same

    /// The rows of both tables in one order.
    ///
    /// The heads are one row. Of the others, those with the same words are one; what stands between
    /// them is of the one text or the other.
    private static func rows(
        _ tables: [[Range<Int>]],
        _ old: ComparedText,
        _ new: ComparedText
    ) -> [Row] {
        let olds = Array(tables[0].dropFirst())
        let news = Array(tables[1].dropFirst())
        let changes = news.map { words($0, new) }
            .difference(from: olds.map { words($0, old) })
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var rows = [Row(old: tables[0].first, new: tables[1].first)]
        var (left, right) = (0, 0)
        while left < olds.count || right < news.count {
            let isGone = removed.contains(left)
            let isCome = inserted.contains(right)
            let isOld = left < olds.count && (isGone || !isCome)
            let isNew = right < news.count && (isCome || !isGone)
            rows.append(Row(old: isOld ? olds[left] : nil, new: isNew ? news[right] : nil))
            if isOld { left += 1 }
            if isNew { right += 1 }
        }
        return rows
    }

    private static func words(_ row: Range<Int>, _ text: ComparedText) -> [String] {
        row.map { words($0, text) }
    }

    /// The words of a cell, whatever the white space between them.
    private static func words(_ cell: Int, _ text: ComparedText) -> String {
        let bytes = BlockText(text.document, block: text.document.cellNodes[cell]).bytes
        return bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
