internal import CCMark

#if canImport(Glibc)
private import Glibc
#else
private import Darwin
#endif

/// Turns libcmark's tree into ours.
///
/// The only code that sees libcmark; no pointer leaves it.
struct MarkdownTreeBuilder {
    private(set) var nodes: [MarkdownNode] = []
    private(set) var tables: [Int: PipeTable] = [:]
    private(set) var cellNodes: [Int] = []
    /// The literals that differ from the source (escapes, entities); they follow it in `bytes`.
    private(set) var kept: [UInt8] = []
    /// Where inline elements are nested deeper than a text may nest blocks, or nil.
    private(set) var violation: MarkdownLimits.Violation?
    private let source: UnsafeBufferPointer<UInt8>
    private var locator: LiteralLocator

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        locator = LiteralLocator(source)
    }

    /// Parses the source, then the cells of its pipe tables.
    mutating func build() {
        nodes.reserveCapacity(source.count / 32 + 16)
        add(Self.parse(source), cells: nil)
        let cells = readTables()
        guard !cells.isEmpty else { return }
        // Every cell is a paragraph of its own, behind a mark that starts no block and that
        // libcmark takes for punctuation; one parse serves all of them.
        var text: [UInt8] = []
        for cell in cells {
            text += PipeTable.cellMark
            text += cell.content
            text += [0x0A, 0x0A]
        }
        add(text.withUnsafeBufferPointer(Self.parse), cells: cells)
    }

    // MARK: - Walking libcmark's tree

    private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        ParsingMemory.reserve(for: text.count)
        return text.withMemoryRebound(to: CChar.self) { text in
            cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
        }
    }

    /// Appends the nodes of `document`, and frees it.
    ///
    /// With `cells`, each paragraph is the content of one cell, and the document is left out.
    private mutating func add(
        _ document: OpaquePointer?,
        cells: [PipeTable.CellSource]?
    ) {
        defer { cmark_node_free(document) }
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        var open: [Int] = []
        var inlineDepth = 0
        var cell = 0
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { break }
            guard let node = cmark_iter_get_node(iterator) else { break }
            let type = cmark_node_get_type(node)
            if cells != nil, type == CMARK_NODE_DOCUMENT { continue }
            if event == CMARK_EVENT_EXIT {
                let closed = open.removeLast()
                nodes[closed].end = Int32(truncatingIfNeeded: nodes.count)
                if nodes[closed].kind.isInline { inlineDepth -= 1 }
                continue
            }
            let index = nodes.count
            if let cells, open.isEmpty {
                locator.enter(block: cells[cell].source)
                cellNodes.append(index)
                nodes.append(Self.cellNode(cells[cell].source))
                cell += 1
            } else {
                nodes.append(value(of: node, type, parent: open.last ?? 0, inCell: cells != nil))
            }
            if Self.isContainer(type) {
                open.append(index)
                guard nodes[index].kind.isInline else { continue }
                inlineDepth += 1
                checkNesting(inlineDepth, nodes[index].source)
            } else {
                nodes[index].end = Int32(truncatingIfNeeded: index + 1)
            }
        }
    }

    private mutating func checkNesting(_ depth: Int, _ place: ByteRange) {
        let limit = MarkdownLimits.maximumNesting
        guard violation == nil, depth > limit else { return }
        violation = MarkdownLimits.Violation(
            kind: .nesting,
            limit: limit,
            found: depth,
            offset: place.lowerBound
        )
    }

    /// libcmark reports an exit for these, empty or not.
    private static func isContainer(_ type: cmark_node_type) -> Bool {
        switch type {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK,
            CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
            CMARK_NODE_HTML_INLINE:
            false
        default: true
        }
    }

    private static func cellNode(_ source: Range<Int>) -> MarkdownNode {
        MarkdownNode(
            kind: .tableCell,
            level: 0,
            delimiter: .bullet,
            isTight: false,
            start: 0,
            end: 0,
            parent: 0,
            source: ByteRange(source),
            literal: .empty,
            title: .empty
        )
    }

    private mutating func value(
        of node: OpaquePointer,
        _ type: cmark_node_type,
        parent: Int,
        inCell: Bool
    ) -> MarkdownNode {
        let kind = Self.kind(of: type)
        var place = inCell ? locator.rest : self.place(of: node)
        let start = inCell || !kind.isInline ? place.lowerBound : locator.hint(place.lowerBound)
        var literal = ByteRange.empty
        var title = ByteRange.empty
        if kind.isLeafBlock { locator.enter(block: place) }
        switch kind {
        case .text:
            var text = Self.buffer(cmark_node_get_literal(node))
            if inCell, nodes.last?.kind == .tableCell {
                text = UnsafeBufferPointer(rebasing: text.dropFirst(PipeTable.cellMark.count))
            }
            (literal, place) = located(text, hint: start)
        case .code:
            let text = Self.buffer(cmark_node_get_literal(node))
            (literal, place) = located(text, hint: locator.skippingTicks(from: start))
        case .htmlInline, .htmlBlock:
            literal = located(Self.buffer(cmark_node_get_literal(node)), hint: start).literal
        case .softBreak, .lineBreak: locator.breakLine()
        case .codeBlock:
            literal = keep(Self.buffer(cmark_node_get_literal(node)))
            title = keep(Self.buffer(cmark_node_get_fence_info(node)))
        case .link, .image:
            let url = Self.buffer(cmark_node_get_url(node))
            let isVerbatim = locator.matches(url, at: start + 1)
            literal = isVerbatim ? ByteRange(start + 1..<start + 1 + url.count) : keep(url)
            title = keep(Self.buffer(cmark_node_get_title(node)))
        default: break
        }
        return MarkdownNode(
            kind: kind,
            level: kind == .heading ? UInt8(clamping: cmark_node_get_heading_level(node)) : 0,
            delimiter: Self.delimiter(of: node, kind),
            isTight: kind == .list && cmark_node_get_list_tight(node) != 0,
            start: kind == .list ? cmark_node_get_list_start(node) : 0,
            end: 0,
            parent: Int32(truncatingIfNeeded: parent),
            source: ByteRange(place),
            literal: literal,
            title: title
        )
    }

    private static func kind(of type: cmark_node_type) -> MarkdownNode.Kind {
        switch type {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .paragraph
        }
    }

    private static func delimiter(
        of node: OpaquePointer,
        _ kind: MarkdownNode.Kind
    ) -> MarkdownNode.Delimiter {
        guard kind == .list, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
            return .bullet
        }
        return cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? .parenthesis : .period
    }

    /// The name and version of libcmark, as publication records state it.
    static var version: String {
        "libcmark \(String(cString: cmark_version_string()))"
    }

    // MARK: - Places and literals

    private static func buffer(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        let raw = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: raw, count: strlen(text))
    }

    /// Where libcmark says that `node` stands.
    private func place(of node: OpaquePointer) -> Range<Int> {
        let start = locator.lines.offset(
            line: Int(cmark_node_get_start_line(node)),
            column: Int(cmark_node_get_start_column(node))
        )
        let end = locator.lines.offset(
            line: Int(cmark_node_get_end_line(node)),
            column: Int(cmark_node_get_end_column(node)) + 1
        )
        return start..<max(start, end)
    }

    private mutating func located(
        _ text: UnsafeBufferPointer<UInt8>,
        hint: Int
    ) -> (literal: ByteRange, source: Range<Int>) {
        let (place, isVerbatim) = locator.locate(text, hint: hint)
        return (isVerbatim ? ByteRange(place) : keep(text), place)
    }

    private mutating func keep(_ text: UnsafeBufferPointer<UInt8>) -> ByteRange {
        guard !text.isEmpty else { return .empty }
        let start = source.count + kept.count
        kept.append(contentsOf: text)
        return ByteRange(start..<start + text.count)
    }

    // MARK: - Pipe tables

    /// Finds the pipe tables and returns their cells in order.
    private mutating func readTables() -> [PipeTable.CellSource] {
        guard let base = source.baseAddress, memchr(base, 0x7C, source.count) != nil else {
            return []
        }
        var cells: [PipeTable.CellSource] = []
        for index in nodes.indices where nodes[index].kind == .paragraph {
            let rows = locator.tableLines(of: nodes[index].source.range)
            guard let (table, sources) = PipeTable.read(rows, source, firstCell: cells.count) else {
                continue
            }
            tables[index] = table
            cells += sources
        }
        return cells
    }
}
