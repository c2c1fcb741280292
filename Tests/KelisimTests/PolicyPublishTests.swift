import KelisimLog
import KelisimText
import Testing

@testable import Kelisim

@Suite struct PolicyPublishTests {
    private typealias Fixture = PolicyFixture

    private func published() throws -> TemporaryRepository {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        _ = try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        return repository
    }

    @Test func theRecordIsExactlyAsTheFormatSays() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        let first = try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        let second = try repository.writer.publish(
            "privacy",
            edition: 2,
            now: Fixture.instant("2026-11-23T12:00:00.001Z")
        )
        let kk = Digest(of: Array(Fixture.kk.utf8))
        let ru = Digest(of: Array(Fixture.ru.utf8))
        let html = try [Fixture.kk, Fixture.ru]
            .map { text in
                Digest(of: try MarkdownDocument(Array(text.utf8)).plainHTML())
            }
        let expected = """
            {
              "policy": "privacy",
              "edition": 2,
              "publishedAt": "2026-11-23T12:00:00.001Z",
              "effectiveAt": "2026-12-03T19:00:00Z",
              "effectiveRule": "10 days after publication",
              "timeZone": "Asia/Almaty",
              "tzdata": "\(TimeZoneRules.dataVersion)",
              "change": "reconsent",
              "acceptWithin": "30 days",
              "basedOn": 1,
              "title": {"kk": "Құпиялылық саясаты", "ru": "Политика конфиденциальности"},
              "operator": {"name": {"kk": "«Үміт» қоры", "ru": "Фонд «Үміт»"}, "site": "https://example.kz/"},
              "authoritative": "kk",
              "acceptance": {"mandatory": true, "minimumMethod": "click", "guardianUnder": 14},
              "summary": {"kk": "Мерзім анықталды.", "ru": "Уточнён срок."},
              "approvedBy": null,
              "texts": {"kk": {"digest": "\(kk)", "html": "\(html[0])", "official": true}, "ru": {"digest": "\(ru)", "html": "\(html[1])", "official": true}},
              "renderer": "\(MarkdownDocument.renderer)",
              "previous": "\(Digest(of: first.bytes))",
              "backdated": null
            }

            """
        #expect(try repository.text("privacy/2/publication.json") == expected)
        #expect(String(decoding: second.bytes, as: UTF8.self) == expected)
        #expect(try repository.findings() == [])
        let read = try repository.read()
        #expect(read.renderingFindings() == [])
        #expect(read.policies.first?.edition(2)?.publication == second.record)
        #expect(read.policies.first?.edition(1)?.terms?.unofficial.map(\.tag) == ["ru"])
        let timeline = try #require(read.policies.first?.timeline)
        #expect(timeline.inForce(at: Fixture.now) == 1)
        #expect(timeline.upcoming(at: Fixture.instant("2026-11-24T00:00:00Z")) == [2])
        #expect(timeline.inForce(at: Fixture.instant("2026-12-03T19:00:00Z")) == 2)
    }

    @Test func oddTextSurvivesTheRoundTrip() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        let odd = "\"a\\\"b\\\\c/d\\te\\nf: *g {h} \u{10FFFD}🇰🇿 #i\""
        try repository.write(
            "approvedBy: \(odd)\nsummary: {kk: \(odd), ru: 'null'}\n",
            to: "privacy/1/edition.yaml"
        )
        let outcome = try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        #expect(outcome.record.terms.approvedBy == "a\"b\\c/d\te\nf: *g {h} \u{10FFFD}🇰🇿 #i")
        let read = try repository.read()
        #expect(read.findings == [])
        #expect(read.policies.first?.edition(1)?.publication == outcome.record)
    }

    @Test func aDryRunSaysTheSameAndWritesNothing() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        let before = repository.snapshot()
        let dry = try repository.writer.publish(
            "privacy",
            edition: 1,
            now: Fixture.now,
            dryRun: true
        )
        #expect(repository.snapshot() == before)
        let outcome = try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        #expect(dry.bytes == outcome.bytes)
        #expect(outcome.file == repository.path("privacy/1/publication.json"))
        #expect(
            Set(repository.snapshot().keys).subtracting(before.keys) == [
                "privacy/1/publication.json"
            ]
        )
    }

    @Test(arguments: [
        ("other", 1, "unknown-policy"), ("../privacy", 1, "unknown-policy"),
        ("privacy", 3, "unknown-edition"),
        ("privacy", 0, "unknown-edition"), ("privacy", 2, "published-out-of-order"),
    ])
    func whatIsNotThereIsRefused(name: String, number: Int, code: String) throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        let before = repository.snapshot()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish(name, edition: number, now: Fixture.now)
        }
        #expect(codes == [code])
        #expect(repository.snapshot() == before)
    }

    @Test func twiceIsRefused() throws {
        let repository = try published()
        let before = repository.snapshot()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        }
        #expect(codes == ["already-published"])
        #expect(repository.snapshot() == before)
    }

    @Test(arguments: [
        ("privacy/1/kk.md", "а\u{202E}б", "bidi-control"), ("privacy/1/ru.md", "", "empty-text"),
        ("privacy/1/edition.yaml", "unknown: 1\n", "unknown-key"),
        ("privacy/policy.yaml", "title: x\n", "missing-key"),
    ])
    func anErrorBlocks(path: String, text: String, code: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write(text, to: path)
        let before = repository.snapshot()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        }
        #expect(codes?.contains(code) == true)
        #expect(repository.snapshot() == before)
    }

    @Test func aMissingLanguageBlocks() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.remove("privacy/1/ru.md")
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        }
        #expect(codes == ["missing-language"])
    }

    @Test func errorsElsewhereDoNotBlock() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        try repository.write("x", to: "broken/policy.yaml")
        try repository.write("x: y\n", to: "privacy/2/edition.yaml")
        let outcome = try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        #expect(outcome.record.edition == 1)
    }

    @Test func aDeploySlotIsADraftUntilThen() throws {
        let repository = try published()
        let slot = Fixture.instant("2026-12-01T00:00:00Z")
        let outcome = try repository.writer.publish(
            "privacy",
            edition: 2,
            now: Fixture.now,
            at: slot
        )
        #expect(outcome.record.publishedAt == slot)
        #expect(outcome.record.effectiveAt.description == "2026-12-11T19:00:00Z")
        let timeline = try #require(try repository.read().policies.first?.timeline)
        #expect(timeline.state(of: 2, at: Fixture.now) == .draft)
        #expect(timeline.state(of: 2, at: slot) == .upcoming)
        #expect(timeline.nextChange(after: Fixture.now) == slot)
    }

    @Test func datesInThePast() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        let past = Fixture.instant("2026-01-06T04:00:00Z")
        func codes(_ number: Int, at: Instant?, _ reason: String?) -> [String]? {
            Fixture.codes { () throws(Failure) in
                try repository.writer.publish(
                    "privacy",
                    edition: number,
                    now: Fixture.now,
                    at: at,
                    backdated: reason
                )
            }
        }
        #expect(codes(1, at: past, nil) == ["publication-in-past"])
        #expect(codes(1, at: past, " ") == ["reason-missing"])
        #expect(codes(1, at: past, "a\u{202E}b") == ["bidi-control"])
        #expect(codes(1, at: nil, "late") == ["backdating-not-past"])
        #expect(codes(1, at: past, "Сайтта бұрыннан орналасқан") == nil)
        #expect(codes(2, at: past, "late") == ["published-before-previous"])
        #expect(codes(2, at: Fixture.instant("2026-02-01T00:00:00Z"), "late") == nil)
        let read = try repository.read()
        #expect(read.findings == [])
        let first = read.policies.first?.edition(1)?.publication
        #expect(first?.backdated?.reason == "Сайтта бұрыннан орналасқан")
        #expect(first?.backdated?.recordedAt == Fixture.now)
        #expect(first?.effectiveAt == past)
    }

    @Test func nothingIsBackdatedAfterTheFirstThatIsNot() throws {
        let repository = try published()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish(
                "privacy",
                edition: 2,
                now: Fixture.instant("2026-12-01T00:00:00Z"),
                at: Fixture.instant("2026-11-30T00:00:00Z"),
                backdated: "late"
            )
        }
        #expect(codes == ["backdating-too-late"])
    }

    @Test func inForceBeforePublicationIsRefused() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write("effective: 2026-11-23\n", to: "privacy/1/edition.yaml")
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        }
        #expect(codes == ["effective-before-publication"])
    }

    @Test func aRuleThatEndsInAGapIsRefused() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.replace("Asia/Almaty", with: "America/Havana", in: "privacy/policy.yaml")
        try repository.write("effective: 1 day after publication\n", to: "privacy/1/edition.yaml")
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.publish(
                "privacy",
                edition: 1,
                now: Fixture.instant("2026-10-30T12:00:00Z")
            )
        }
        #expect(codes == ["day-with-two-midnights"])
    }

    @Test func onePublicationAndOneRefusalAtOnce() async throws {
        let repository = try TemporaryRepository(Fixture.draft)
        let results = await withTaskGroup(of: [String]?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    Fixture.codes { () throws(Failure) in
                        try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 == nil } == 1)
        #expect(results.count { $0 == ["already-published"] } == 7)
        #expect(try repository.findings() == [])
    }
}
