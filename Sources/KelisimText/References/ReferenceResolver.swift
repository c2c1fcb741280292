/// Finds the clauses that numbers refer to.
struct ReferenceResolver {
    private let document: MarkdownDocument
    private let tree: ClauseTree
    /// Parts that are known by their own noun, such as the chapters of a text whose clauses have
    /// the plain numbers.
    private var named: [ClauseNoun: [String: Int]] = [:]
    /// The points of each clause by their printed numbers.
    private lazy var points = Self.points(document, tree)

    private struct PointKey: Hashable {
        let parent: Int
        let number: String
    }

    /// A candidate with the index of the one beside it that names the part it lies in, as in
    /// «подпункт 2) пункта 5.1» and «5.1-тармақтың 2) тармақшасы».
    private struct Found {
        let candidate: ReferenceScanner.Candidate
        let whole: Int?
        /// The numbers with their targets.
        var resolved: [(number: ReferredNumber, target: Int?)] = []
        /// Whether it lies in a part that this text does not have, of some act.
        var isForeign = false
    }

    init(_ document: MarkdownDocument, _ tree: ClauseTree) {
        self.document = document
        self.tree = tree
        for (position, clause) in tree.clauses.enumerated() {
            guard let noun = clause.noun, let number = clause.number else { continue }
            named[noun, default: [:]][number.text] = position
        }
    }

    private static func points(_ document: MarkdownDocument, _ tree: ClauseTree) -> [PointKey: Int]
    {
        var points: [PointKey: Int] = [:]
        for (position, clause) in tree.clauses.enumerated() where clause.kind == .point {
            guard let parent = clause.parent,
                let number = clause.number?.text ?? ListMark(document, clause)?.number
            else { continue }
            points[PointKey(parent: parent, number: number), default: position] = position
        }
        return points
    }

    /// The references among `candidates`, which stand in `text`, that of the clause at `position`.
    mutating func references(
        _ candidates: [ReferenceScanner.Candidate],
        in position: Int,
        _ text: BlockText
    ) -> [Reference] {
        var found = text.bytes.withUnsafeBufferPointer { bytes in
            Self.found(candidates, ReferenceScanner(bytes))
        }
        resolve(&found, in: position)
        var result: [Reference] = []
        for item in found where !item.isForeign {
            for (number, target) in item.resolved
            where target != nil || (number.isCertain && mustResolve(number, item)) {
                result.append(
                    Reference(
                        clause: position,
                        number: number.text,
                        target: target.map { tree.clauses[$0].id },
                        endsRange: number.endsRange,
                        source: text.sourceRange(number.range, in: document),
                        range: number.range
                    )
                )
            }
        }
        return result
    }

    private static func found(
        _ candidates: [ReferenceScanner.Candidate],
        _ scanner: ReferenceScanner
    ) -> [Found] {
        candidates.enumerated()
            .map { index, candidate in
                let whole = candidate.isBehindWhole ? index - 1 : index + 1
                guard candidates.indices.contains(whole),
                    candidates[whole].noun.rawValue > candidate.noun.rawValue,
                    candidates[whole].isBehindWhole == candidate.isBehindWhole
                else { return Found(candidate: candidate, whole: nil) }
                let first = candidates[min(index, whole)].phrase
                let second = candidates[max(index, whole)].phrase
                let gap = first.upperBound..<second.lowerBound
                // «…заңы, 3-бап, 12-тармақ»: a comma may stand behind an article.
                let isPlain = candidate.numbers.allSatisfy { !$0.text.contains(".") }
                let isBeside =
                    scanner.isGap(gap)
                    || candidates[whole].noun == .article && isPlain && scanner.isComma(gap)
                return Found(candidate: candidate, whole: isBeside ? whole : nil)
            }
    }

    private mutating func resolve(_ found: inout [Found], in position: Int) {
        // A whole comes before its parts.
        let order =
            found.indices.filter { found[$0].candidate.isBehindWhole }
            + found.indices.reversed().filter { !found[$0].candidate.isBehindWhole }
        for index in order {
            let item = found[index]
            let whole = item.whole.map { found[$0] }
            var resolved: [(number: ReferredNumber, target: Int?)] = []
            for number in item.candidate.numbers {
                let target = target(number, of: item, in: whole, seenFrom: position)
                if target == nil, let (first, last) = number.halves,
                    let start = self.target(first, of: item, in: whole, seenFrom: position),
                    let end = self.target(last, of: item, in: whole, seenFrom: position)
                {
                    resolved += [(first, start), (last, end)]
                } else {
                    resolved.append((number, target))
                }
            }
            found[index].resolved = resolved
            let isMissing = resolved[0].target == nil && !mustResolve(resolved[0].number, item)
            found[index].isForeign = item.candidate.isExternal || whole?.isForeign ?? isMissing
        }
    }

    private mutating func target(
        _ number: ReferredNumber,
        of found: Found,
        in whole: Found?,
        seenFrom position: Int
    ) -> Int? {
        let noun = found.candidate.noun
        guard let whole else { return target(number, noun, seenFrom: position) }
        return whole.resolved[0].target.flatMap { target(number, noun, within: $0) }
    }

    /// The part of the clause at `container`.
    private mutating func target(
        _ number: ReferredNumber,
        _ noun: ClauseNoun,
        within container: Int
    ) -> Int? {
        if let position = points[PointKey(parent: container, number: number.text)] {
            return position
        }
        let position = named[noun]?[number.text] ?? clause(number.text, noun)
        return position.flatMap { tree.subtree(of: container).contains($0) ? $0 : nil }
    }

    private mutating func target(
        _ number: ReferredNumber,
        _ noun: ClauseNoun,
        seenFrom position: Int
    ) -> Int? {
        if let position = named[noun]?[number.text] { return position }
        let isPoint = number.hasBracket || noun == .subclause
        if !isPoint, let position = clause(number.text, noun) { return position }
        guard isPoint || noun == .clause else { return nil }
        // A point of this clause, or of the clauses around it.
        var container: Int? = position
        while let parent = container {
            if let found = points[PointKey(parent: parent, number: number.text)] { return found }
            container = tree.clauses[parent].parent
        }
        return isPoint && number.text.contains(".") ? clause(number.text, noun) : nil
    }

    /// The clause that has `number` as its name, if the noun can be meant for it.
    private func clause(_ number: String, _ noun: ClauseNoun) -> Int? {
        switch noun {
        case .article, .part, .appendix, .indention: return nil
        case .clause, .subclause, .section, .chapter, .paragraph:
            guard let position = tree.position(of: number), tree.clauses[position].noun == nil
            else { return nil }
            return position
        }
    }

    /// Whether a number without a target is a mistake: parts that this text does not have, such as
    /// articles, are those of some act.
    private mutating func mustResolve(
        _ number: ReferredNumber,
        _ found: Found
    ) -> Bool {
        switch found.candidate.noun {
        case .clause, .section: true
        case .subclause: found.whole != nil || number.text.contains(".") || !points.isEmpty
        case .article, .chapter, .paragraph: named[found.candidate.noun] != nil
        case .part, .appendix, .indention: false
        }
    }
}
