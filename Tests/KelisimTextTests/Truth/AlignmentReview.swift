import KelisimText

/// A comparison of an edited pair, laid against what was really done.
struct AlignmentReview {
    struct Pair: Hashable {
        let old: Int
        let new: Int
    }

    let truth: EditedPair
    let comparison: TextComparison
    /// The pairs that belong together, and those that the comparison names.
    let expected: Set<Pair>
    let named: Set<Pair>
    let score: AlignmentScore
    let missedSplits: [EditedPair.Joint]
    let missedMerges: [EditedPair.Joint]
    /// Old blocks that are called moved and stand where they stood.
    let falseMoves: [Int]
    /// Old blocks that were moved, where nothing says so.
    let missedMoves: [Int]
    /// Pairs whose number is wrongly called changed or unchanged.
    let wrongNumbers: [Pair]

    init(_ truth: EditedPair) throws {
        self.truth = truth
        let comparison = TextComparison(
            try ComparedText(truth.old),
            try ComparedText(truth.new)
        )
        self.comparison = comparison
        expected = Set(truth.pairs.map { Pair(old: $0.old, new: $0.new) })
        named = Self.named(comparison)
        var score = AlignmentScore()
        score.pairs = Self.count(truth, expected, named)

        let splits = Self.joints(comparison, .split)
        missedSplits = truth.splits.filter { !splits.contains($0) }
        score.splits = Self.count(truth.splits, splits)
        let merges = Self.joints(comparison, .merged)
        missedMerges = truth.merges.filter { !merges.contains($0) }
        score.merges = Self.count(truth.merges, merges)

        let moves = MoveTruth(truth)
        var groups: [Int: Set<Int>] = [:]
        for change in comparison.changes {
            guard let move = change.move else { continue }
            groups[move, default: []].formUnion(change.old)
        }
        falseMoves = moves.wrong(Array(groups.values)).sorted()
        missedMoves = moves.missed(Array(groups.values)).sorted()
        score.moves.named = Double(groups.values.reduce(0) { $0 + $1.count })
        score.moves.right = score.moves.named - Double(falseMoves.count)
        score.moves.expected = Double(moves.moved.count)
        score.moves.found = Double(moves.moved.count - missedMoves.count)

        var renumbered: Set<Pair> = []
        for change in comparison.changes where change.has(.renumbered) {
            for old in change.old {
                for new in change.new { renumbered.insert(Pair(old: old, new: new)) }
            }
        }
        let joined = Set(
            (truth.splits + truth.merges)
                .flatMap { joint in
                    joint.old.flatMap { old in joint.new.map { Pair(old: old, new: $0) } }
                }
        )
        let other = expected.subtracting(joined)
            .filter { comparison.old.label(of: $0.old) != comparison.new.label(of: $0.new) }
        renumbered.subtract(joined)
        score.numbers = Self.count(other.intersection(named), renumbered.intersection(expected))
        score.allNumbers = Self.count(other, renumbered)
        wrongNumbers = other.symmetricDifference(renumbered).intersection(expected)
            .intersection(named).sorted { ($0.new, $0.old) < ($1.new, $1.old) }
        self.score = score
    }

    /// The pairs of a comparison: blocks as they were, and all blocks of each change.
    private static func named(_ comparison: TextComparison) -> Set<Pair> {
        var pairs: Set<Pair> = []
        for row in comparison.rows {
            guard case .unchanged(let old, let new) = row else { continue }
            pairs.insert(Pair(old: old, new: new))
        }
        for change in comparison.changes {
            for old in change.old {
                for new in change.new { pairs.insert(Pair(old: old, new: new)) }
            }
        }
        return pairs
    }

    private static func joints(
        _ comparison: TextComparison,
        _ kind: BlockChange.Kind
    ) -> Set<EditedPair.Joint> {
        Set(
            comparison.changes.filter { $0.has(kind) }
                .map { EditedPair.Joint(old: Array($0.old), new: Array($0.new)) }
        )
    }

    private static func count<Item: Hashable>(
        _ expected: some Collection<Item>,
        _ named: Set<Item>
    ) -> AlignmentScore.Count {
        let right = Double(expected.count { named.contains($0) })
        return AlignmentScore.Count(
            expected: Double(expected.count),
            named: Double(named.count),
            right: right,
            found: right
        )
    }

    /// Counts pairs by the texts of their blocks, so that of blocks with the same words any may be
    /// taken for any other.
    private static func count(
        _ truth: EditedPair,
        _ expected: Set<Pair>,
        _ named: Set<Pair>
    ) -> AlignmentScore.Count {
        let texts = { (pairs: Set<Pair>) in
            pairs.reduce(into: [[String]: Int]()) {
                $0[[truth.oldBlocks[$1.old].text, truth.newBlocks[$1.new].text], default: 0] += 1
            }
        }
        let other = texts(named)
        let right = Double(texts(expected).reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) })
        return AlignmentScore.Count(
            expected: Double(expected.count),
            named: Double(named.count),
            right: right,
            found: right
        )
    }
}
