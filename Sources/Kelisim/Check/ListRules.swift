internal import KelisimText

/// Numbers that Markdown takes away: those of lists, and those inside a paragraph.
enum ListRules {
    static func findings(_ text: ReviewedText) -> [Finding] {
        lists(text) + merged(text) + rawHTML(text) + anchors(text)
    }

    // MARK: - Lists

    private static func lists(_ text: ReviewedText) -> [Finding] {
        text.clauses.compactMap { clause in
            guard let (mark, typed, shown) = text.listNumber(clause) else { return nil }
            let place = text.place(mark.source.lowerBound)
            if typed != shown {
                let facts = ["typed": mark.text, "shown": shown]
                return Finding(.renumberedByMarkdown, at: place, facts)
            }
            let isYear = mark.text.hasSuffix(".") && typed.count > 2
            guard isYear || isClause(clause, text) else { return nil }
            return Finding(.numberBecomesList, at: place, ["number": mark.text])
        }
    }

    /// Whether a list item is a section of the document by its number: «1.» beside clauses 1.1 and
    /// 1.2, where nothing else is section 1.
    static func isClause(_ clause: Clause, _ text: ReviewedText) -> Bool {
        guard let (mark, typed, shown) = text.listNumber(clause), typed == shown,
            mark.text.hasSuffix(".")
        else { return false }
        let tree = text.content.tree
        return tree[typed] == nil && tree["\(typed).1"] != nil
    }

    // MARK: - Clauses in one paragraph

    /// Lines inside a paragraph that begin with a number of their own.
    private static func merged(_ text: ReviewedText) -> [Finding] {
        mergedLines(text)
            .map { position, line in
                Finding(
                    .clausesMerged,
                    at: text.place(line.source),
                    ["number": line.label, "clause": text.name(position)],
                    related: [text.place(ofClause: position)]
                )
            }
    }

    /// The numbers that stand inside a paragraph: they are not missing.
    static func mergedNumbers(_ text: ReviewedText) -> [(position: Int, number: ClauseNumber)] {
        mergedLines(text).map { ($0.position, $0.line.number) }
    }

    private static func mergedLines(
        _ text: ReviewedText
    ) -> [(position: Int, line: PolicyText.InnerLabel)] {
        var found: [(position: Int, line: PolicyText.InnerLabel)] = []
        for (position, clause) in text.clauses.enumerated() {
            guard text.content.document.nodes[clause.node].kind == .paragraph,
                text.content.document.tables[clause.node] == nil
            else { continue }
            for line in text.content.innerLabels(of: position)
            where line.followsSentence || continues(clause, line.number) {
                found.append((position, line))
            }
        }
        return found
    }

    private static func continues(_ clause: Clause, _ number: ClauseNumber) -> Bool {
        guard let own = clause.number else { return false }
        return own.parent == number.parent && own < number
    }

    // MARK: - What readers will not see

    private static func rawHTML(_ text: ReviewedText) -> [Finding] {
        text.clauses.compactMap { clause in
            let nodes = text.content.document.nodes
            let raw = nodes[clause.node..<Int(nodes[clause.node].end)]
                .first {
                    $0.kind == .htmlBlock || $0.kind == .htmlInline
                }
            return raw.map { Finding(.rawHTML, at: text.place($0.source.lowerBound)) }
        }
    }

    /// Links to anchors that the text does not have.
    private static func anchors(_ text: ReviewedText) -> [Finding] {
        let document = text.content.document
        return document.nodes[..<document.documentEnd]
            .compactMap { node in
                guard node.kind == .link else { return nil }
                let url = document.string(node.literal)
                guard url.hasPrefix("#"), text.content.tree[String(url.dropFirst())] == nil else {
                    return nil
                }
                let place = text.place(node.source.lowerBound)
                return Finding(.unresolvedReference, at: place, ["number": url])
            }
    }
}
