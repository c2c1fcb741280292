import KelisimText
import Testing

@testable import Kelisim

/// `justifications.yaml`: what it says, what is wrong with one, and how it is begun.
struct JustificationTests {
    private static let texts = [
        "kk": "# Саясат\n\n## 1. Жалпы\n\n1.1. Бір сөз.\n\n1.2. Екі сөз.\n\n1.3. Үш сөз.\n",
        "ru":
            "# Политика\n\n## 1. Общее\n\n1.1. Одно слово.\n\n1.2. Два слова.\n\n1.3. Три слова.\n",
    ]

    /// Two editions, of which the second rewords 1.1 and drops 1.3.
    private static func repository(_ justifications: String? = nil) throws -> TemporaryRepository {
        let folder = try TemporaryRepository([
            "privacy/policy.yaml": PolicyFixture.policy,
            "privacy/1/edition.yaml": "effective: on publication\n",
            "privacy/2/edition.yaml": PolicyFixture.second,
        ])
        for (tag, text) in texts {
            try folder.write(text, to: "privacy/1/\(tag).md")
            let new = text.replacing("Бір сөз", with: "Бір ауыз сөз")
                .replacing("Одно слово", with: "Одно новое слово")
                .replacing("\n1.3. Үш сөз.\n", with: "").replacing("\n1.3. Три слова.\n", with: "")
            try folder.write(new, to: "privacy/2/\(tag).md")
        }
        if let justifications { try folder.write(justifications, to: file) }
        return folder
    }

    private static let file = "privacy/2/justifications.yaml"

    private static let whole = """
        "1.1": {kk: Нақтыланды., ru: Уточнено.}
        "1.3":
          kk: Қайталанатын норма.
          ru: Повторяющаяся норма.

        """

    /// The findings about the file, without those of the wording.
    private static func lines(_ folder: TemporaryRepository) throws -> [String] {
        let outcome = Review.outcome(of: try folder.read(), at: PolicyFixture.now)
        return folder.lines(outcome.findings)
            .filter { $0.contains("justif") || $0.contains("accepted") }
            .map { String($0.dropFirst("privacy/2/".count)) }
    }

    private static func table(_ folder: TemporaryRepository) throws -> ComparisonTable {
        let policy = try #require(try folder.read().policies.first)
        let new = try #require(policy.edition(2))
        let old = try #require(policy.replaced(by: new))
        let sides = try ["kk", "ru"]
            .map { tag in
                let language = try #require(Language(tag))
                let comparison = TextComparison(
                    try ComparedText(try #require(old.text(in: language)).bytes),
                    try ComparedText(try #require(new.text(in: language)).bytes)
                )
                return ComparisonTable.Side(comparison, in: language)
            }
        return ComparisonTable(sides, headings: .draft, justifications: new.justifications)
    }

    // MARK: - The table

    @Test func areInTheLastColumn() throws {
        let folder = try Self.repository(Self.whole)
        let reasons = try Self.table(folder).rows.map { $0.last.map(ComparisonTableTests.text) }
        #expect(
            reasons == [
                "Нақтыланды. / Уточнено.", "Қайталанатын норма. / Повторяющаяся норма.",
            ]
        )
    }

    // MARK: - Check

    @Test func nobodyHasToWriteOne() throws {
        #expect(try Self.lines(Self.repository()) == [])
        #expect(try Self.lines(Self.repository(Self.whole)) == [])
    }

    @Test(arguments: [
        ("\"1.1\": {kk: а, ru: б}\n", ["justifications.yaml justification-missing"]),
        (
            "\"1.1\": {kk: а, ru: б}\n\"1.3\":\n  kk: а\n  ru: \"\"\n",
            ["justifications.yaml:4:7 justification-missing"]
        ),
        (
            whole + "\"1.2\": {kk: а}\n",
            ["justifications.yaml:5:1 justification-without-change"]
        ),
        (whole + "\"9.9\": {}\n", ["justifications.yaml:5:1 justification-without-change"]),
    ])
    func warnings(text: String, expected: [String]) throws {
        #expect(try Self.lines(Self.repository(text)) == expected)
    }

    @Test(arguments: [
        ("\"1.1\": text\n", ":1:8 expected-mapping"),
        ("- a\n", ":1:1 expected-mapping"),
        ("\"1.1\": {kk: [a]}\n", ":1:13 expected-text"),
        ("\"1.1\": {de: a}\n", ":1:9 language-not-listed"),
        ("\"1.1\": {KK: a}\n", ":1:9 invalid-language"),
        ("\"1.1\": {}\n\"1.1\": {}\n", ":2:1 duplicate-key"),
        ("\"1.1\": {kk: a\n", ":2:1 yaml-syntax"),
        ("", " empty-file"),
    ])
    func mistakes(text: String, expected: String) throws {
        let found = try Self.repository(text).findings()
        #expect(found == [Self.file + expected])
    }

    @Test func mistakesPutNoPublicationInDoubt() throws {
        let folder = try PolicyFixture.published()
        try folder.write("- a\n", to: Self.file)
        let repository = try folder.read()
        #expect(folder.lines(repository.findings) == ["\(Self.file):1:1 expected-mapping"])
        #expect(repository.historyErrors.isEmpty)
    }

    @Test func canBeLetStand() throws {
        let folder = try Self.repository("\"1.1\": {kk: а, ru: б}\n\"1.2\": {kk: а}\n")
        try folder.write(
            """
            - {warning: justification-missing, clause: "1.3", reason: Бәріне белгілі.}
            - {warning: justification-without-change, clause: "1.2", reason: Қалсын.}

            """,
            to: "privacy/2/accepted.yaml"
        )
        #expect(try Self.lines(folder) == [])
        try folder.replace(
            "clause: \"1.3\"",
            with: "clause: \"1.1\"",
            in: "privacy/2/accepted.yaml"
        )
        #expect(
            try Self.lines(folder) == [
                "accepted.yaml:1:3 accepted-in-vain", "justifications.yaml justification-missing",
            ]
        )
    }

