import KelisimText

/// Which blocks of an edited pair stand elsewhere, and who may be called moved for it.
///
/// Order alone does not tell who moved: of two groups that changed sides either can have done it. So a
/// group may be called moved in the place of what was moved when it has no more words, and what was
/// moved counts as found when everything that it passed is called moved.
struct MoveTruth {
    private let pair: EditedPair
    /// The old blocks that are still there, and the first new block of each.
    private let kept: [Int]
    private let place: [Int]
    /// The old blocks that were taken elsewhere and passed others.
    let moved: Set<Int>

    init(_ pair: EditedPair) {
        self.pair = pair
        let successors = pair.successors
        let kept = pair.oldBlocks.indices.filter { !successors[$0].isEmpty }
        let place = successors.map { $0.first ?? 0 }
        (self.kept, self.place) = (kept, place)
        moved = pair.moves.reduce(into: []) { moved, move in
            let blocks = Set(move)
            for block in blocks where !successors[block].isEmpty {
                let passes = kept.contains { other in
                    !blocks.contains(other) && Self.passes(block, other, place)
                }
                if passes { moved.insert(block) }
            }
        }
    }

    private static func passes(_ block: Int, _ other: Int, _ place: [Int]) -> Bool {
        block < other ? place[block] > place[other] : place[block] < place[other]
    }

    /// The blocks that `block` passed, or was passed by.
    private func passed(_ block: Int) -> Set<Int> {
        Set(kept.filter { $0 != block && Self.passes(block, $0, place) })
    }

    private func weight(_ blocks: Set<Int>) -> Int {
        blocks.reduce(0) { $0 + pair.oldBlocks[$1].words.count }
    }

    /// The blocks of `groups`, each called one move, that are wrongly called moved.
    func wrong(_ groups: [Set<Int>]) -> Set<Int> {
        let named = groups.reduce(into: Set<Int>()) { $0.formUnion($1) }
        return groups.reduce(into: []) { wrong, group in
            let rest = group.subtracting(moved).subtracting(pair.swapped)
            let others = group.reduce(into: Set<Int>()) { $0.formUnion(passed($1)) }
                .subtracting(named)
            // What counts as one word differs a little from one way of counting to another.
            if weight(group) * 10 > weight(others) * 11 { wrong.formUnion(rest) }
        }
    }

    /// The blocks that were moved and are not found.
    func missed(_ groups: [Set<Int>]) -> Set<Int> {
        let named = groups.reduce(into: Set<Int>()) { $0.formUnion($1) }
        return moved.subtracting(named).filter { !passed($0).isSubset(of: named) }
    }
}
