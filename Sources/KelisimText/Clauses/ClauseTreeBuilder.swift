/// Reads the printed numbers and headings of a document into a tree.
struct ClauseTreeBuilder {
    private(set) var clauses: [Clause] = []
    private(set) var positions: [String: Int] = [:]
    private let document: MarkdownDocument
    private let nodes: [MarkdownNode]
    private var leaves: [Leaf] = []
    private var numbering = Numbering()
    /// The sections and clauses that the next block may belong to, outermost first.
    private var open: [OpenClause] = []
    /// The points below them.
    private var points: [OpenPoint] = []
    /// The clause that each list item has become, by its node.
    private var items: [Int: Int] = [:]
    private var counts: [Counts] = []
    private var topCounts = Counts()
    private var hasHeading = false

    private struct Leaf {
        let node: Int
        let label: ClauseLabel?
        /// The list item around it, or nil.
        let item: Int?
    }

    private struct OpenClause {
        let position: Int
        /// Headings by level, then clauses by depth.
        let rank: Int
    }

    /// How the points of an enumeration are marked; another mark opens a deeper level.
    private enum PointStyle {
        case dotted
        case bracketed
        case letter
        case bullet
    }

    private struct OpenPoint {
        let position: Int
        let style: PointStyle
    }

    /// How many clauses of a kind have been named after one clause, or after none.
    private struct Counts {
        var points = 0
        var blocks = 0
        var headings = 0
        var duplicates = 1
    }

    init(_ document: MarkdownDocument) {
        self.document = document
        nodes = document.nodes
    }

    mutating func build() {
        readLabels()
        numbering.settle()
        clauses.reserveCapacity(leaves.count)
        counts.reserveCapacity(leaves.count)
        positions.reserveCapacity(leaves.count)
        for leaf in leaves { add(leaf) }
        nameHeadings()
        closeSubtrees()
    }

    private mutating func readLabels() {
        leaves.reserveCapacity(nodes.count / 2)
        var text = BlockText()
        var index = 1
        while index < document.documentEnd {
            let node = nodes[index]
            guard node.kind.isLeafBlock else {
                index += 1
                continue
            }
            var label: ClauseLabel?
            if node.parent == 0, node.kind == .heading || node.kind == .paragraph {
                let isHeading = node.kind == .heading
                label = text.scan(document, block: index) {
                    ClauseLabel.read($0, isHeading: isHeading)
                }
                if let label { numbering.note(label, isHeading: isHeading) }
            }
            leaves.append(Leaf(node: index, label: label, item: document.item(around: index)))
            index = Int(node.end)
        }
    }

    // MARK: - Placing one block

    private mutating func add(_ leaf: Leaf) {
        let node = nodes[leaf.node]
        if let item = leaf.item {
            addInItem(leaf, item)
        } else if node.kind == .heading, node.parent == 0 {
            addHeading(leaf, level: Int(node.level))
        } else if let label = leaf.label {
            addNumbered(leaf, label)
        } else {
            append(leaf, .block, parent: open.last?.position)
        }
    }

    private mutating func addHeading(_ leaf: Leaf, level: Int) {
        defer { hasHeading = true }
        if !hasHeading, level == 1, leaf.label == nil {
            append(leaf, .title, parent: nil)
        } else {
            addNested(leaf, .section, rank: level)
        }
    }

    private mutating func addNumbered(_ leaf: Leaf, _ label: ClauseLabel) {
        switch label.form {
        case .numberPoint: addPoint(leaf, .bracketed)
        case .letterPoint: addPoint(leaf, .letter)
        case .dotted where label.depth == 1 && numbering.restarts: addPoint(leaf, .dotted)
        case .dotted, .word: addNested(leaf, .clause, rank: 100 + label.depth)
        }
    }

    private mutating func addNested(_ leaf: Leaf, _ kind: Clause.Kind, rank: Int) {
        points.removeAll()
        while let last = open.last, last.rank >= rank { open.removeLast() }
        append(leaf, kind, parent: open.last?.position)
        open.append(OpenClause(position: clauses.count - 1, rank: rank))
    }

