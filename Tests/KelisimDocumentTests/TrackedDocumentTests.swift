import Foundation
import Kelisim
import KelisimDocument
import KelisimTesting
import KelisimText
import Testing

/// Documents with tracked changes, reopened: to reject the changes gives the old text, to accept them the
/// new one.
struct TrackedDocumentTests {
    private static let instant = Instant(milliseconds: 1_767_225_600_123)

    private func document(_ old: [UInt8], _ new: [UInt8]) throws -> [UInt8] {
        let comparison = TextComparison(try ComparedText(old), try ComparedText(new))
        return try TrackedDocument(
            comparison,
            author: "«Үлгі» қоры",
            at: Self.instant,
            language: "kk",
            words: .kk
        )
        .docx()
    }

    private func document(_ old: String, _ new: String) throws -> [UInt8] {
        try document(Array(old.utf8), Array(new.utf8))
    }

    /// What a reader of the text sees: its blocks, of tables the cells, and no HTML.
    private func texts(_ source: [UInt8]) throws -> [String] {
        let text = try ComparedText(source)
        let document = text.document
        return (0..<text.count)
            .flatMap { block -> [String] in
                let node = text.tree.clauses[block].node
                if document.nodes[node].kind == .htmlBlock { return [] }
                guard let table = document.tables[node] else {
                    return [String(decoding: text.plainText(of: block), as: UTF8.self)]
                }
                return table.rows.joined()
                    .map { BlockText(document, block: document.cellNodes[$0]).string }
            }
            .map(ReopenedDocument.fold).filter { !$0.isEmpty }
    }

    private func expectFaithful(
        _ old: [UInt8],
        _ new: [UInt8],
        _ name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let made = try document(old, new)
        for (changes, source) in [(ReopenedDocument.Changes.reject, old), (.accept, new)] {
            let actual = try ReopenedDocument(made, changes).texts
            let expected = try texts(source)
            #expect(!expected.isEmpty, "\(name)")
            let place = zip(actual, expected).prefix { $0 == $1 }.count
            #expect(
                actual == expected,
                "\(name): \(changes) gives \(actual.dropFirst(place).prefix(3)) for \(expected.dropFirst(place).prefix(3))",
                sourceLocation: sourceLocation
            )
        }
    }

    @Test(arguments: 1...24)
    func generatedPairs(_ seed: Int) throws {
        let pair = GeneratedPair(seed: UInt64(seed))
        try expectFaithful(Array(pair.old.utf8), Array(pair.new.utf8), "seed \(seed)")
    }

    /// The texts of the example, the fixtures and the real pairs beside the checkout, where they are.
    private static let pairs: [(name: String, old: String, new: String)] = {
        let manager = FileManager.default
        let cases = Project.shared("cases") ?? ""
        let real = ((try? manager.contentsOfDirectory(atPath: cases)) ?? []).sorted()
            .map { ("case \($0)", "\(cases)/\($0)/old.md", "\(cases)/\($0)/new.md") }
        let editions = ["\(Project.root)/policies", "\(Project.root)/Tests/Fixtures"]
            .flatMap { folder in
                (manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
                    .filter { $0.hasSuffix("/2/kk.md") }.sorted()
                    .map { path in
                        let new = "\(folder)/\(path)"
                        return (path, new.replacing("/2/kk.md", with: "/1/kk.md"), new)
                    }
            }
        return (editions + real)
            .filter { _, old, new in
                manager.fileExists(atPath: old) && manager.fileExists(atPath: new)
            }
    }()

    @Test(arguments: TrackedDocumentTests.pairs.indices)
    func realPairs(_ index: Int) throws {
        let pair = Self.pairs[index]
        let sources = try [pair.old, pair.new]
            .map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
        guard sources.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) else { return }
        try expectFaithful(sources[0], sources[1], pair.name)
    }

    @Test func changesNameAuthorAndDate() throws {
        let made = try document("Өтініш 30 күнде қаралады.\n", "Өтініш 60 күнде қаралады.\n")
        let strings = try ReopenedDocument(made, .all).strings
        #expect(strings.isSuperset(of: ["insertion", "deletion", "30", "60"]))
        #expect(strings.isSuperset(of: ["«Үлгі» қоры", "2026-01-01T00:00:00Z"]))
    }

    @Test func theSameBytesEachTime() throws {
        let pair = GeneratedPair(seed: 7)
        #expect(try document(pair.old, pair.new) == document(pair.old, pair.new))
    }

    @Test func structureStays() throws {
        let text = """
            # Атауы

            1. бір
            2. екі **қалың** [сілтеме](https://example.kz/)

            > дәйексөз

            | A | B |
            |---|---|
            | a | b |

            """
        let made = try document(text, text.replacing("екі", with: "үш"))
        let reopened = try ReopenedDocument(made, .accept)
        for name in ["Header", "OrderedList", "BlockQuote", "Table", "Strong", "Link"] {
            #expect(reopened.count(of: name) == 1, "\(name)")
        }
    }

    @Test func aRemovedRowLeavesTheOthersUnmarked() throws {
        let old = "| A | B |\n|---|---|\n| a | b |\n| c | d |\n| e | f |\n"
        let made = try document(old, old.replacing("| c | d |\n", with: ""))
        let strings = try ReopenedDocument(made, .all)
        #expect(strings.count(of: "Span") == 2, "one deletion in each cell of the row")
    }

    @Test func movesAreExplained() throws {
        let clauses = (1...8).map { "\($0)-сөйлем мұнда өз орнында тұр, ол туралы сөз \($0 * 7)." }
        var moved = clauses
        moved.append(moved.remove(at: 1))
        let made = try document(
            clauses.joined(separator: "\n\n"),
            moved.joined(separator: "\n\n")
        )
        let reopened = try ReopenedDocument(made, .all)
        #expect(reopened.strings.contains("comment-start"))
        #expect(reopened.strings.contains("ауыстырылды:"))
    }

    /// A picture is never read: neither from the disk nor from the network.
    @Test func picturesAreTheirWords() throws {
        let picture = "Мұнда ![құпия сурет](/etc/hostname) бар.\n"
        let made = try document(picture, picture + "\nТағы.\n")
        let reopened = try ReopenedDocument(made, .accept)
        #expect(reopened.count(of: "Image") == 0)
        #expect(reopened.texts.first == "Мұнда құпия сурет бар.")
    }
}
