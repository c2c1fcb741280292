/// Tells whether a block changed only because clauses that it refers to have other numbers now.
struct ConsequentialReferences {
    private let old: ComparedText
    private let new: ComparedText
    /// The new block of each old one, or -1.
    private let counterparts: [Int]
    private var oldResolver: ReferenceResolver
    private var newResolver: ReferenceResolver

    init(_ old: ComparedText, _ new: ComparedText, counterparts: [Int]) {
        self.old = old
        self.new = new
        self.counterparts = counterparts
        oldResolver = ReferenceResolver(old.document, old.tree)
        newResolver = ReferenceResolver(new.document, new.tree)
    }

    /// Whether the blocks say the same but for the numbers of clauses, which are the same clauses.
    mutating func explain(
        _ oldBlock: Int,
        _ newBlock: Int,
        _ oldTokens: PassageTokens,
        _ newTokens: PassageTokens
    ) -> Bool {
        let left = Self.references(&oldResolver, old, oldBlock)
        let right = Self.references(&newResolver, new, newBlock)
        guard left.count == right.count, !left.isEmpty,
            oldTokens.reading(without: left.map(\.range))
                == newTokens.reading(without: right.map(\.range))
        else { return false }
        return zip(left, right)
            .allSatisfy { one, other in
                guard let target = one.target.flatMap(old.tree.position),
                    let otherTarget = other.target.flatMap(new.tree.position)
                else { return false }
                return counterparts[target] == otherTarget
            }
    }

    private static func references(
        _ resolver: inout ReferenceResolver,
        _ text: ComparedText,
        _ block: Int
    ) -> [Reference] {
        let clause = text.tree.clauses[block]
        let content = BlockText(text.document, block: clause.node)
        let candidates = content.bytes.withUnsafeBufferPointer {
            ReferenceScanner($0).candidates(from: clause.labelLength)
        }
        return resolver.references(candidates, in: block, content)
    }
}

extension PassageTokens {
    /// The folded forms of what is read outside of `ranges`, which are in order.
    fileprivate func reading(without ranges: [Range<Int>]) -> [Int32] {
        var result: [Int32] = []
        for (index, token) in tokens.enumerated() where !labels.contains(index) {
            let next = ranges.partitioningIndex { $0.upperBound > token.range.lowerBound }
            if next < ranges.count, ranges[next].lowerBound < token.range.upperBound { continue }
            if let form = folded[index] { result.append(form) }
        }
        return result
    }
}
