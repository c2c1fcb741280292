import KelisimText

/// How well a comparison found what was done, counted over any number of texts.
struct AlignmentScore {
    /// What was there, what was named and what of it was right.
    struct Count {
        var expected = 0.0
        var named = 0.0
        var right = 0.0
        /// What was expected and found, where that is not counted in the same unit as `right`.
        var found = 0.0

        var precision: Double { named == 0 ? 1 : right / named }
        var recall: Double { expected == 0 ? 1 : found / expected }
        var f1: Double {
            expected + named == 0 ? 1 : (right + found) / (expected + named)
        }

        static func + (left: Count, right: Count) -> Count {
            Count(
                expected: left.expected + right.expected,
                named: left.named + right.named,
                right: left.right + right.right,
                found: left.found + right.found
            )
        }
    }

    /// Pairs of an old and a new block.
    var pairs = Count()
    /// Splits whose parts were all named.
    var splits = Count()
    /// Merges whose parts were all named.
    var merges = Count()
    /// Blocks that stand elsewhere.
    var moves = Count()
    /// Blocks with another number, of the pairs that were found.
    var numbers = Count()
    /// Blocks with another number, also where the pair was not found.
    var allNumbers = Count()

    static func + (left: AlignmentScore, right: AlignmentScore) -> AlignmentScore {
        AlignmentScore(
            pairs: left.pairs + right.pairs,
            splits: left.splits + right.splits,
            merges: left.merges + right.merges,
            moves: left.moves + right.moves,
            numbers: left.numbers + right.numbers,
            allNumbers: left.allNumbers + right.allNumbers
        )
    }
}