    private mutating func addPoint(_ leaf: Leaf, _ style: PointStyle) {
        if let sibling = points.firstIndex(where: { $0.style == style }) {
            points.removeSubrange(sibling...)
        }
        append(leaf, .point, parent: points.last?.position ?? open.last?.position)
        points.append(OpenPoint(position: clauses.count - 1, style: style))
    }

    private mutating func addInItem(_ leaf: Leaf, _ item: Int) {
        if let position = items[item] {
            append(leaf, .block, parent: position)
            return
        }
        if let outer = document.item(around: item).flatMap({ items[$0] }) {
            append(leaf, .point, parent: outer)
        } else {
            let style: PointStyle =
                switch nodes[Int(nodes[item].parent)].delimiter {
                case .bullet: .bullet
                case .period: .dotted
                case .parenthesis: .bracketed
                }
            addPoint(leaf, style)
        }
        items[item] = clauses.count - 1
    }

    private mutating func append(_ leaf: Leaf, _ kind: Clause.Kind, parent: Int?) {
        let label = leaf.label
        var noun: ClauseNoun?
        if case .word(let word) = label?.form { noun = word }
        var number = label?.number
        if case .letterPoint = label?.form { number = nil }
        let position = clauses.count
        let isName = kind != .point && label.map(numbering.claims) ?? false
        let name = isName ? number?.text ?? "" : place(kind, parent: parent)
        let id = claim(name, for: position)
        clauses.append(
            Clause(
                id: id,
                kind: kind,
                label: label.map { labelText(leaf.node, $0) },
                number: number,
                slug: nil,
                depth: parent.map { clauses[$0].depth + 1 } ?? 0,
                parent: parent,
                noun: noun,
                isListItem: leaf.item != nil,
                node: leaf.node,
                labelLength: label?.length ?? 0,
                end: position + 1
            )
        )
        counts.append(Counts())
    }

    private func labelText(_ node: Int, _ label: ClauseLabel) -> String {
        let literal = nodes[node + 1].literal
        if nodes[node + 1].kind == .text, literal.count >= label.length {
            return document.string(literal.prefix(label.length))
        }
        let text = BlockText(document, block: node).bytes
        return String(decoding: text[..<label.length], as: UTF8.self)
    }

    // MARK: - Names

    /// The name of a clause that is known by its place.
    private mutating func place(_ kind: Clause.Kind, parent: Int?) -> String {
        switch kind {
        case .title: "title"
        case .section: "h-\(next(\.headings, of: nil))"
        case .point:
            "\(parent.map { clauses[$0].id } ?? "preamble")-item-\(next(\.points, of: parent))"
        case .clause, .block:
            if let parent {
                "\(clauses[parent].id)-p-\(next(\.blocks, of: parent))"
            } else {
                "preamble-\(next(\.blocks, of: nil))"
            }
        }
    }

    private mutating func next(_ kind: WritableKeyPath<Counts, Int>, of parent: Int?) -> Int {
        guard let parent else {
            topCounts[keyPath: kind] += 1
            return topCounts[keyPath: kind]
        }
        counts[parent][keyPath: kind] += 1
        return counts[parent][keyPath: kind]
    }

    /// Makes `name`, or if another clause has it a longer one, the name of the clause at
    /// `position`: a number that is printed twice, which `check` reports, must not hide a clause.
    private mutating func claim(_ name: String, for position: Int) -> String {
        guard let first = positions.updateValue(position, forKey: name) else { return name }
        positions[name] = first
        var candidate: String
        repeat {
            candidate = "\(name)--\(next(\.duplicates, of: first))"
        } while positions[candidate] != nil
        positions[candidate] = position
        return candidate
    }

    /// Gives the headings without a number their second anchors, which must not take an id.
    private mutating func nameHeadings() {
        for position in clauses.indices
        where clauses[position].kind == .section && clauses[position].id.hasPrefix("h-") {
            let heading = BlockText(document, block: clauses[position].node).string
            clauses[position].slug = claim(Slug.make(heading), for: position)
        }
    }

    private mutating func closeSubtrees() {
        for position in clauses.indices.reversed() {
            guard let parent = clauses[position].parent else { continue }
            clauses[parent].end = max(clauses[parent].end, clauses[position].end)
        }
    }
}
