internal import KelisimText

/// One of the two wordings of a change: the lines of its blocks, with what only this text has in bold.
struct ChangedWording {
    /// The lines, each as its runs.
    private(set) var lines: [[ComparisonRun]] = []

    /// The wording of `blocks` of `text`.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - blocks: The blocks of the change in it.
    ///   - passage: The plain text of the blocks.
    ///   - edits: What happened to the words of the passage.
    ///   - side: Where an edit stands in it.
    ///   - hasNewLabels: Whether the numbers that libcmark counts changed too.
    init(
        _ text: ComparedText,
        _ blocks: [Int],
        _ passage: Passage,
        _ edits: [WordEdit],
        side: KeyPath<WordEdit, Range<Int>>,
        hasNewLabels: Bool
    ) {
        let changed = edits.filter { $0.operation != .equal }.map { $0[keyPath: side] }
        for (index, block) in blocks.enumerated() {
            let start = passage.starts[index]
            let end = index + 1 < blocks.count ? passage.starts[index + 1] - 1 : passage.bytes.count
            var line =
                Self.mark(of: block, in: text)
                .map { [ComparisonRun($0 + " ", isBold: hasNewLabels)] } ?? []
            var position = start
            let breaks = Self.lineBreaks(in: text, block).map { start + $0 }
            let newlines = (start..<end).filter { passage.bytes[$0] == 0x0A }
            for stop in (breaks + newlines).sorted() + [end] {
                Self.append(passage, position..<max(position, stop), changed, to: &line)
                if !line.isEmpty { lines.append(line) }
                line = []
                position = min(stop + 1, end)
            }
        }
    }

    /// What stands before the text of a list item, and is not part of it.
    private static func mark(of block: Int, in text: ComparedText) -> String? {
        let clause = text.tree.clauses[block]
        guard clause.isListItem, clause.kind == .point else { return nil }
        return text.label(of: block) ?? "•"
    }

    /// The bytes of the block's plain text that are breaks of its lines: those the author asked for,
    /// and the ends of the rows of a table.
    private static func lineBreaks(in text: ComparedText, _ block: Int) -> [Int] {
        let node = text.tree.clauses[block].node
        let document = text.document
        let isTable = document.tables[node] != nil
        let breaks = (node..<max(node, Int(document.nodes[node].end)))
            .filter { index in
                switch document.nodes[index].kind {
                case .lineBreak: true
                case .softBreak: isTable
                default: false
                }
            }
        guard !breaks.isEmpty else { return [] }
        let pieces = BlockText(document, block: node).pieces
        return breaks.compactMap { index in
            pieces.first { $0.node > index }.map { $0.start - 1 }
        }
    }

    private static func append(
        _ passage: Passage,
        _ range: Range<Int>,
        _ changed: [Range<Int>],
        to line: inout [ComparisonRun]
    ) {
        var position = range.lowerBound
        for change in changed where change.overlaps(range) {
            let bold = change.clamped(to: range)
            append(passage.string(position..<bold.lowerBound), isBold: false, to: &line)
            append(passage.string(bold), isBold: true, to: &line)
            position = bold.upperBound
        }
        append(passage.string(position..<range.upperBound), isBold: false, to: &line)
    }

    private static func append(_ text: String, isBold: Bool, to line: inout [ComparisonRun]) {
        guard !text.isEmpty else { return }
        // Space is neither bold nor not, so it belongs to what stands around it.
        let isBold = isBold && text.contains { !$0.isWhitespace }
        if let last = line.last, last.isBold == isBold {
            line[line.count - 1] = ComparisonRun(last.text + text, isBold: isBold)
        } else {
            line.append(ComparisonRun(text, isBold: isBold))
        }
    }
}
