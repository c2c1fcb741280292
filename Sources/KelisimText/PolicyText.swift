/// A policy text, read: its Markdown tree, its clauses, and what they define and refer to.
public struct PolicyText: Sendable {
    /// The Markdown as libcmark parses it.
    public let document: MarkdownDocument
    /// The clauses.
    public let tree: ClauseTree
    /// The references to clauses, in document order.
    public let references: [Reference]
    /// The definitions, in document order.
    public let definitions: [Definition]

    /// Reads `source`, a text in Markdown.
    ///
    /// - Throws: the first limit that `source` breaks.
    public init(_ source: [UInt8]) throws(MarkdownLimits.Violation) {
        self.init(try MarkdownDocument(source))
    }

    /// Reads the clauses of `document`.
    public init(_ document: MarkdownDocument) {
        let tree = ClauseTree(document)
        self.init(document, tree, [Self.findings(document, tree, tree.clauses.indices)])
    }

    /// Reads the clauses of `document`, a long one, on two cores.
    public static func reading(_ document: MarkdownDocument) async -> PolicyText {
        let tree = ClauseTree(document)
        let middle = tree.clauses.count / 2
        async let first = findings(document, tree, 0..<middle)
        let second = findings(document, tree, middle..<tree.clauses.count)
        return PolicyText(document, tree, [await first, second])
    }

    private typealias Findings = (references: [Reference], definitions: [Definition])

    private init(_ document: MarkdownDocument, _ tree: ClauseTree, _ findings: [Findings]) {
        self.document = document
        self.tree = tree
        references = findings.flatMap(\.references)
        definitions = findings.flatMap(\.definitions)
    }

    private static func findings(
        _ document: MarkdownDocument,
        _ tree: ClauseTree,
        _ positions: Range<Int>
    ) -> Findings {
        var resolver = ReferenceResolver(document, tree)
        var references: [Reference] = []
        var definitions: [Definition] = []
        var text = BlockText()
        for position in positions {
            let clause = tree.clauses[position]
            let kind = document.nodes[clause.node].kind
            guard kind == .paragraph || kind == .heading else { continue }
            let (candidates, terms) = text.scan(document, block: clause.node) { bytes in
                (
                    ReferenceScanner(bytes).candidates(from: clause.labelLength),
                    kind == .paragraph
                        ? DefinitionScanner(bytes).terms(from: clause.labelLength) : []
                )
            }
            guard !candidates.isEmpty || !terms.isEmpty else { continue }
            text.read(document, block: clause.node)
            references += resolver.references(candidates, in: position, text)
            for (range, isInline) in terms {
                definitions.append(
                    Definition(
                        term: String(decoding: text.bytes[range], as: UTF8.self),
                        clause: position,
                        isInline: isInline,
                        source: text.sourceRange(range, in: document),
                        range: range
                    )
                )
            }
        }
        return (references, definitions)
    }

    /// The definitions in the clause at `position`.
    package func definitions(of position: Int) -> ArraySlice<Definition> {
        let first = definitions.partitioningIndex { $0.clause >= position }
        return definitions[first...].prefix { $0.clause == position }
    }

    /// The plain text of the clause at `position`, its printed number included.
    public func plainText(of position: Int) -> String {
        BlockText(document, block: tree.clauses[position].node).string
    }

    /// The first words of a clause, without its number, for a tooltip.
    public func openingWords(of position: Int, atMost limit: Int = 80) -> String {
        let text = BlockText(document, block: tree.clauses[position].node)
        var start = min(tree.clauses[position].labelLength, text.bytes.count)
        var opening = ""
        var length = 0
        while start < text.bytes.count {
            let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
            guard !isSpace(text.bytes[start]) else {
                start += 1
                continue
            }
            let word = text.bytes[start...].prefix(limit * 4).prefix { !isSpace($0) }
            let string = String(decoding: word, as: UTF8.self)
            guard length + string.count < limit else { return opening + " …" }
            let gap = opening.isEmpty ? "" : " "
            opening += gap + string
            length += gap.count + string.count
            start = word.endIndex
        }
        return opening
    }

    /// The Markdown source of the clause at `position` and of all that belongs to it.
    public func markdown(of position: Int) -> String {
        let last = tree.subtree(of: position).last ?? position
        let start = document.nodes[blockNode(position)].source.lowerBound
        let end = document.nodes[blockNode(last)].source.upperBound
        return document.string(ByteRange(start..<max(start, end)))
    }

    /// The outermost node below the document, or the list item, that holds the clause.
    package func blockNode(_ position: Int) -> Int {
        let node = tree.clauses[position].node
        return document.item(around: node) ?? node
    }
}
