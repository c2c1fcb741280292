internal import Kelisim

/// What one cell of a sheet holds: stretches of text, each in bold or not, none of them empty.
struct SheetCell: Hashable {
    /// A stretch of text.
    struct Run: Hashable {
        var text: String
        let isBold: Bool
    }

    /// The stretches; no two of the same weight stand behind each other.
    private(set) var runs: [Run] = []
    /// The length in UTF-16 units, by which Excel measures.
    private(set) var length = 0

    /// The most UTF-16 units that a cell holds.
    static let greatestLength = 32_767

    /// Adds `text`.
    private mutating func append(_ text: some StringProtocol, isBold: Bool) {
        guard !text.isEmpty else { return }
        length += text.utf16.count
        if let last = runs.last, last.isBold == isBold {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: String(text), isBold: isBold))
        }
    }

    /// The text of `cell` as it heads a column, in as much as a cell holds.
    static func text(of cell: ComparisonTable.Cell) -> SheetCell {
        // Two languages of a heading stand on two lines.
        pieces(of: cell)[0]
    }

    /// The text of `cell` in pieces that a cell of a sheet can hold; at least one.
    ///
    /// Its lines are separated by line feeds. Together the pieces are the whole text. A piece ends
    /// where a word does, if there is such a place in its last quarter; never inside a character.
    static func pieces(
        of cell: ComparisonTable.Cell,
        atMost limit: Int = greatestLength
    )
        -> [SheetCell]
    {
        var pieces: [SheetCell] = []
        var piece = SheetCell()
        for (index, paragraph) in cell.enumerated() {
            let lineFeed = index == 0 ? [] : [ComparisonRun("\n")]
            for run in lineFeed + paragraph.runs {
                var rest = Substring(SheetText.encoded(run.text))
                while piece.length + rest.utf16.count > limit {
                    var head = prefix(of: rest, atMost: limit - piece.length, of: limit)
                    if head.isEmpty, piece.runs.isEmpty {
                        // A letter under more marks than a cell can hold.
                        head = String(rest.unicodeScalars.prefix(limit / 2))
                    }
                    piece.append(head, isBold: run.isBold)
                    rest = Substring(rest.unicodeScalars.dropFirst(head.unicodeScalars.count))
                    pieces.append(piece)
                    piece = SheetCell()
                }
                piece.append(rest, isBold: run.isBold)
            }
        }
        if !piece.runs.isEmpty || pieces.isEmpty { pieces.append(piece) }
        return pieces
    }

    /// As much of `text` as fits into `room` units of a cell of `limit`, cut behind a space if one is
    /// near.
    private static func prefix(
        of text: Substring,
        atMost room: Int,
        of limit: Int
    ) -> String {
        var end = text.startIndex
        var lastSpace: Substring.Index?
        var length = 0
        for index in text.indices {
            let character = text[index]
            length += character.utf16.count
            guard length <= room else { break }
            end = text.index(after: index)
            if character.isWhitespace, length >= room - limit / 4 { lastSpace = end }
        }
        return String(text[..<(lastSpace ?? end)])
    }
}
