internal import KelisimText

/// The structural units of one text of a comparison, and how they are cited.
///
/// A block without a number is a paragraph («абзац») of the nearest part with a number or a heading,
/// counted from that part's own text. Blocks before the first such part are the preamble.
struct TextUnits {
    let text: ComparedText
    /// The nearest labelled clause at or above each block; nil in the preamble.
    private var anchors: [Int?] = []
    /// The place of each block among the paragraphs of its anchor, from 1.
    private var places: [Int] = []
    /// How many blocks each anchor has, itself and its unlabelled ones; the preamble's come last.
    private var counts: [Int]
    private let hasParts: Bool

    init(_ text: ComparedText) {
        self.text = text
        let clauses = text.tree.clauses
        counts = [Int](repeating: 0, count: clauses.count + 1)
        hasParts = clauses.contains { $0.kind == .section || $0.kind == .clause }
        for (position, clause) in clauses.enumerated() {
            let isLabelled = Self.isLabelled(clause, in: text)
            let anchor = isLabelled ? position : clause.parent.flatMap { anchors[$0] }
            anchors.append(anchor)
            // A heading is not a paragraph of its section, nor the title one of the document.
            let counts = Self.isHeading(clause) ? 0 : 1
            self.counts[anchor ?? clauses.count] += counts
            places.append(self.counts[anchor ?? clauses.count])
        }
    }

    private var clauses: [Clause] { text.tree.clauses }

    private static func isHeading(_ clause: Clause) -> Bool {
        clause.kind == .section || clause.kind == .title
    }

    private static func isLabelled(_ clause: Clause, in text: ComparedText) -> Bool {
        switch clause.kind {
        case .title, .block: return false
        case .section, .clause: return true
        case .point:
            guard clause.isListItem, let item = text.document.item(around: clause.node) else {
                return clause.label != nil
            }
            let list = Int(text.document.nodes[item].parent)
            return text.document.nodes[list].delimiter != .bullet
        }
    }

    /// Whether the block has a number, a letter or a heading by which it and all that belongs to it is
    /// cited.
    func isLabelled(_ block: Int) -> Bool { anchors[block] == block }

    /// How a block is cited, from the outermost part to the innermost; `whole` when all that belongs
    /// to it is meant.
    func chain(to block: Int, whole: Bool = false) -> [UnitName] {
        if clauses[block].kind == .title { return [.only(.title)] }
        guard let anchor = anchors[block] else { return preamble(block) }
        var chain = ancestors(of: anchor) + [name(of: anchor, withWords: block != anchor)]
        if anchor != block {
            chain.append(.indention(places[block]))
        } else if !whole, Self.isHeading(clauses[block]) {
            chain.append(.only(.heading))
        } else if !whole, counts[anchor] > 1 || clauses[block].end > block + 1 {
            chain.append(.indention(1))
        }
        return chain
    }

    private func preamble(_ block: Int) -> [UnitName] {
        let paragraph = UnitName.indention(places[block])
        guard hasParts else { return [paragraph] }
        return counts[clauses.count] > 1 ? [.only(.preamble), paragraph] : [.only(.preamble)]
    }

    private func ancestors(of anchor: Int) -> [UnitName] {
        var names: [UnitName] = []
        var current = clauses[anchor].parent
        while let position = current {
            if isLabelled(position) { names.append(name(of: position, withWords: true)) }
            current = clauses[position].parent
        }
        return names.reversed()
    }

    /// The name of a labelled clause; `withWords` adds the words of its heading.
    private func name(of position: Int, withWords: Bool) -> UnitName {
        let clause = clauses[position]
        guard clause.kind != .section || clause.number != nil else {
            return .titled(headingWords(position))
        }
        let words = withWords && clause.kind == .section ? headingWords(position) : ""
        return .numbered(
            noun(of: clause, at: position),
            number: number(of: clause, at: position),
            words: words.isEmpty ? nil : words
        )
    }

    private func number(of clause: Clause, at position: Int) -> String {
        guard clause.kind == .point else { return clause.number?.text ?? clause.label ?? clause.id }
        let label = text.label(of: position) ?? clause.id
        return label.hasSuffix(".") ? String(label.dropLast()) : label
    }

    private func noun(of clause: Clause, at position: Int) -> UnitNoun {
        if let noun = clause.noun { return UnitNoun(noun) }
        let levels = clause.number?.components.count ?? 1
        switch clause.kind {
        case .section: return levels > 1 ? .subsection : .section
        case .point: return isClause(clause, at: position) ? .clause : .subclause
        // 3.2.6 is a sub-clause (domain.md).
        default: return levels > 2 ? .subclause : .clause
        }
    }

    /// Whether a point is a clause rather than a sub-clause: «1.» in an article or a section is one,
    /// «1)» and «а)» are not.
    private func isClause(_ point: Clause, at position: Int) -> Bool {
        guard text.label(of: position)?.hasSuffix(".") == true else { return false }
        guard let parent = point.parent.map({ clauses[$0] }) else { return true }
        return parent.kind == .section || parent.noun == .article
    }

    private func headingWords(_ position: Int) -> String {
        let bytes = text.plainText(of: position).dropFirst(clauses[position].labelLength)
        let words = String(decoding: bytes, as: UTF8.self)
            .split { $0.isWhitespace }
            .joined(separator: " ")
        guard words.count > Self.longestHeading else { return words }
        let cut = words.prefix(Self.longestHeading)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
    }

    /// Headings that are longer are cut short where they only say where a unit stands.
    private static let longestHeading = 120
}
