internal import KelisimText

/// The inline content of one block, or of a part of its plain text, with its marks.
struct BlockContent {
    private let text: ComparedText
    private let marks: TrackedMarks
    private let change: TrackedMarks.Change?
    /// The bytes of the plain text that are wanted.
    private let range: Range<Int>
    /// Where in the plain text the next node begins.
    private var offset = 0

    /// The content of `text` at `range` of the plain text of a block; as a change, if it is one.
    static func make(
        of block: Int,
        _ text: ComparedText,
        _ range: Range<Int> = 0..<Int.max,
        as change: TrackedMarks.Change?,
        _ marks: TrackedMarks
    ) -> [PandocInline] {
        let node = text.tree.clauses[block].node
        var content = BlockContent(text: text, marks: marks, change: change, range: range)
        switch text.document.nodes[node].kind {
        case .htmlBlock, .thematicBreak: return []
        case .codeBlock: return content.lines(text.document.nodes[node].literal)
        default: return content.nodes(node + 1..<Int(text.document.nodes[node].end))
        }
    }

    /// The content of one cell of a table.
    static func make(
        cell: Int,
        _ text: ComparedText,
        as change: TrackedMarks.Change?,
        _ marks: TrackedMarks
    ) -> [PandocInline] {
        let node = text.document.cellNodes[cell]
        var content = BlockContent(text: text, marks: marks, change: change, range: 0..<Int.max)
        return content.nodes(node + 1..<Int(text.document.nodes[node].end))
    }

    private init(
        text: ComparedText,
        marks: TrackedMarks,
        change: TrackedMarks.Change?,
        range: Range<Int>
    ) {
        self.text = text
        self.marks = marks
        self.change = change
        self.range = range
    }

    private mutating func nodes(_ range: Range<Int>) -> [PandocInline] {
        var result: [PandocInline] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = text.document.nodes[index]
            let inner = index + 1..<Int(node.end)
            switch node.kind {
            case .text: result += leaf(node.literal, PandocInline.text)
            case .code: result += leaf(node.literal, PandocInline.code)
            case .softBreak: result += wanted(1).map { _ in marked(.text(" ")) }
            case .lineBreak: result += wanted(1).map { _ in marked(.lineBreak) }
            case .emphasis: result += mark(nodes(inner), PandocInline.emphasis)
            case .strong: result += mark(nodes(inner), PandocInline.strong)
            case .link:
                let content = nodes(inner)
                let destination = text.document.string(node.literal)
                let title = text.document.string(node.title)
                // Links inside of the text, and those that pages leave out, would lead nowhere.
                let isLive =
                    !destination.isEmpty && !destination.hasPrefix("#")
                    && !text.document.withBytes(of: node.literal, HTMLBuffer.isDangerous)
                result +=
                    isLive
                    ? mark(content) { .link($0, url: destination, title: title) } : content
            case .image: result += nodes(inner)
            default: break
            }
            index = Int(node.end)
        }
        return result
    }

    private func mark(
        _ content: [PandocInline],
        _ make: ([PandocInline]) -> PandocInline
    ) -> [PandocInline] {
        content.isEmpty ? [] : [make(content)]
    }

    private func marked(_ inline: PandocInline) -> PandocInline {
        change.map { marks.mark($0, inline) } ?? inline
    }

    /// The bytes that are wanted of the next `count`, counted from the first of them; goes on behind.
    private mutating func wanted(_ count: Int) -> [Range<Int>] {
        let start = offset
        offset += count
        let part = range.clamped(to: start..<offset)
        return part.isEmpty ? [] : [part.lowerBound - start..<part.upperBound - start]
    }

    private mutating func leaf(
        _ literal: ByteRange,
        _ make: (String) -> PandocInline
    ) -> [PandocInline] {
        wanted(literal.count)
            .map { part in
                let start = literal.lowerBound
                let bytes = ByteRange(start + part.lowerBound..<start + part.upperBound)
                return marked(make(text.document.string(bytes)))
            }
    }

    /// Code, line by line, the last line break left out.
    private mutating func lines(_ literal: ByteRange) -> [PandocInline] {
        var result: [PandocInline] = []
        for part in wanted(literal.count) {
            let start = literal.lowerBound
            let string = text.document.string(
                ByteRange(start + part.lowerBound..<start + part.upperBound)
            )
            let isEnd = part.upperBound == literal.count
            let lines = string.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                if !line.isEmpty { result.append(marked(.code(String(line)))) }
                if index < lines.count - (isEnd ? 2 : 1) { result.append(marked(.lineBreak)) }
            }
        }
        return result
    }
}
