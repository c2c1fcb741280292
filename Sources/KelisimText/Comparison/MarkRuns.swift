/// Which marks lie on the letters of a block, so that two blocks can be compared however their
/// white space is.
struct MarkRuns {
    /// What lies on a stretch of text.
    enum Mark: Hashable {
        case emphasis
        case strong
        case code
        case link(String, title: String)
        case image(String, title: String)
    }

    /// The marks on each byte of the plain text, outermost first, as positions in ``stacks``.
    private(set) var runs: [(range: Range<Int>, marks: [Mark])] = []
    /// Where hard breaks stand in the plain text.
    private(set) var breaks: [Int] = []

    init(_ document: MarkdownDocument, block: Int) {
        var open: [(end: Int, mark: Mark)] = []
        var offset = 0
        for index in (block + 1)..<max(Int(document.nodes[block].end), block + 1) {
            while let last = open.last, last.end <= index { open.removeLast() }
            let node = document.nodes[index]
            switch node.kind {
            case .text, .code:
                var marks = open.map(\.mark)
                if node.kind == .code { marks.append(.code) }
                let range = offset..<offset + node.literal.count
                if let last = runs.last, last.marks == marks, last.range.upperBound == offset {
                    runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
                } else {
                    runs.append((range, marks))
                }
                offset = range.upperBound
            case .softBreak: offset += 1
            case .lineBreak:
                breaks.append(offset)
                offset += 1
            case .emphasis: open.append((Int(node.end), .emphasis))
            case .strong: open.append((Int(node.end), .strong))
            case .link:
                let mark = Mark.link(
                    document.string(node.literal),
                    title: document.string(node.title)
                )
                open.append((Int(node.end), mark))
            case .image:
                let mark = Mark.image(
                    document.string(node.literal),
                    title: document.string(node.title)
                )
                open.append((Int(node.end), mark))
            default: break
            }
        }
    }

    /// Whether there is nothing but text.
    var isPlain: Bool { breaks.isEmpty && runs.allSatisfy(\.marks.isEmpty) }

    /// The marks on the byte at `offset` of the plain text.
    func marks(at offset: Int) -> [Mark] {
        let index = runs.partitioningIndex { $0.range.upperBound > offset }
        guard index < runs.count, runs[index].range.contains(offset) else { return [] }
        return runs[index].marks
    }
}
