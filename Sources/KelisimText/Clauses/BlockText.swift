/// The plain text of one leaf block, and where in the source each byte comes from.
///
/// Breaks are one space, inline HTML is nothing, an image is its alternative text.
package struct BlockText {
    package private(set) var bytes: [UInt8] = []
    /// The text and code nodes in order, each with its offset in ``bytes``.
    package private(set) var pieces: [(node: Int, start: Int)] = []
    private var runs: [Run] = []
    private var block = 0

    /// A stretch that stands in the source as it is, or for an escape or entity.
    private struct Run {
        let start: Int
        let count: Int
        let source: Range<Int>

        var isVerbatim: Bool { count == source.count }
    }

    package init() {}

    package init(_ document: MarkdownDocument, block: Int) {
        read(document, block: block)
    }

    /// Replaces the content by that of the block at the node `block`, keeping the storage.
    package mutating func read(_ document: MarkdownDocument, block: Int) {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        self.block = block
        document.bytes.withUnsafeBufferPointer { source in
            let node = document.nodes[block]
            if node.kind == .codeBlock || node.kind == .htmlBlock {
                append(document, block, source)
            }
            for index in (block + 1)..<max(Int(node.end), block + 1) {
                switch document.nodes[index].kind {
                case .text, .code: append(document, index, source)
                case .softBreak, .lineBreak: bytes.append(0x20)
                default: break
                }
            }
        }
    }

    /// Calls `body` with the plain text of the block at the node `block`; where it is a single
    /// text node, as in most blocks, without copying it here.
    mutating func scan<Result>(
        _ document: MarkdownDocument,
        block: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if Int(document.nodes[block].end) == block + 2, document.nodes[block + 1].kind == .text {
            return document.withBytes(of: document.nodes[block + 1].literal, body)
        }
        read(document, block: block)
        return bytes.withUnsafeBufferPointer(body)
    }

    private mutating func append(
        _ document: MarkdownDocument,
        _ index: Int,
        _ source: UnsafeBufferPointer<UInt8>
    ) {
        let node = document.nodes[index]
        let literal = UnsafeBufferPointer(rebasing: source[node.literal.range])
        let start = bytes.count
        pieces.append((index, start))
        bytes.append(contentsOf: literal)
        guard node.literal.upperBound > document.sourceCount else {
            runs.append(Run(start: start, count: literal.count, source: node.literal.range))
            return
        }
        var steps = EscapedLiteral(
            literal,
            in: source,
            from: node.source.lowerBound,
            to: node.source.upperBound
        )
        while let step = steps.next() {
            runs.append(
                Run(
                    start: start + step.literal.lowerBound,
                    count: step.literal.count,
                    source: step.source
                )
            )
        }
        if !steps.isComplete {
            let rest = steps.sourceEnd..<max(node.source.upperBound, steps.sourceEnd)
            let count = literal.count - steps.position
            runs.append(Run(start: start + steps.position, count: count, source: rest))
        }
    }

    /// The text as a string.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Where in the source of the document the byte at `offset` comes from; within an escape or
    /// entity, where that begins.
    package func sourceOffset(_ offset: Int, in document: MarkdownDocument) -> Int {
        guard let run = run(holding: offset) else { return document.nodes[block].source.lowerBound }
        let distance = offset - run.start
        guard distance < run.count else { return run.source.upperBound }
        return run.source.lowerBound + (run.isVerbatim ? distance : 0)
    }

    /// Where in the source of the document the bytes of `range` come from.
    package func sourceRange(_ range: Range<Int>, in document: MarkdownDocument) -> Range<Int> {
        let start = sourceOffset(range.lowerBound, in: document)
        guard let last = range.last, let run = run(holding: last) else { return start..<start }
        let distance = min(last - run.start + 1, run.count)
        let end = run.isVerbatim ? run.source.lowerBound + distance : run.source.upperBound
        return start..<max(start, end)
    }

    private func run(holding offset: Int) -> Run? {
        let index = runs.partitioningIndex { $0.start > offset }
        return index > 0 ? runs[index - 1] : nil
    }
}
