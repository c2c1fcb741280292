import Foundation
import KelisimTesting
import Testing

@testable import KelisimText

/// Rejecting all changes gives the old rendering and accepting them the new one, as an HTML5 parser
/// reads them.
@Suite struct RedlineFaithfulnessTests {
    @Test(arguments: 1...4) func holdsForArbitraryComparisons(_ seed: UInt64) throws {
        var judge = RedlineJudge()
        for (index, pair) in GeneratedPairs(seed: seed).prefix(500).enumerated() {
            let comparison = try ArbitraryComparison.comparison(
                pair.old,
                pair.new,
                seed: seed << 32 + UInt64(index)
            )
            judge.add("arbitrary-\(seed)-\(index)", judgesWords: false, comparison)
        }
        let problems = try judge.problems()
        #expect(problems == "")
    }

    @Test(arguments: 5...6) func holdsForOddMarkdown(_ seed: UInt64) throws {
        var judge = RedlineJudge()
        let texts = Array(GeneratedMarkdown(seed: seed).prefix(400))
        let policies = Array(
            GeneratedMarkdown(seed: seed, pieces: GeneratedMarkdown.legal).prefix(200)
        )
        for (index, pair) in zip(texts + policies, texts.dropFirst() + policies + [[]]).enumerated()
        {
            guard
                let comparison = try? ArbitraryComparison.comparison(
                    pair.0,
                    pair.1,
                    seed: seed << 32 + UInt64(index)
                )
            else { continue }
            judge.add("odd-\(seed)-\(index)", judgesWords: false, comparison)
        }
        #expect(judge.count > 500)
        let problems = try judge.problems()
        #expect(problems == "")
    }

    @Test(arguments: 7...8) func holdsForRealComparisons(_ seed: UInt64) throws {
        var judge = RedlineJudge()
        for (index, pair) in GeneratedPairs(seed: seed).prefix(500).enumerated() {
            let comparison = TextComparison(
                try ComparedText(pair.old),
                try ComparedText(pair.new)
            )
            judge.add("generated-\(seed)-\(index)", judgesWords: true, comparison)
        }
        let problems = try judge.problems()
        #expect(problems == "")
    }

    @Test func holdsForTheCases() throws {
        var judge = RedlineJudge()
        for number in ["04", "07", "11", "16", "18", "23", "26", "28", "30", "45"] {
            guard let folder = Project.shared("cases/\(number)") else { continue }
            let texts = try ["old", "new"]
                .map { name in
                    try ComparedText(
                        [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).md")))
                    )
                }
            judge.add("case-\(number)", judgesWords: true, TextComparison(texts[0], texts[1]))
        }
        guard judge.count > 0 else { return }
        let problems = try judge.problems()
        #expect(problems == "")
    }

    @Test func holdsForTheFixtures() throws {
        let files = FileManager.default.enumerator(atPath: "\(Project.root)/Tests/Fixtures")
        let paths = (files?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }.sorted()
        let texts = paths.compactMap { path in
            (try? Data(contentsOf: URL(fileURLWithPath: "\(Project.root)/Tests/Fixtures/\(path)")))
                .flatMap { try? ComparedText([UInt8]($0)) }
        }
        #expect(texts.count > 10)
        var judge = RedlineJudge()
        for (index, (old, new)) in zip(texts, texts.dropFirst()).enumerated() {
            judge.add("fixture-\(index)", judgesWords: true, TextComparison(old, new))
        }
        let problems = try judge.problems()
        #expect(problems == "")
    }
}
