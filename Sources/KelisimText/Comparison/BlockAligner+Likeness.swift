/// Blocks that resemble each other, where they stand and elsewhere.
extension BlockAligner {
    mutating func readWords() {
        let (oldFree, newFree) = (
            sides.old.blocks.filter { !oldLinked[$0] }, sides.new.blocks.filter { !newLinked[$0] }
        )
        sides.readWords(of: .old, oldFree)
        sides.readWords(of: .new, newFree)
        search.reserve(below: sides.wordTable.count)
        candidates = BlockCandidates(sides, oldFree, newFree)
    }

    /// Twice the common words by all words, from 0 to 1.
    mutating func similarity(_ oldBlock: Int, _ newBlock: Int) -> Double {
        if isEqual(oldBlock, newBlock) { return 1 }
        let key = oldBlock << 32 | newBlock
        if let known = similarities[key] { return known }
        let (left, right) = (sides.old.words[oldBlock], sides.new.words[newBlock])
        let total = left.count + right.count
        // Even if all words of the shorter one were common.
        let bound = total == 0 ? 0 : 2 * Double(min(left.count, right.count)) / Double(total)
        let common = bound < Limit.similar ? 0 : search.length(left, right)
        let value = total == 0 ? 0 : 2 * Double(common) / Double(total)
        similarities[key] = value
        return value
    }

    /// Links the chain of pairs that are most alike.
    ///
    /// - Parameters:
    ///   - gap: the free blocks between two links in order.
    ///   - sparing: whether blocks that have a much better counterpart elsewhere are left for it.
    mutating func linkSimilar(in gap: Gap, sparing: Bool) {
        var pairs: [HeaviestChain.Pair] = []
        for (oldBlock, newBlock) in likelyPairs(in: gap) {
            let likeness = similarity(oldBlock, newBlock)
            guard likeness >= Limit.similar else { continue }
            if sparing, likeness < Limit.moved,
                hasBetter(oldBlock, newBlock, than: likeness)
            {
                continue
            }
            let hasLabel =
                sides.old.labels[oldBlock] != nil
                && sides.old.labels[oldBlock] == sides.new.labels[newBlock]
            let isSameKind = sides.old.kinds[oldBlock] == sides.new.kinds[newBlock]
            let score = likeness + (hasLabel ? Limit.label : 0) - (isSameKind ? 0 : Limit.label)
            guard score > 0 else { continue }
            let weight = Int(score * score * 1_000_000) + 1
            pairs.append(HeaviestChain.Pair(old: oldBlock, new: newBlock, weight: weight))
        }
        for index in HeaviestChain.find(pairs) { link(pairs[index].old, pairs[index].new) }
    }

    private func likelyPairs(in gap: Gap) -> [(Int, Int)] {
        if gap.old.count * gap.new.count <= Limit.pairs {
            return gap.old.flatMap { oldBlock in gap.new.map { (oldBlock, $0) } }
        }
        let (first, last) = (gap.old[0], gap.old[gap.old.count - 1])
        return gap.new.flatMap { newBlock in
            candidates.of(newBlock)
                .filter { $0 >= first && $0 <= last && !oldLinked[$0] }
                .map { ($0, newBlock) }
        }
    }

    private mutating func hasBetter(_ oldBlock: Int, _ newBlock: Int, than likeness: Double) -> Bool
    {
        let limit = max(Limit.moved, likeness + 0.25)
        return candidates.of(newBlock).contains { similarity($0, newBlock) >= limit }
            || candidates.ofOld(oldBlock).contains { similarity(oldBlock, $0) >= limit }
    }

    // MARK: - Moves

    /// Links what is left and resembles one block only, wherever that stands.
    mutating func linkMoved() {
        struct Found {
            let old: Int
            let new: Int
            let likeness: Double
        }
        var found: [Found] = []
        for block in sides.new.blocks where !newLinked[block] {
            for other in candidates.of(block) where !oldLinked[other] {
                let likeness = similarity(other, block)
                if likeness >= Limit.moved - Limit.margin {
                    found.append(Found(old: other, new: block, likeness: likeness))
                }
            }
        }
        found.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        var oldSeen: [Int: [Double]] = [:]
        var newSeen: [Int: [Double]] = [:]
        for item in found {
            oldSeen[item.old, default: []].append(item.likeness)
            newSeen[item.new, default: []].append(item.likeness)
        }
        for item in found where isFree(item.old, item.new) && item.likeness >= Limit.moved {
            // The likeness that comes next on either side, of pairs that are both free.
            let rivals = [oldSeen[item.old] ?? [], newSeen[item.new] ?? []]
                .map { $0.count > 1 ? $0[1] : 0 }
            let isFirst =
                oldSeen[item.old]?.first == item.likeness
                && newSeen[item.new]?.first == item.likeness
            guard isFirst, item.likeness - (rivals.max() ?? 0) >= Limit.margin else { continue }
            link(item.old, item.new)
        }
    }
}
