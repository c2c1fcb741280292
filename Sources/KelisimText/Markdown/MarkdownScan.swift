/// One pass over a text that counts what ``MarkdownLimits`` limits.
///
/// The scan reads the start of every line as libcmark does and then looks only for square
/// brackets. Where libcmark would have to know the lines before, it takes the worst case: any
/// quote or list marker opens a container, and indentation continues every list item that it
/// could continue. The counts are therefore never below those of libcmark.
struct MarkdownScan {
    /// The width of the widest list item: three columns of indentation, nine digits, the
    /// delimiter and four columns of space.
    private static let widestItem = 17

    private let source: UnsafeBufferPointer<UInt8>
    private let budget: Int
    private var index = 0
    private var deepest = 0
    private var openBrackets = 0
    private var images = 0
    private var work = 0
    /// Whether the content of some list item began at a column, counted from the content of the
    /// quote around it.
    ///
    /// An item beyond the last column has more than the permitted number of items around it.
    private var contentColumns: [Bool]
    /// How many items inside one another indentation up to a column can continue.
    private var itemsByColumn: [Int]

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        budget = MarkdownLimits.maximumWork * max(source.count, 4 << 10)
        let columns = Self.widestItem * MarkdownLimits.maximumNesting + 1
        contentColumns = Array(repeating: false, count: columns)
        itemsByColumn = Array(repeating: 0, count: columns)
    }

    /// Reads the text up to the first violation.
    mutating func firstViolation() -> MarkdownLimits.Violation? {
        if source.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
        }
        while index < source.count {
            if let violation = readMarkers() ?? readContent() {
                return violation
            }
        }
        return nil
    }

    // MARK: - Containers

    /// Reads the whitespace, quote markers and list markers at the start of a line.
    private mutating func readMarkers() -> MarkdownLimits.Violation? {
        var column = 0
        var contentStart = 0
        var depth = 0
        var opensItem = false
        var firstQuote: Int?
        var notThematicBefore = index
        while true {
            skipBlanks(from: &index, column: &column)
            guard index < source.count, !isLineEnd(source[index]) else { break }
            let isQuote = source[index] == UInt8(ascii: ">")
            let marker = isQuote ? 1 : listMarkerWidth()
            guard marker > 0, isQuote || !isThematicBreak(&notThematicBefore) else { return nil }
            if !opensItem {
                depth += itemsByColumn[min(column - contentStart, itemsByColumn.count - 1)]
            }
            depth += 1
            guard depth <= MarkdownLimits.maximumNesting else {
                return violation(.nesting, MarkdownLimits.maximumNesting, found: depth)
            }
            deepest = max(deepest, depth)
            if isQuote {
                firstQuote = firstQuote ?? column
                column += 1
                index += 1
                let hasSpace = index < source.count && isBlank(source[index])
                contentStart = column + (hasSpace ? 1 : 0)
            } else {
                opensItem = true
                openBrackets = 0
                column += marker
                index += marker
                insertItem(at: column - contentStart + spaceAfterMarker(column))
            }
        }
        return opensItem ? nil : readBlankLine(firstQuote: firstQuote)
    }

    /// Counts a line that has nothing but whitespace and quote markers.
    private mutating func readBlankLine(firstQuote: Int?) -> MarkdownLimits.Violation? {
        openBrackets = 0
        // A quote marker that is indented further may continue a paragraph.
        if firstQuote ?? 0 < 4 {
            images = 0
        }
        work += 4 * deepest
        return work <= budget ? nil : violation(.work, budget, found: work)
    }

    /// The bytes of the list marker at the index, or 0 when there is none.
    private func listMarkerWidth() -> Int {
        var end = index
        switch source[end] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            end += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while end < min(index + 9, source.count), isDigit(source[end]) {
                end += 1
            }
            guard end < source.count,
                source[end] == UInt8(ascii: ".") || source[end] == UInt8(ascii: ")")
            else { return 0 }
            end += 1
        default:
            return 0
        }
        return end == source.count || isSpace(source[end]) ? end - index : 0
    }

    /// The columns of whitespace between a list marker that ends at the index and the content.
    private func spaceAfterMarker(_ column: Int) -> Int {
        var text = index
        var end = column
        skipBlanks(from: &text, column: &end)
        let isEmpty = text == source.count || isLineEnd(source[text])
        return isEmpty || !(1...4).contains(end - column) ? 1 : end - column
    }

    /// Whether the rest of the line is a thematic break.
    ///
    /// `failure` is the index before which none can begin: it keeps the scan of a line linear.
    private func isThematicBreak(_ failure: inout Int) -> Bool {
        let marker = source[index]
        guard marker == UInt8(ascii: "-") || marker == UInt8(ascii: "*"), index >= failure
        else { return false }
        var end = index
        var markers = 0
        while end < source.count, source[end] == marker || isBlank(source[end]) {
            markers += source[end] == marker ? 1 : 0
            end += 1
        }
        if markers >= 3, end == source.count || isLineEnd(source[end]) {
            return true
        }
        failure = end
        return false
    }

    /// Remembers that the content of a list item begins at `column`.
    private mutating func insertItem(at column: Int) {
        guard column < contentColumns.count, !contentColumns[column] else { return }
        contentColumns[column] = true
        var items = 0
        var nextColumn = 2
        for column in contentColumns.indices {
            // The narrowest item takes two columns.
            if contentColumns[column], column >= nextColumn {
                items += 1
                nextColumn = column + 2
            }
            itemsByColumn[column] = items
        }
    }

    /// Skips spaces and tabs and counts their columns.
    private func skipBlanks(from index: inout Int, column: inout Int) {
        while index < source.count, isBlank(source[index]) {
            column += source[index] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
            index += 1
        }
    }

    // MARK: - Brackets

    /// Reads the rest of a line and the line end.
    private mutating func readContent() -> MarkdownLimits.Violation? {
        while index < source.count {
            let byte = source[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\n"):
                return nil
            case UInt8(ascii: "\r"):
                if index < source.count, source[index] == UInt8(ascii: "\n") {
                    index += 1
                }
                return nil
            case UInt8(ascii: "\\"):
                if index < source.count, !isLineEnd(source[index]) {
                    index += 1
                }
            case UInt8(ascii: "["):
                index -= 1
                if index > 0, source[index - 1] == UInt8(ascii: "!") {
                    images += 1
                }
                openBrackets += 1
                guard openBrackets <= MarkdownLimits.maximumOpenBrackets else {
                    return violation(
                        .brackets,
                        MarkdownLimits.maximumOpenBrackets,
                        found: openBrackets
                    )
                }
                index += 1
            case UInt8(ascii: "]"):
                openBrackets = max(0, openBrackets - 1)
                work += images
                guard work <= budget else {
                    index -= 1
                    return violation(.work, budget, found: work)
                }
            default:
                break
            }
        }
        return nil
    }

    private func violation(
        _ kind: MarkdownLimits.Violation.Kind,
        _ limit: Int,
        found: Int
    ) -> MarkdownLimits.Violation {
        MarkdownLimits.Violation(kind: kind, limit: limit, found: found, offset: index)
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
}

private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
