import KelisimLog
import Testing

@testable import Kelisim

/// What happens to a repository whose published files are touched.
@Suite struct PolicyHistoryTests {
    private typealias Fixture = PolicyFixture

    @Test func anEditedTextNamesFileAndDigests() throws {
        let repository = try Fixture.published()
        try repository.replace("сайтқа", with: "сайттарға", in: "privacy/1/kk.md")
        let finding = try #require(try repository.read().findings.first)
        #expect(repository.lines([finding]) == ["privacy/1/kk.md text-changed"])
        #expect(finding.arguments["expected"] == Digest(of: Array(Fixture.kk.utf8)).description)
        let actual = Digest(of: Array(try repository.text("privacy/1/kk.md").utf8))
        #expect(finding.arguments["actual"] == actual.description)
        #expect(try repository.read().historyErrors == [finding])
    }

    @Test(arguments: [
        ("\"edition\": 2,", "\"edition\":  2,"), ("\"basedOn\": 1,", "\"basedOn\": 1 ,"),
        ("  \"policy\"", "\t\"policy\""), ("\n}\n", "\n}"), ("{\n", "{\r\n"),
        ("\"edition\": 2,", "\"edition\": \"2\","), ("\"edition\": 2,", "\"edition\": 02,"),
        ("\"approvedBy\": null,", "\"approvedBy\": null,\n  \"approvedBy\": null,"),
        ("\"approvedBy\": null,", "\"approvedBy\": null,\n  \"note\": 1,"),
        ("  \"approvedBy\": null,\n", ""), ("\"kk\": \"Құпиялылық", "\"kk\": \"\\u049aұпиялылық"),
        ("\"backdated\": null", "\"backdated\": null,"),
        ("\"edition\": 2,", "\"edition\": 2, # two"),
        ("\"edition\": 2,", "edition: 2,"), ("https:", "https:\\/"),
        (
            "\"kk\": \"Құпиялылық саясаты\", \"ru\": \"Политика конфиденциальности\"",
            "\"ru\": \"Политика конфиденциальности\", \"kk\": \"Құпиялылық саясаты\""
        ),
        ("2026-12-03T19:00:00Z", "2026-12-03T19:00:00.000Z"), ("reconsent", "major"),
        ("sha256:", "sha256:x"),
    ])
    func anEditedRecordIsNoticed(old: String, new: String) throws {
        let repository = try Fixture.published()
        try repository.replace(old, with: new, in: "privacy/2/publication.json")
        let errors = try repository.read().historyErrors
        let names = errors.map(\.code.name)
        #expect(
            names.contains("publication-edited") || names.contains("publication-damaged"),
            "\(names)"
        )
        #expect(
            errors.allSatisfy { $0.place.file == repository.path("privacy/2/publication.json") }
        )
    }

    @Test func theFirstDifferingLineIsShown() throws {
        let repository = try Fixture.published()
        try repository.replace(
            "\"edition\": 2,",
            with: "\"edition\":  2,",
            in: "privacy/2/publication.json"
        )
        let finding = try #require(try repository.read().findings.first)
        #expect(
            finding.place
                == Place(repository.path("privacy/2/publication.json"), line: 3, column: 14)
        )
        #expect(
            finding.arguments == ["expected": "  \"edition\": 2,", "actual": "  \"edition\":  2,"]
        )
    }

    @Test func aConsistentEditBreaksTheChain() throws {
        let repository = try Fixture.published()
        try repository.replace(
            "Фонд «Үміт»",
            with: "Фонд «Сенім»",
            in: "privacy/1/publication.json"
        )
        let findings = try repository.read().historyErrors
        #expect(repository.lines(findings) == ["privacy/2/publication.json:20:15 chain-broken"])
        #expect(findings.first?.arguments["file"] == repository.path("privacy/1/publication.json"))
        let actual = Digest(of: Array(try repository.text("privacy/1/publication.json").utf8))
        #expect(findings.first?.arguments["actual"] == actual.description)
    }

    @Test(arguments: [
        ("\"edition\": 2", "\"edition\": 3", "record-misplaced"),
        ("\"policy\": \"privacy\"", "\"policy\": \"terms\"", "record-misplaced"),
        ("2026-12-03T19:00:00Z", "2026-12-03T18:00:00Z", "effective-mismatch"),
        ("2026-12-03T19:00:00Z", "2026-11-22T18:00:00Z", "effective-before-publication"),
        ("2026-11-23T13:00:00Z", "2026-11-23T11:00:00Z", "published-before-previous"),
        (
            "\"backdated\": null",
            "\"backdated\": {\"reason\": \"x\", \"recordedAt\": \"2026-11-24T00:00:00Z\"}",
            "backdating-too-late"
        ),
        ("\"10 days after publication\"", "\"11 days after publication\"", "effective-mismatch"),
    ])
    func factsMustAgree(old: String, new: String, code: String) throws {
        let repository = try Fixture.published()
        try repository.replace(old, with: new, in: "privacy/2/publication.json")
        #expect(try repository.read().historyErrors.map(\.code.name).contains(code))
    }

    @Test func otherTimeZoneDataIsNoTampering() throws {
        let repository = try Fixture.published()
        try repository.replace(
            "\"tzdata\": \"\(TimeZoneRules.dataVersion)\"",
            with: "\"tzdata\": \"2023a\"",
            in: "privacy/2/publication.json"
        )
        #expect(try repository.findings() == [])
        try repository.replace(
            "2026-12-03T19:00:00Z",
            with: "2026-12-03T18:00:00Z",
            in: "privacy/2/publication.json"
        )
        #expect(
            try repository.findings() == ["privacy/2/publication.json:5:18 time-zone-data-changed"]
        )
        let timeline = try repository.read().policies.first?.timeline
        #expect(timeline?.inForce(at: Fixture.instant("2026-12-03T18:00:00Z")) == 2)
    }

    @Test func otherHTML() throws {
        let repository = try Fixture.published()
        let publication = try #require(
            try repository.read().policies.first?.edition(2)?.publication
        )
        let html = publication.texts[1].html.description
        let other = Digest(of: []).description
        try repository.replace(html, with: other, in: "privacy/2/publication.json")
        let read = try repository.read()
        #expect(read.findings == [])
        #expect(repository.lines(read.renderingFindings()) == ["privacy/2/ru.md html-changed"])
        try repository.replace(
            "\"renderer\": \"\(publication.renderer)\"",
            with: "\"renderer\": \"libcmark 0.29.0\"",
            in: "privacy/2/publication.json"
        )
        let findings = try repository.read().renderingFindings()
        #expect(repository.lines(findings) == ["privacy/2/ru.md renderer-differs"])
        #expect(findings.first?.code.severity == .warning)
    }

    @Test func metadataNoLongerCounts() throws {
        let repository = try Fixture.published()
        let before = try #require(try repository.read().policies.first?.edition(2))
        try repository.replace("10 days", with: "20 days", in: "privacy/2/edition.yaml")
        try repository.replace("Уточнён срок.", with: "Иначе.", in: "privacy/2/edition.yaml")
        try repository.replace(
            "mandatory: true",
            with: "mandatory: false",
            in: "privacy/policy.yaml"
        )
        try repository.replace("Фонд «Үміт»", with: "Фонд «Сенім»", in: "privacy/policy.yaml")
        #expect(
            try repository.findings() == [
                "privacy/2/edition.yaml:1:12 edition-changed-after-publication",
                "privacy/2/edition.yaml:5:10 edition-changed-after-publication",
                "privacy/policy.yaml:2:11 policy-changed-since-publication",
                "privacy/policy.yaml:6:13 policy-changed-since-publication",
            ]
        )
        let after = try #require(try repository.read().policies.first?.edition(2))
        #expect(after.terms == before.terms && after.publication == before.publication)
        #expect(try repository.read().historyErrors == [])
    }

    @Test func brokenMetadataLeavesPublishedEditionsReadable() throws {
        let repository = try Fixture.published()
        try repository.write("languages: [\n", to: "privacy/policy.yaml")
        try repository.remove("privacy/1/edition.yaml")
        let read = try repository.read()
        #expect(
            repository.lines(read.findings) == [
                "privacy/1/edition.yaml published-file-missing",
                "privacy/policy.yaml:2:1 yaml-syntax",
            ]
        )
        #expect(read.policies.first?.inForce(at: Fixture.now)?.number == 1)
        #expect(read.policies.first?.edition(2)?.texts.count == 2)
        #expect(read.historyErrors == [])
    }

    @Test func aNewLanguageIsForTheNextEdition() throws {
        let repository = try Fixture.published()
        try repository.replace(
            "languages: [kk, ru]",
            with: "languages: [kk]",
            in: "privacy/policy.yaml"
        )
        let read = try repository.read()
        #expect(read.policies.first?.edition(1)?.texts.map(\.language.tag) == ["kk", "ru"])
        #expect(read.historyErrors == [])
    }

    @Test func missingPublications() throws {
        let repository = try Fixture.published()
        try repository.remove("privacy/1/publication.json")
        #expect(try repository.findings() == ["privacy/2/publication.json published-out-of-order"])
        try repository.remove("privacy/2/kk.md")
        #expect(try repository.findings().contains("privacy/2/kk.md missing-language"))
    }

    @Test func nothingIsPublishedOnADamagedHistory() throws {
        let repository = try Fixture.published()
        _ = try repository.writer.new("privacy", now: Fixture.now)
        try repository.write(
            "change: notice\nsummary: {kk: а, ru: б}\n",
            to: "privacy/3/edition.yaml"
        )
        try repository.replace("сайтқа", with: "сайттарға", in: "privacy/1/kk.md")
        let before = repository.snapshot()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish(
                "privacy",
                edition: 3,
                now: Fixture.instant("2027-01-01T00:00:00Z")
            )
        }
        #expect(codes == ["text-changed"])
        #expect(repository.snapshot() == before)
    }
}
