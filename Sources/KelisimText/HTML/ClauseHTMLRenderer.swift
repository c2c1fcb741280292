/// Writes blocks with the anchors of their clauses; inline content in
/// `ClauseHTMLRenderer+Inlines.swift`.
struct ClauseHTMLRenderer {
    let text: PolicyText
    let nodes: [MarkdownNode]
    let bytes: UnsafeBufferPointer<UInt8>
    var html: HTMLBuffer
    /// The level of the sections in the source, which become `h2`.
    private let sectionLevel: Int
    private let clauses: [Clause]
    /// The text that stands first on the page; see `PolicyText.htmlBlocks(after:tools:)`.
    private let first: ClauseTree?
    /// What adds to a heading or paragraph; see `PolicyText.html(language:tools:)`.
    private let tools: ((Int, inout HTMLBuffer) -> Void)?
    /// The next clause, and the first reference and definition that may stand in it.
    private var clause = 0
    private var reference = 0
    private var definition = 0
    /// The clause whose anchor its list item bears.
    private var itemClause: Int?

    /// The marks on the block that is being written, and how many of them are done.
    var marks: [TextMark] = []
    var nextMark = 0
    /// How much of the block's plain text has been written.
    var offset = 0
    /// How many links are open; a reference inside one can't be a link of its own.
    var openLinks = 0
    var tooltips: [Int: String] = [:]

    init(
        text: PolicyText,
        bytes: UnsafeBufferPointer<UInt8>,
        html: HTMLBuffer,
        first: ClauseTree? = nil,
        tools: ((Int, inout HTMLBuffer) -> Void)?
    ) {
        self.text = text
        self.first = first
        self.tools = tools
        self.bytes = bytes
        self.html = html
        let nodes = text.document.nodes
        self.nodes = nodes
        clauses = text.tree.clauses
        sectionLevel =
            clauses.lazy.filter { $0.kind == .section }.map { Int(nodes[$0.node].level) }.min() ?? 2
    }

