package import KelisimText

/// One text of an edition with all that reading it has found.
package struct ReviewedText: Sendable {
    package let edition: Edition
    package let text: Text
    package let content: PolicyText
    private let lines: SourceLines
    /// How many scalars begin before each ``stride`` bytes, so that a column is found quickly even
    /// in a line of a megabyte.
    private let scalarCounts: [Int]
    private static let stride = 1024
    /// The number that libcmark shows for each item of an ordered list, by its node.
    private let shownNumbers: [Int: Int]

    /// Reads `text`; nil when it is not UTF-8, empty or breaks a limit, which reading the repository has
    /// reported already.
    package init?(_ text: Text, of edition: Edition) {
        guard text.string != nil, let content = try? PolicyText(text.bytes),
            !content.tree.clauses.isEmpty
        else { return nil }
        self.edition = edition
        self.text = text
        self.content = content
        lines = SourceLines(text.bytes)
        shownNumbers = content.document.shownNumbers()
        var counts = [0]
        for start in Swift.stride(from: 0, to: text.bytes.count, by: Self.stride) {
            let chunk = text.bytes[start..<min(start + Self.stride, text.bytes.count)]
            counts.append(counts[counts.count - 1] + chunk.count { $0 & 0xC0 != 0x80 })
        }
        scalarCounts = counts
    }

    /// How many scalars begin before the byte at `offset`.
    private func scalars(before offset: Int) -> Int {
        let offset = min(offset, text.bytes.count)
        let chunk = offset / Self.stride
        let rest = text.bytes[chunk * Self.stride..<offset]
        return scalarCounts[chunk] + rest.count { $0 & 0xC0 != 0x80 }
    }

    /// The mark of an item of an ordered list as it was typed, its number, and the one that
    /// libcmark shows instead; nil for every other clause.
    func listNumber(_ clause: Clause) -> (mark: ListMark, typed: String, shown: String)? {
        guard let mark = ListMark(content.document, clause), let typed = mark.number,
            let item = content.document.item(around: clause.node), let shown = shownNumbers[item]
        else { return nil }
        return (mark, typed, String(shown))
    }

    package var language: Language { text.language }
    package var clauses: [Clause] { content.tree.clauses }

    /// The place of the byte at `offset`.
    package func place(_ offset: Int) -> Place {
        let line = lines.lineIndex(of: offset)
        let start = lines.range(ofLine: line).lowerBound
        let column = scalars(before: max(start, offset)) - scalars(before: start) + 1
        return Place(text.file, line: line + 1, column: column)
    }

    /// The place where the clause at `position` begins, its list mark included.
    package func place(ofClause position: Int) -> Place {
        let node = content.blockNode(position)
        return place(content.document.nodes[node].source.lowerBound)
    }

    /// The place of a byte of a block's plain text.
    package func place(ofByte offset: Int, in block: BlockText) -> Place {
        place(block.sourceOffset(offset, in: content.document))
    }

    /// The plain text of the clause at `position`, with the places of its bytes.
    package func block(_ position: Int) -> BlockText {
        BlockText(content.document, block: clauses[position].node)
    }

    /// The leading part of the clause's text behind its number, for a message.
    package func quote(_ position: Int) -> String {
        content.openingWords(of: position, atMost: 60)
    }

    /// How a person would name the clause: its printed number, else its id.
    package func name(_ position: Int) -> String {
        clauses[position].number.map(\.text) ?? clauses[position].id
    }
}
