extension PolicyText {
    /// The facts in the clause at `position`, its printed number aside, in order.
    ///
    /// References stand in it by target; a range stands for all the clauses from its first to its
    /// last.
    public func facts(of position: Int) -> [Fact] {
        let clause = tree.clauses[position]
        let text = BlockText(document, block: clause.node)
        let first = references.partitioningIndex { $0.clause >= position }
        let own = Array(references[first...].prefix { $0.clause == position })
        let targets = own.enumerated()
            .flatMap { index, reference in
                let before = reference.endsRange && index > 0 ? own[index - 1] : nil
                return referredIDs(reference, after: before).map { (reference.range, $0) }
            }
        return text.bytes.withUnsafeBufferPointer { bytes in
            var scanner = FactScanner(bytes)
            scanner.scan(
                from: min(clause.labelLength, bytes.count),
                references: targets.map { (range: $0.0, value: $0.1) }
            )
            return scanner.facts + linkFacts(of: clause, text)
        }
    }

    /// The destinations of links that the words themselves do not show.
    private func linkFacts(of clause: Clause, _ text: BlockText) -> [Fact] {
        (clause.node..<Int(document.nodes[clause.node].end))
            .compactMap { index in
                guard document.nodes[index].kind == .link else { return nil }
                let url = document.string(document.nodes[index].literal)
                let shown = BlockText(document, block: index)
                guard url.contains("://") || url.hasPrefix("mailto:"), shown.string != url,
                    "mailto:" + shown.string != url
                else { return nil }
                let first = text.pieces.first { $0.node > index }?.start ?? 0
                return Fact(
                    kind: .url,
                    value: FactScanner.comparable(url),
                    range: first..<first + shown.bytes.count
                )
            }
    }

    /// The target of a reference, and of a range all clauses after its beginning that stand on the
    /// same level.
    private func referredIDs(_ reference: Reference, after start: Reference?) -> [String] {
        guard let target = reference.target else { return [reference.number] }
        guard let first = start?.target.flatMap(tree.position),
            let last = tree.position(of: target), first < last
        else { return [target] }
        return (first + 1...last).filter { tree.clauses[$0].parent == tree.clauses[last].parent }
            .filter { tree.clauses[$0].number != nil }
            .map { tree.clauses[$0].id }
    }
}