    // MARK: - Beginning one

    private static let begun = """
        # Өзгерістердің негіздемесі: салыстырмалы кестенің соңғы бағаны.
        # 1-бөлім. Жалпы, 1.1-тармақ
        "1.1":
          kk: ""
          ru: ""
        # 1-бөлім. Жалпы, 1.3-тармақ
        "1.3":
          kk: ""
          ru: ""

        """

    @Test func isBegun() throws {
        let folder = try Self.repository()
        let outcome = try folder.writer.writeJustifications("privacy", edition: 2, since: 1)
        #expect(outcome.file == folder.path(Self.file))
        #expect(outcome.added == ["1.1", "1.3"])
        #expect(try folder.text(Self.file) == Self.begun)
        #expect(
            try Self.lines(folder) == [
                "justifications.yaml:4:7 justification-missing",
                "justifications.yaml:8:7 justification-missing",
            ]
        )
    }

    @Test(arguments: [
        "\"1.1\": {kk: Нақтыланды.} # қалсын", "# ескертпе\n\"1.1\":\n  ru: Уточнено.\n",
        "# ештеңе\n",
    ])
    func whatIsWrittenStays(text: String) throws {
        let folder = try Self.repository(text)
        _ = try folder.writer.writeJustifications("privacy", edition: 2)
        let written = try folder.text(Self.file)
        #expect(written.hasPrefix(text))
        #expect(written.contains("\n\"1.3\":\n  kk: \"\"\n"))
        #expect(written.ranges(of: "\"1.1\"").count == 1)
        let before = folder.snapshot()
        #expect(try folder.writer.writeJustifications("privacy", edition: 2).added == [])
        #expect(folder.snapshot() == before)
    }

    @Test func publishedEditionsHaveThemToo() throws {
        let folder = try Self.repository()
        try folder.replace(
            "effective: on",
            with: "change: reconsent\neffective: on",
            in: "privacy/1/edition.yaml"
        )
        for (edition, hour) in [(1, "12"), (2, "13")] {
            let now = PolicyFixture.instant("2026-11-23T\(hour):00:00Z")
            _ = try folder.writer.publish("privacy", edition: edition, now: now)
        }
        #expect(
            try folder.writer.writeJustifications("privacy", edition: 2).added == ["1.1", "1.3"]
        )
        #expect(try folder.read().historyErrors.isEmpty)
    }

    @Test(
        arguments: [
            (1, nil, nil, "nothing-to-justify"),
            (3, nil, nil, "unknown-edition"),
            (2, 2, nil, "justifications-of-other-changes"),
            (2, nil, "{\"1.1\": {kk: а}}\n", "justifications-not-extended"),
            (2, nil, "\"1.1\": {kk: а}\n...\n", "justifications-not-extended"),
            (2, nil, "- a\n", "expected-mapping"),
        ] as [(Int, Int?, String?, String)]
    )
    func refusals(edition: Int, since: Int?, text: String?, code: String) throws {
        let folder = try Self.repository(text)
        let before = folder.snapshot()
        let failure = #expect(throws: Failure.self) {
            try folder.writer.writeJustifications("privacy", edition: edition, since: since)
        }
        #expect(failure?.findings.map(\.code.name) == [code])
        #expect(folder.snapshot() == before)
    }

    // MARK: - Keys

    /// 1.2 is gone, and what was 1.3 is 1.2 now, with other words.
    @Test func aNumberThatWasTakenOver() throws {
        let old =
            "1.1. Бір сөз туралы айтылады.\n\n1.2. Екі рет.\n\n1.3. Үшінші тармақ басқа істі реттейді.\n"
        let new =
            "1.1. Бір сөз туралы айтылады.\n\n1.2. Үшінші тармақ мүлдем басқа істі реттейді.\n"
        let rows = ComparisonRows(try ComparisonTableTests.comparison(old, new))
        let keys = JustificationKeys([rows])
        #expect(rows.rows.map(keys.keys) == [["removed 1.2"], ["1.2"]])
        // Without other words it needs no reason, and the number is free.
        let plain = new.replacing("мүлдем ", with: "")
        let renumbered = ComparisonRows(try ComparisonTableTests.comparison(old, plain))
        let free = JustificationKeys([renumbered])
        #expect(renumbered.rows.map(free.keys) == [["1.2", "removed 1.2"], []])
    }
}
