/// A Markdown text, parsed once by libcmark into a value that nothing can change.
///
/// Every node knows the bytes of the source it came from. The text is taken as it is: libcmark's
/// safe mode, without smart punctuation.
public struct MarkdownDocument: Sendable {
    /// The source, followed by those literals that differ from it (escapes, entities); without them
    /// it shares the storage of the source.
    package let bytes: [UInt8]
    /// How many of ``bytes`` are the source.
    package let sourceCount: Int
    /// The tree in document order, the document first; see ``MarkdownNode``.
    package let nodes: [MarkdownNode]
    /// The pipe tables, by the index of the paragraph that libcmark sees.
    package let tables: [Int: PipeTable]
    /// The nodes that hold the cells of the tables, in order.
    package let cellNodes: [Int]

    /// The index after the last node that libcmark sees; the cells of tables follow.
    package var documentEnd: Int { Int(nodes[0].end) }

    /// Parses `source`.
    ///
    /// - Throws: the first limit that `source` breaks. libcmark has then not seen it, unless it is
    ///   the nesting of inline elements, which costs libcmark nothing.
    public init(_ source: [UInt8]) throws(MarkdownLimits.Violation) {
        if let violation = MarkdownLimits.violation(in: source) { throw violation }
        let builder = source.withUnsafeBufferPointer { source in
            var builder = MarkdownTreeBuilder(source)
            builder.build()
            return builder
        }
        if let violation = builder.violation { throw violation }
        bytes = builder.kept.isEmpty ? source : source + builder.kept
        sourceCount = source.count
        nodes = builder.nodes
        tables = builder.tables
        cellNodes = builder.cellNodes
    }

    /// The innermost list item around the node at `index`, or nil.
    package func item(around index: Int) -> Int? {
        var outer = Int(nodes[index].parent)
        while outer > 0 {
            if nodes[outer].kind == .item { return outer }
            outer = Int(nodes[outer].parent)
        }
        return nil
    }

    /// The indices of the children of the node at `index`.
    package func children(of index: Int) -> ChildIndices {
        ChildIndices(nodes: nodes, index: index + 1, end: Int(nodes[index].end))
    }

    /// Steps over the children of one node.
    package struct ChildIndices: Sequence, IteratorProtocol {
        fileprivate let nodes: [MarkdownNode]
        fileprivate var index: Int
        fileprivate let end: Int

        package mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = Int(nodes[index].end) }
            return index
        }
    }

    /// Calls `body` with the bytes at `range` of ``bytes``.
    package func withBytes<Result>(
        of range: ByteRange,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range.range])) }
    }

    /// The text of `range` of ``bytes``.
    package func string(_ range: ByteRange) -> String {
        String(decoding: bytes[range.range], as: UTF8.self)
    }

    /// The library that parses and its version, as publication records name it.
    public static var renderer: String { MarkdownTreeBuilder.version }

    /// The bytes of the source.
    public var source: ArraySlice<UInt8> { bytes[..<sourceCount] }
}
