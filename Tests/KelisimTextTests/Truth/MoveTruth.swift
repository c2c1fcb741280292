import KelisimText

/// Which blocks may be called moved in an edited pair.
struct MoveTruth {
    /// One move: what was taken elsewhere, or what it jumped over, if that is fewer words.
    struct Choice {
        let blocks: Set<Int>
        /// What may be called moved instead; nil when that would be more.
        let instead: Set<Int>?

        /// How many of the blocks are among `named`, by the reading that fits better.
        func share(of named: Set<Int>) -> Double {
            let readings = [blocks] + (instead.map { [$0] } ?? [])
            return readings.map { Double($0.intersection(named).count) / Double($0.count) }.max()
                ?? 0
        }
    }

    let choices: [Choice]

    /// Blocks that no reading forbids to call moved.
    var allowed: Set<Int> {
        choices.reduce(into: []) { $0.formUnion($1.blocks.union($1.instead ?? [])) }
    }

    init(_ pair: EditedPair) {
        let successors = pair.successors
        let kept = pair.oldBlocks.indices.filter { !successors[$0].isEmpty }
        let place = successors.map { $0.first ?? 0 }
        let elsewhere = Set(pair.moves.flatMap(\.self))
        let weight = { (blocks: Set<Int>) in
            blocks.reduce(0) { $0 + pair.oldBlocks[$1].words.count }
        }
        choices = pair.moves.compactMap { move in
            // What was taken out of a section that was moved went by a move of its own.
            let apart = Set(
                pair.moves.filter { $0 != move && Set(move).isStrictSuperset(of: $0) }
                    .flatMap(\.self)
            )
            let blocks = Set(move.filter { !successors[$0].isEmpty }).subtracting(apart)
            let jumped = Set(
                kept.filter { other in
                    !blocks.contains(other)
                        && blocks.contains { ($0 < other) != (place[$0] < place[other]) }
                }
            )
            guard !jumped.isEmpty else { return nil }
            // What went elsewhere by a move of its own is no alternative to this one.
            let rest = jumped.subtracting(elsewhere)
            let isLess = !rest.isEmpty && weight(rest) <= weight(blocks)
            return Choice(blocks: blocks, instead: isLess ? rest : nil)
        }
    }
}
