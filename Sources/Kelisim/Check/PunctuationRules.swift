internal import KelisimText

/// How clauses and enumerations end.
enum PunctuationRules {
    static func findings(_ text: ReviewedText) -> [Finding] {
        text.clauses.indices.flatMap { position in
            ends(text, position) + enumeration(text, position)
        }
    }

    /// The last mark of a clause, behind closing brackets and quotation marks; nil for an empty one.
    private static func ending(_ text: ReviewedText, _ position: Int) -> Character? {
        text.content.plainText(of: position).last { !$0.isWhitespace && !"»\")”’".contains($0) }
    }

    /// Where the clause ends in the source.
    private static func end(_ text: ReviewedText, _ position: Int) -> Place {
        let block = BlockText(text.content.document, block: text.clauses[position].node)
        return text.place(
            block.sourceOffset(max(block.bytes.count - 1, 0), in: text.content.document) + 1
        )
    }

    /// A numbered clause ends with a full stop, or with what shows that it goes on.
    private static func ends(_ text: ReviewedText, _ position: Int) -> [Finding] {
        let clause = text.clauses[position]
        guard clause.kind == .clause, let last = ending(text, position),
            !".:;!?…".contains(last), text.content.document.tables[clause.node] == nil
        else { return [] }
        return [Finding(.endPunctuation, at: end(text, position), ["clause": text.name(position)])]
    }

    /// The points behind a colon: where the others end with a semicolon, each does, and the last
    /// ends with a full stop.
    private static func enumeration(_ text: ReviewedText, _ position: Int) -> [Finding] {
        guard ending(text, position) == ":" else { return [] }
        let all = text.content.tree.subtree(of: position).dropFirst()
            .filter {
                text.clauses[$0].parent == position && text.clauses[$0].kind != .block
            }
        // Bullets and the clauses behind them are different enumerations of one clause.
        let runs = all.split { text.clauses[$0].kind != text.clauses[all[0]].kind }
        guard let points = runs.first.map(Array.init), points.count > 1 else { return [] }
        let semicolons = points.dropLast().count { ending(text, $0) == ";" }
        guard semicolons * 2 >= points.count - 1 else { return [] }
        return points.enumerated()
            .compactMap { index, point in
                let isLast = index == points.count - 1
                let hasOwnPoints = text.clauses[point].end > point + 1
                guard let mark = ending(text, point), !hasOwnPoints else { return nil }
                guard isLast ? !".;".contains(mark) : mark != ";" else { return nil }
                return Finding(
                    .enumerationPunctuation,
                    at: end(text, point),
                    ["clause": text.name(point), "expected": isLast ? "." : ";"]
                )
            }
    }
}
