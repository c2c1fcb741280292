/// A pipe table: a paragraph of lines with `|` whose second line is dashes.
///
/// libcmark knows no tables and sees a paragraph; policies use them for cookies and processors.
/// The form is that of GitHub Flavored Markdown, with two differences: every line needs a pipe,
/// and a cell beyond the last column is kept.
package struct PipeTable: Hashable, Sendable {
    package enum Alignment: String, Sendable {
        case start
        case center
        case end
    }

    /// The alignment of each column, or nil where the author gave none.
    package let alignments: [Alignment?]
    /// The cells of each row, the header first, as positions in the document's `cellNodes`.
    package let rows: [Range<Int>]

    /// What stands before the text of a cell when libcmark parses it: «§».
    ///
    /// It starts no block, and for emphasis it counts as punctuation, as the start of a line would
    /// as white space.
    static let cellMark: [UInt8] = [0xC2, 0xA7]

    /// The text of one cell and where it stands.
    struct CellSource {
        let content: [UInt8]
        let source: Range<Int>
    }

    /// Reads the table that stands in `lines` of `bytes`, whose first cell has the number
    /// `firstCell`; nil when it is none.
    static func read(
        _ lines: [Range<Int>],
        _ bytes: UnsafeBufferPointer<UInt8>,
        firstCell: Int
    ) -> (PipeTable, [CellSource])? {
        guard lines.count >= 2 else { return nil }
        let header = cells(in: lines[0], bytes)
        let dashes = cells(in: lines[1], bytes).map { Array(bytes[$0]) }
        guard header.count == dashes.count, dashes.allSatisfy(isDashes) else { return nil }
        var sources: [CellSource] = []
        var rows: [Range<Int>] = []
        for line in [lines[0]] + lines[2...] {
            let ranges = cells(in: line, bytes)
            let first = firstCell + sources.count
            sources += ranges.map {
                CellSource(content: unescapingPipes(Array(bytes[$0])), source: $0)
            }
            rows.append(first..<firstCell + sources.count)
        }
        return (PipeTable(alignments: dashes.map(alignment), rows: rows), sources)
    }

    private static func cells(
        in line: Range<Int>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        if bytes[start] == UInt8(ascii: "|") { start += 1 }
        var index = start
        while index < line.upperBound {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "|") {
                cells.append(trimmed(start..<index, bytes))
                start = index + 1
            }
            index += 1
        }
        if start < line.upperBound { cells.append(trimmed(start..<line.upperBound, bytes)) }
        return cells
    }

    private static func trimmed(
        _ range: Range<Int>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        let slice = bytes[range]
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        guard let first = slice.firstIndex(where: { !isBlank($0) }),
            let last = slice.lastIndex(where: { !isBlank($0) })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }

    private static func isDashes(_ cell: [UInt8]) -> Bool {
        var rest = cell[...]
        if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
        if rest.last == UInt8(ascii: ":") { rest = rest.dropLast() }
        return !rest.isEmpty && rest.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private static func alignment(_ cell: [UInt8]) -> Alignment? {
        switch (cell.first == UInt8(ascii: ":"), cell.last == UInt8(ascii: ":")) {
        case (true, true): .center
        case (true, false): .start
        case (false, true): .end
        case (false, false): nil
        }
    }

    private static func unescapingPipes(_ cell: [UInt8]) -> [UInt8] {
        guard cell.contains(UInt8(ascii: "\\")) else { return cell }
        var result: [UInt8] = []
        for byte in cell {
            if byte == UInt8(ascii: "|"), result.last == UInt8(ascii: "\\") { result.removeLast() }
            result.append(byte)
        }
        return result
    }
}
