import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// `accepted.yaml`: what it silences, and what is wrong with one.
struct AcceptedWarningTests {
    private static let text = """
        # Саясат

        ## 1. Жалпы ережелер

        1.1. Бір – екі, үш - төрт

        1.2. Бес
        """

    private static func repository(_ accepted: String?) throws -> TemporaryRepository {
        let kazakh = PolicyFixture.policy
            .replacing("[kk, ru]", with: "[kk]")
            .replacing(", ru: Политика конфиденциальности", with: "")
            .replacing(", ru: Фонд «Үміт»", with: "")
        let files = [
            "privacy/policy.yaml": kazakh,
            "privacy/1/edition.yaml": "effective: on publication\n",
            "privacy/1/kk.md": text,
        ]
        let folder = try TemporaryRepository(files)
        if let accepted { try folder.write(accepted, to: "privacy/1/accepted.yaml") }
        return folder
    }

    private static func lines(_ folder: TemporaryRepository) throws -> [String] {
        folder.lines(Review.outcome(of: try folder.read(), at: PolicyFixture.now).findings)
            .map { String($0.dropFirst("privacy/1/".count)) }
    }

    private static func entry(
        _ warning: String = "end-punctuation",
        _ clause: String? = "1.1",
        language: String? = "kk",
        reason: String? = "Осылай қалады."
    ) -> String {
        let keys = [
            ("warning", warning), ("language", language), ("clause", clause), ("reason", reason),
        ]
        return "- "
            + keys.compactMap { key, value in value.map { "\(key): \($0)\n" } }
            .joined(separator: "  ")
    }

    private static let open = [
        "kk.md:5:20 dash-drift", "kk.md:5:26 end-punctuation", "kk.md:7:9 end-punctuation",
    ]

    // MARK: - Silencing

    @Test func withoutAList() throws {
        #expect(try Self.lines(Self.repository(nil)) == Self.open)
    }

    @Test func oneWarningInOneClause() throws {
        let folder = try Self.repository(Self.entry())
        #expect(try Self.lines(folder) == [Self.open[0], Self.open[2]])
        let outcome = Review.outcome(of: try folder.read(), at: PolicyFixture.now)
        #expect(outcome.accepted == 1)
    }

    @Test func theClauseMayMove() throws {
        let folder = try Self.repository(Self.entry())
        try folder.replace("# Саясат\n", with: "# Саясат\n\nКіріспе.\n", in: "privacy/1/kk.md")
        #expect(try Self.lines(folder) == ["kk.md:7:20 dash-drift", "kk.md:9:9 end-punctuation"])
    }

    @Test func severalEntries() throws {
        let folder = try Self.repository(
            Self.entry() + Self.entry("dash-drift") + Self.entry("end-punctuation", "1.2")
        )
        #expect(try Self.lines(folder).isEmpty)
        let outcome = Review.outcome(of: try folder.read(), at: PolicyFixture.now)
        #expect(outcome.accepted == 3)
    }

    @Test(arguments: [
        (entry("end-punctuation", "1.3"), "1.3 has gone"),
        (entry("quote-drift"), "another warning"),
        (entry("end-punctuation", nil), "about the text as a whole"),
        (entry("end-punctuation", nil, language: nil), "about the edition"),
    ])
    func anEntryThatSilencesNothing(_ entry: String, _ why: String) throws {
        let found = try Self.lines(try Self.repository(entry))
        #expect(found == ["accepted.yaml:1:3 accepted-in-vain"] + Self.open)
    }

    @Test func theSameEntryTwice() throws {
        let found = try Self.lines(try Self.repository(Self.entry() + Self.entry()))
        #expect(found == ["accepted.yaml:5:3 accepted-in-vain", Self.open[0], Self.open[2]])
    }

    @Test func aWarningAboutTheEditionItself() throws {
        let folder = try TemporaryFolder()
        let fixture = Fixture(path: Fixture.root + "/invalid/shorter-notice")
        try folder.copy(fixture.policies, to: "policies")
        let root = folder.path("policies")
        let now = PolicyFixture.instant("2026-03-15T00:00:00Z")
        let before = Review.outcome(of: try Repository.read(root), at: now)
        #expect(before.findings.map(\.code.name) == ["shorter-notice"])
        let entry = Self.entry("shorter-notice", nil, language: nil)
        try FixtureAct.write("pool/2/accepted.yaml", entry).perform(in: root)
        let after = Review.outcome(of: try Repository.read(root), at: now)
        #expect(after.findings.isEmpty && after.accepted == 1)
    }

    // MARK: - Publishing

