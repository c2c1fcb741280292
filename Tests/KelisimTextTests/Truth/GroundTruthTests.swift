import Foundation
import KelisimText
import Testing

/// Comparisons of generated policies, measured against the edits that were made in them.
///
/// `KELISIM_TRUTH_SEEDS=10` takes ten times as many policies, `KELISIM_TRUTH_SEED=7` that one alone,
/// `KELISIM_TRUTH_SHOW=3` prints the three worst of each plan, `KELISIM_TRUTH_PLAN=storm` takes one
/// plan alone. Thresholds: issue 4, § 2.
@Suite(.serialized) struct GroundTruthTests {
    private static let environment = ProcessInfo.processInfo.environment

    private static func number(_ name: String) -> Int? { environment[name].flatMap(Int.init) }

    private func reviews(_ plan: EditPlan, _ count: Int) throws -> [AlignmentReview] {
        if let only = Self.environment["KELISIM_TRUTH_PLAN"], only != plan.name { return [] }
        let seeds =
            Self.number("KELISIM_TRUTH_SEED").map { $0...$0 }
            ?? 1...count * (Self.number("KELISIM_TRUTH_SEEDS") ?? 1)
        return try seeds.map { try AlignmentReview(EditedPair(plan, seed: UInt64($0))) }
    }

    /// Prints the figures of `reviews` and the worst of them, and adds them up.
    private func score(_ name: String, _ reviews: [AlignmentReview]) -> AlignmentScore {
        let score = reviews.map(\.score).reduce(AlignmentScore(), +)
        let percent = { (value: Double) in String(format: "%.2f", value * 100) }
        let blocks = reviews.reduce(0) { $0 + $1.truth.oldBlocks.count }
        print(
            """
            truth, \(name): \(reviews.count) policies, \(blocks) blocks
              alignment   F1 \(percent(score.pairs.f1)), precision \(percent(score.pairs.precision)), \
            recall \(percent(score.pairs.recall))
              recall of splits \(percent(score.splits.recall)) of \(Int(score.splits.expected)), \
            of merges \(percent(score.merges.recall)) of \(Int(score.merges.expected))
              moves       precision \(percent(score.moves.precision)) of \(Int(score.moves.named)), \
            recall \(percent(score.moves.recall)) of \(Int(score.moves.expected)) blocks
              renumbering F1 \(percent(score.numbers.f1)) of \(Int(score.numbers.expected)), \
            \(percent(score.allNumbers.f1)) with missed pairs
            """
        )
        let worst = reviews.filter { $0.badness > 0 }.sorted { $0.badness > $1.badness }
        for review in worst.prefix(Self.number("KELISIM_TRUTH_SHOW") ?? 0) {
            print(review.report(lines: 30))
        }
        return score
    }

    private func check(_ score: AlignmentScore, leastF1: Double) {
        #expect(score.pairs.f1 >= leastF1)
        #expect(score.splits.recall >= 0.95)
        #expect(score.merges.recall >= 0.95)
        #expect(score.moves.precision >= 0.98)
        #expect(score.moves.recall >= 0.90)
        #expect(score.numbers.f1 >= 0.995)
    }

    @Test func ordinaryEdits() throws {
        let reviews = try reviews(.ordinary, 80)
        check(score("ordinary", reviews), leastF1: EditPlan.ordinary.leastF1)
    }

    @Test func storms() throws {
        let reviews = try reviews(.storm, 6)
        check(score("storms", reviews), leastF1: EditPlan.storm.leastF1)
    }

    @Test func nearDuplicates() throws {
        let reviews = try reviews(.lookalikes, 40)
        check(score("near-duplicates", reviews), leastF1: EditPlan.lookalikes.leastF1)
    }

    /// What the other tests rest on: the blocks of a generated policy are those that libcmark sees.
    @Test(arguments: [EditPlan.ordinary, .storm, .lookalikes])
    func blocksAreThoseOfTheText(_ plan: EditPlan) throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let pair = EditedPair(plan, seed: seed)
            for (source, blocks) in [(pair.old, pair.oldBlocks), (pair.new, pair.newBlocks)] {
                let text = try ComparedText(source)
                try #require(text.count == blocks.count, "\(plan.name), seed \(seed)")
                for (ordinal, block) in blocks.enumerated() {
                    let plain = String(decoding: text.plainText(of: ordinal), as: UTF8.self)
                    let label = block.label.map { $0 + " " } ?? ""
                    let words = block.text.replacing("**", with: "").replacing("\n", with: " ")
                    try #require(plain == label + words)
                    if block.kind != .ordered {
                        try #require(text.label(of: ordinal) == block.label, "\(plain)")
                    }
                }
            }
        }
    }
}
