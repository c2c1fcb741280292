import Foundation
import Testing

@testable import KelisimText

/// Twelve real pairs of texts, and what a perfect redline of each shows.
///
/// The pairs stand beside the repository, each with its source, its licence and what is known of it in
/// `about.txt`; where they are absent nothing is tested.
@Suite struct SharedCaseTests {
    /// What a redline shows; nil where nobody knows.
    struct Expectation: CustomTestStringConvertible {
        let name: String
        var added: Int?
        var removed: Int?
        var reworded: Int?
        var moved: Int?
        var renumbered: Int?
        var split: Int?
        /// How many blocks each block became, in order.
        var parts: [Int] = []
        /// How many changes there are in all.
        var changes: Int?
        /// How many words are deleted and inserted.
        var words: Int?

        var testDescription: String { name }
    }

    static let expectations = [
        Expectation(
            name: "04",
            added: 2,
            removed: 0,
            reworded: 0,
            moved: 0,
            renumbered: 3,
            changes: 5
        ),
        Expectation(
            name: "07",
            added: 0,
            removed: 0,
            reworded: 0,
            moved: 1,
            renumbered: 6,
            changes: 14,
            words: 0
        ),
        Expectation(name: "18", changes: 0, words: 0),
        Expectation(
            name: "23",
            added: 0,
            removed: 0,
            reworded: 0,
            moved: 0,
            split: 6,
            parts: [6, 11, 6, 5, 2, 7],
            changes: 6,
            words: 0
        ),
        Expectation(name: "26", added: 0, removed: 0, reworded: 1, moved: 0, changes: 1),
        Expectation(
            name: "28",
            added: 0,
            removed: 0,
            reworded: 2,
            moved: 0,
            changes: 2,
            words: 8
        ),
        Expectation(
            name: "40",
            added: 0,
            removed: 0,
            reworded: 2,
            moved: 0,
            changes: 2,
            words: 4
        ),
        Expectation(name: "45", added: 0, removed: 1, reworded: 0, moved: 1, renumbered: 0),
    ]

    private static func comparison(_ name: String) throws -> TextComparison? {
        guard let pair = try SharedCase.all().first(where: { $0.name == name }) else { return nil }
        return TextComparison(try ComparedText(pair.old), try ComparedText(pair.new))
    }

    @Test(arguments: expectations) func showsWhatIsKnown(_ expected: Expectation) throws {
        guard let comparison = try Self.comparison(expected.name) else { return }
        let counts: [(BlockChange.Kind, Int?)] = [
            (.added, expected.added), (.removed, expected.removed),
            (.reworded, expected.reworded), (.moved, expected.moved),
            (.renumbered, expected.renumbered), (.split, expected.split),
        ]
        for (kind, count) in counts {
            guard let count else { continue }
            #expect(comparison.count(of: kind) == count, "\(kind)")
        }
        if let changes = expected.changes { #expect(comparison.changes.count == changes) }
        if !expected.parts.isEmpty {
            let parts = comparison.changes.filter { $0.has(.split) }.map(\.new.count)
            #expect(parts == expected.parts)
        }
        if let words = expected.words {
            #expect(WordTally(comparison, \.words).marked == words)
        }
    }

    /// The row of a table is one paragraph of libcmark with less in it.
    @Test func removedTableRowIsOnlyDeleted() throws {
        guard let comparison = try Self.comparison("26") else { return }
        let operations = comparison.changes.flatMap(\.words).map(\.operation)
        #expect(!operations.contains(.insert))
        #expect(operations.count { $0 == .delete } == 1)
    }

    /// Six blocks, or the five that they passed.
    @Test func movedBlocksAreOneMove() throws {
        guard let comparison = try Self.comparison("45") else { return }
        let moved = comparison.changes.filter { $0.has(.moved) }
        #expect([5, 6].contains(moved.count))
        #expect(Set(moved.map(\.move)) == [1])
    }

    /// Marked words: at most 1.15 times the least in all, 1.5 times in each pair, and at most 2.5
    /// stretches in a changed block (issue 4, § 2).
    @Test func fewWordsAreMarked() throws {
        var exact = WordTally()
        var readable = WordTally()
        for pair in try SharedCase.all() {
            let comparison = TextComparison(
                try ComparedText(pair.old),
                try ComparedText(pair.new)
            )
            let words = WordTally(comparison, \.words)
            let phrases = WordTally(comparison) { comparison.readableWords(of: $0).edits }
            #expect(words.ratio <= 1.5, "\(pair.name)")
            #expect(phrases.ratio <= 1.5, "\(pair.name), for people")
            print(
                "case \(pair.name): least \(words.least), marked \(words.marked), for people",
                "\(phrases.marked) in \(phrases.hunks) stretches of \(phrases.changed) blocks"
            )
            exact = exact + words
            readable = readable + phrases
        }
        print(
            "cases: marked",
            String(
                format: "%.3f times the least, for people %.3f, %.2f stretches a block",
                exact.ratio,
                readable.ratio,
                readable.hunksPerBlock
            )
        )
        #expect(exact.ratio <= 1.15)
        #expect(readable.ratio <= 1.15)
        #expect(readable.hunksPerBlock <= 2.5)
    }
}