    @Test func publishingKeepsSilentToo() throws {
        let folder = try Self.repository(Self.entry())
        let outcome = try folder.writer.publish("privacy", edition: 1, now: PolicyFixture.now)
        #expect(outcome.warnings.map(\.code.name) == ["dash-drift", "end-punctuation"])
        let record = try folder.text("privacy/1/publication.json")
        #expect(!record.contains("accepted.yaml") && !record.contains("Осылай"))
        // Of a published text warnings can still be accepted, and nothing else changes.
        try folder.write(Self.entry() + Self.entry("dash-drift"), to: "privacy/1/accepted.yaml")
        #expect(try Self.lines(folder) == [Self.open[2]])
        #expect(try folder.text("privacy/1/publication.json") == record)
    }

    @Test func aListWithErrorsDoesNotDoubtWhatWasPublished() throws {
        let folder = try Self.repository(nil)
        _ = try folder.writer.publish("privacy", edition: 1, now: PolicyFixture.now)
        try folder.write("- warning: x\n", to: "privacy/1/accepted.yaml")
        #expect(try !folder.read().findings.isEmpty)
        #expect(try folder.read().historyErrors.isEmpty)
    }

    @Test func aListWithErrorsBlocksPublishing() throws {
        let folder = try Self.repository(Self.entry(reason: nil))
        let codes = PolicyFixture.codes { () throws(Failure) in
            try folder.writer.publish("privacy", edition: 1, now: PolicyFixture.now)
        }
        #expect(codes == ["missing-key"])
    }

    @Test func aNewEditionBeginsWithoutTheList() throws {
        let folder = try Self.repository(Self.entry())
        _ = try folder.writer.publish("privacy", edition: 1, now: PolicyFixture.now)
        let draft = try folder.writer.new("privacy", now: PolicyFixture.now)
        #expect(draft.files.allSatisfy { !$0.hasSuffix("accepted.yaml") })
    }

    // MARK: - What is wrong with a list

    @Test(arguments: [
        ("warning: x\n", "1:1 expected-list"),
        ("", " empty-file"),
        ("- end-punctuation\n", "1:3 expected-mapping"),
        (entry(reason: nil), "1:3 missing-key"),
        (entry(reason: "\"\""), "4:11 empty-value"),
        (entry(reason: "\" \""), "4:11 empty-value"),
        (entry("end-punctuations"), "1:12 unknown-warning"),
        (entry("accepted-warning"), "1:12 unknown-warning"),
        (entry("mixed-scripts"), "1:12 error-not-acceptable"),
        (entry(language: nil), "1:3 accepted-without-language"),
        (entry(language: "ru"), "2:13 language-not-listed"),
        (entry(language: "KK"), "2:13 invalid-language"),
        (entry() + "  by: мен\n", "5:3 unknown-key"),
        (entry() + "  claus: 1.2\n", "5:3 misspelled-key"),
        (entry() + "  reason: Бар.\n", "5:3 duplicate-key"),
    ])
    func wrongLists(_ list: String, _ expected: String) throws {
        let found = try Self.repository(list).findings()
        let place = expected.hasPrefix(" ") ? "" : ":"
        #expect(found == ["privacy/1/accepted.yaml\(place)\(expected)"])
    }

    @Test func anEmptyListIsAList() throws {
        #expect(try Self.repository("[]\n").findings().isEmpty)
    }

    // MARK: - Clauses of places

    @Test func everyPlaceBelongsToTheClauseItStandsIn() throws {
        let source =
            "\n\n# Т\n\nКіріспе.\n\n## 1. Бөлім\n\n1.1. Бір:\n\n* екі;\n* үш.\n\n1.2. Төрт\nбес.\n"
        let folder = try TemporaryRepository(PolicyFixture.draft)
        let edition = try #require(try folder.read().policies.first?.edition(1))
        let file = Text(
            language: edition.texts[0].language,
            file: "kk.md",
            bytes: Array(source.utf8)
        )
        let text = try #require(ReviewedText(file, of: edition))
        let ids = (1...15).map { text.clauseID(at: Place("kk.md", line: $0, column: 1)) }
        let list = ["1.1-item-1", "1.1-item-2", "1.1-item-2"]
        #expect(
            ids == [nil, nil, "title", "title", "preamble-1", "preamble-1", "1", "1", "1.1", "1.1"]
                + list + ["1.2", "1.2"]
        )
        #expect(text.clauseID(at: Place("kk.md")) == nil)
        #expect(text.clauseID(at: Place("ru.md", line: 5, column: 1)) == nil)
        for position in text.clauses.indices {
            #expect(text.position(of: text.place(ofClause: position)) == position)
        }
    }
}