    /// Writes the blocks at `range`.
    mutating func render(_ range: Range<Int>) {
        let first = clauses.partitioningIndex { $0.node >= range.lowerBound }
        clause = first
        reference = text.references.partitioningIndex { $0.clause >= first }
        definition = text.definitions.partitioningIndex { $0.clause >= first }
        var open: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if nodes[index].kind.isLeafBlock {
                leaf(index)
                index = Int(nodes[index].end)
            } else {
                enter(index)
                open.append(index)
                index += 1
            }
            while let last = open.last, Int(nodes[last].end) == index {
                leave(nodes[open.removeLast()])
            }
        }
    }

    // MARK: - Containers

    private mutating func enter(_ index: Int) {
        let node = nodes[index]
        switch node.kind {
        case .blockQuote: html.append("<blockquote>\n")
        case .list: html.append(node.delimiter == .bullet ? "<ul>\n" : "<ol class=\"points\">\n")
        case .item:
            html.append("<li")
            if clause < clauses.count, text.document.item(around: clauses[clause].node) == index {
                identifier(clauses[clause].id)
                itemClause = clause
            }
            html.append(">")
            if index + 1 < Int(node.end), !isTightParagraph(index + 1) { html.append("\n") }
        default: break
        }
    }

    private mutating func leave(_ node: MarkdownNode) {
        switch node.kind {
        case .blockQuote: html.append("</blockquote>\n")
        case .list: html.append(node.delimiter == .bullet ? "</ul>\n" : "</ol>\n")
        case .item: html.append("</li>\n")
        default: break
        }
    }

    /// The printed number of an ordered item: libcmark counts by itself and forgets it.
    private mutating func listNumber(of leaf: Int) {
        let item = Int(nodes[leaf].parent)
        guard item + 1 == leaf, nodes[item].kind == .item,
            let mark = ListMark(text.document, item: item), mark.number != nil
        else { return }
        html.append("<span class=\"number\">")
        html.escape(mark.text)
        html.append("</span> ")
    }

    private func isTightParagraph(_ index: Int) -> Bool {
        let parent = nodes[Int(nodes[index].parent)]
        return nodes[index].kind == .paragraph && parent.kind == .item
            && nodes[Int(parent.parent)].isTight
    }

    // MARK: - Leaf blocks

    private mutating func leaf(_ index: Int) {
        guard clause < clauses.count else { return }
        let own = clauses[clause]
        let id = clause == itemClause ? nil : own.id
        let node = nodes[index]
        switch node.kind {
        case .heading: heading(own, id, node)
        case .paragraph:
            if let table = text.document.tables[index] {
                self.table(table, own, id)
            } else {
                paragraph(own, id)
            }
        case .codeBlock:
            html.append("<pre")
            identifier(id)
            html.append("><code>")
            html.escape(slice(node.literal))
            html.append("</code></pre>\n")
        case .thematicBreak:
            html.append("<hr")
            identifier(id)
            html.append(">\n")
        default:
            // Raw HTML is left out, but a link to its place still finds it.
            guard id != nil else { break }
            html.append("<div")
            identifier(id)
            html.append("></div>\n")
        }
        clause += 1
    }

    private mutating func heading(_ own: Clause, _ id: String?, _ node: MarkdownNode) {
        let level =
            switch own.kind {
            case .title: 1
            case .section: min(Int(node.level) - sectionLevel + 2, 6)
            default: max(Int(node.level), 3)
            }
        let isHeading = first.map { own.kind != .title && $0[own.id] == nil } ?? true
        html.append(isHeading ? "<h" : "<p class=\"h")
        html.append(level)
        if !isHeading { html.append("\"") }
        identifier(id)
        html.append(">")
        if let slug = own.slug { anchor(slug) }
        inlines(of: own)
        html.append(isHeading ? "</h" : "</p")
        if isHeading { html.append(level) }
        html.append(">\n")
        tools?(clause, &html)
    }

    private mutating func paragraph(_ own: Clause, _ id: String?) {
        if isTightParagraph(own.node) {
            if let id { anchor(id) }
            listNumber(of: own.node)
            inlines(of: own)
            return
        }
        html.append("<p")
        identifier(id)
        if own.number != nil || (own.kind == .point && !own.isListItem) {
            html.append(own.kind == .point ? " class=\"point d" : " class=\"clause d")
            html.append(own.depth)
            html.append("\"")
        }
        html.append(">")
        listNumber(of: own.node)
        inlines(of: own)
        if !own.isListItem { tools?(clause, &html) }
        html.append("</p>\n")
    }

    private mutating func table(_ table: PipeTable, _ own: Clause, _ id: String?) {
        html.append("<table")
        identifier(id)
        html.append(">\n")
        readMarks(of: own, bySource: true)
        for (number, row) in table.rows.enumerated() {
            if number < 2 { html.append(number == 0 ? "<thead>\n" : "<tbody>\n") }
            html.append("<tr>\n")
            for (column, cell) in row.enumerated() {
                html.append(number == 0 ? "<th scope=\"col\"" : "<td")
                if column < table.alignments.count, let side = table.alignments[column] {
                    html.append(" class=\"align-")
                    html.escape(side.rawValue)
                    html.append("\"")
                }
                html.append(">")
                let node = text.document.cellNodes[cell]
                inlines(node + 1..<Int(nodes[node].end), inCell: true)
                html.append(number == 0 ? "</th>\n" : "</td>\n")
            }
            let missing = table.alignments.count - row.count
            if missing > 0 {
                html.append("<td colspan=\"")
                html.append(missing)
                html.append("\"></td>\n")
            }
            html.append("</tr>\n")
            if number == 0 { html.append("</thead>\n") }
        }
        if table.rows.count > 1 { html.append("</tbody>\n") }
        html.append("</table>\n")
    }

    private mutating func identifier(_ id: String?) {
        guard let id, first?[id] == nil else { return }
        html.append(" id=\"")
        html.escape(id)
        html.append("\"")
    }

    private mutating func anchor(_ id: String) {
        guard first?[id] == nil else { return }
        html.append("<span")
        identifier(id)
        html.append("></span>")
    }

    func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range.range])
    }

    // MARK: - Marks

    private mutating func inlines(of own: Clause) {
        readMarks(of: own, bySource: false)
        inlines(own.node + 1..<Int(nodes[own.node].end), inCell: false)
    }

    /// Collects the marks in the clause that is being written, by their places in its plain text
    /// or, for tables, in the source.
    private mutating func readMarks(of own: Clause, bySource: Bool) {
        marks.removeAll(keepingCapacity: true)
        nextMark = 0
        offset = 0
        if own.labelLength > 0, !bySource {
            marks.append(TextMark(kind: .number, range: 0..<own.labelLength))
        }
        while definition < text.definitions.count, text.definitions[definition].clause == clause {
            let found = text.definitions[definition]
            definition += 1
            marks.append(
                TextMark(kind: .definition, range: bySource ? found.source : found.range)
            )
        }
        while reference < text.references.count, text.references[reference].clause == clause {
            let found = text.references[reference]
            reference += 1
            guard let target = found.target.flatMap(text.tree.position) else { continue }
            marks.append(
                TextMark(kind: .reference(target), range: bySource ? found.source : found.range)
            )
        }
        if marks.count > 1 { marks.sort { $0.range.lowerBound < $1.range.lowerBound } }
    }
}
