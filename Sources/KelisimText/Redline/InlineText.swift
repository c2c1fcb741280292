/// The plain text of one or several blocks, joined by newlines, with what is written for each
/// stretch of it.
///
/// The text is that of ``Passage``. What has no place in a page has no run: raw HTML, and the newlines
/// between blocks unless their words are written into one. Links to scripts are plain text.
struct InlineText {
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [InlineRun] = []
    /// Where each block begins.
    private(set) var starts: [Int] = []
    /// Whether a run is a picture.
    private(set) var hasPictures = false
    /// Whether a block is code, in which white space is seen.
    private(set) var hasCode = false
    /// Where the printed number of the block ends that is being read.
    private var numberEnd = 0

    /// Whether a newline between two blocks is written, as a space.
    private let joinsBlocks: Bool

    init(joinsBlocks: Bool = false) { self.joinsBlocks = joinsBlocks }

    /// Forgets everything but the storage.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        hasPictures = false
        hasCode = false
    }

    /// Appends a block of `text`.
    mutating func append(_ text: ComparedText, block: Int) {
        let clause = text.tree.clauses[block]
        let node = text.document.nodes[clause.node]
        begin(number: clause.labelLength)
        switch node.kind {
        case .codeBlock:
            hasCode = true
            add(text.document, node.literal, InlineMarks())
        case .htmlBlock: bytes += text.document.bytes[node.literal.range]
        default: walk(text.document, clause.node + 1..<Int(node.end))
        }
    }

    /// Appends the cell of a table at the node `cell`.
    mutating func append(_ document: MarkdownDocument, cell: Int) {
        begin(number: 0)
        walk(document, cell + 1..<Int(document.nodes[cell].end))
    }

    /// Calls `body` with the bytes at `range`.
    func withBytes(of range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private mutating func begin(number: Int) {
        if !starts.isEmpty {
            if joinsBlocks {
                let range = bytes.count..<bytes.count + 1
                runs.append(InlineRun(range: range, content: .softBreak, marks: InlineMarks()))
            }
            bytes.append(0x0A)
        }
        starts.append(bytes.count)
        numberEnd = bytes.count + number
    }

    private mutating func walk(_ document: MarkdownDocument, _ range: Range<Int>) {
        var marks = InlineMarks()
        var open: [(node: Int, outer: InlineMarks)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = document.nodes[index]
            let outer = marks
            switch node.kind {
            case .text: add(document, node.literal, marks)
            case .code:
                marks.style.insert(.code)
                add(document, node.literal, marks)
                marks = outer
            case .softBreak: add(.softBreak, marks)
            case .lineBreak: add(.lineBreak, marks)
            case .emphasis: marks.style.insert(.emphasis)
            case .strong: marks.style.insert(.strong)
            case .link where marks.link == nil:
                let isDangerous = document.withBytes(of: node.literal, HTMLBuffer.isDangerous)
                if !isDangerous { marks.link = index }
            case .image:
                picture(document, index, marks)
                index = Int(node.end) - 1
            default: break
            }
            index += 1
            if node.kind == .emphasis || node.kind == .strong || node.kind == .link {
                open.append((index - 1, outer))
            }
            while let last = open.last, Int(document.nodes[last.node].end) == index {
                marks = last.outer
                open.removeLast()
            }
        }
    }

    /// A picture of this site, or the alternative text of one from elsewhere as a link to it.
    private mutating func picture(
        _ document: MarkdownDocument,
        _ index: Int,
        _ outer: InlineMarks
    ) {
        var marks = outer
        let node = document.nodes[index]
        let start = bytes.count
        let (isElsewhere, isDangerous) = document.withBytes(of: node.literal) { url in
            (
                url.starts(with: "//".utf8) || url.contains(UInt8(ascii: ":")),
                HTMLBuffer.isDangerous(url)
            )
        }
        if isElsewhere, !isDangerous, marks.link == nil { marks.link = index }
        let count = runs.count
        for inner in index + 1..<max(Int(node.end), index + 1) {
            switch document.nodes[inner].kind {
            case .text, .code: add(document, document.nodes[inner].literal, marks)
            case .softBreak, .lineBreak: add(.softBreak, marks)
            default: break
            }
        }
        guard !isElsewhere else { return }
        runs.removeSubrange(count...)
        runs.append(
            InlineRun(range: start..<bytes.count, content: .picture(index), marks: marks)
        )
        hasPictures = true
    }

    private mutating func add(
        _ document: MarkdownDocument,
        _ literal: ByteRange,
        _ marks: InlineMarks
    ) {
        guard !literal.isEmpty else { return }
        var start = bytes.count
        bytes += document.bytes[literal.range]
        if start < numberEnd {
            let end = min(numberEnd, bytes.count)
            var number = marks
            number.isNumber = true
            runs.append(InlineRun(range: start..<end, content: .text, marks: number))
            start = end
        }
        guard start < bytes.count else { return }
        runs.append(InlineRun(range: start..<bytes.count, content: .text, marks: marks))
    }

    private mutating func add(_ content: InlineRun.Content, _ marks: InlineMarks) {
        runs.append(InlineRun(range: bytes.count..<bytes.count + 1, content: content, marks: marks))
        bytes.append(0x20)
    }
}
