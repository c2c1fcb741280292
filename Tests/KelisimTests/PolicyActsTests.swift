import KelisimLog
import Testing

@testable import Kelisim

@Suite struct PolicyActsTests {
    private typealias Fixture = PolicyFixture

    private let later = Fixture.instant("2026-11-25T00:00:00Z")

    private func reason(
        _ kk: String = "Енді керек емес",
        _ ru: String = "Больше не нужна"
    ) throws -> LocalizedText {
        LocalizedText([
            LocalizedText.Entry(try Fixture.language("kk"), kk),
            LocalizedText.Entry(try Fixture.language("ru"), ru),
        ])
    }

    @Test func cancelling() throws {
        let repository = try Fixture.published()
        let before = repository.snapshot()
        let dry = try repository.writer.cancel(
            "privacy",
            edition: 2,
            reason: "Қате",
            now: later,
            dryRun: true
        )
        #expect(repository.snapshot() == before)
        let outcome = try repository.writer.cancel(
            "privacy",
            edition: 2,
            reason: " Қате \n",
            now: later
        )
        #expect(outcome.bytes == dry.bytes)
        let digest = Digest(of: Array(try repository.text("privacy/2/publication.json").utf8))
        #expect(
            try repository.text("privacy/2/cancellation.json") == """
                {
                  "policy": "privacy",
                  "edition": 2,
                  "cancelledAt": "2026-11-25T00:00:00Z",
                  "reason": "Қате",
                  "publication": "\(digest)"
                }

                """
        )
        let read = try repository.read()
        #expect(read.findings == [])
        let timeline = try #require(read.policies.first?.timeline)
        #expect(timeline.state(of: 2, at: later) == .cancelled)
        #expect(timeline.inForce(at: Fixture.instant("2027-01-01T00:00:00Z")) == 1)
        #expect(read.policies.first?.edition(2)?.cancellation == outcome.record)
    }

    @Test func cancellingIsRefused() throws {
        let repository = try Fixture.published()
        _ = try repository.writer.new("privacy", now: later)
        func codes(_ number: Int, _ now: Instant, reason: String = "x") -> [String]? {
            Fixture.codes { () throws(Failure) in
                try repository.writer.cancel("privacy", edition: number, reason: reason, now: now)
            }
        }
        #expect(codes(1, later) == ["already-in-force"])
        #expect(codes(2, Fixture.instant("2026-12-03T19:00:00Z")) == ["already-in-force"])
        #expect(codes(2, later, reason: "") == ["reason-missing"])
        #expect(codes(3, later) == ["not-published"])
        #expect(codes(4, later) == ["unknown-edition"])
        #expect(codes(2, Fixture.instant("2026-12-03T18:59:59.999Z")) == nil)
        #expect(codes(2, Fixture.instant("2026-12-03T18:59:59.999Z")) == ["already-cancelled"])
    }

    @Test func aDeploySlotCanBeCalledOffAndHoldsUpNothing() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        let slot = Fixture.instant("2030-01-01T00:00:00Z")
        _ = try repository.writer.publish("privacy", edition: 1, now: Fixture.now, at: slot)
        func publishSecond() -> [String]? {
            Fixture.codes { () throws(Failure) in
                try repository.writer.publish("privacy", edition: 2, now: later)
            }
        }
        #expect(publishSecond() == ["published-before-previous"])
        _ = try repository.writer.cancel("privacy", edition: 1, reason: "Қате", now: Fixture.now)
        #expect(publishSecond() == nil)
        let read = try repository.read()
        #expect(read.findings == [])
        #expect(read.policies.first?.timeline.state(of: 1, at: later) == .draft)
        #expect(read.policies.first?.timeline.state(of: 1, at: slot) == .cancelled)
    }

    @Test(arguments: [
        ("2026-11-25", "2026-12-25", "cancelled-out-of-time"),
        ("\"edition\": 2", "\"edition\": 1", "record-misplaced"),
        ("sha256:", "sha256:0", "invalid-digest"), ("}", "} ", "publication-edited"),
    ])
    func editedCancellations(old: String, new: String, code: String) throws {
        let repository = try Fixture.published()
        _ = try repository.writer.cancel("privacy", edition: 2, reason: "Қате", now: later)
        try repository.replace(old, with: new, in: "privacy/2/cancellation.json")
        #expect(try repository.read().historyErrors.map(\.code.name).contains(code))
    }

    @Test func aCancellationIsBoundToItsPublication() throws {
        let repository = try Fixture.published()
        _ = try repository.writer.cancel("privacy", edition: 2, reason: "Қате", now: later)
        try repository.replace("Уточнён срок.", with: "Иначе.", in: "privacy/2/publication.json")
        #expect(try repository.findings().contains("privacy/2/cancellation.json:6:18 chain-broken"))
        try repository.remove("privacy/2/publication.json")
        #expect(
            try repository.findings()
                .contains(
                    "privacy/2/cancellation.json cancellation-without-publication"
                )
        )
    }

    @Test func repealing() throws {
        let repository = try Fixture.published()
        try repository.write(Fixture.policy, to: "terms/policy.yaml")
        let now = Fixture.instant("2026-12-10T00:00:00Z")
        let outcome = try repository.writer.repeal(
            "privacy",
            effective: .daysAfterPublication(10),
            reason: try reason(),
            replacedBy: "terms",
            now: now
        )
        let digest = Digest(of: Array(try repository.text("privacy/2/publication.json").utf8))
        #expect(
            try repository.text("privacy/repeal.json") == """
                {
                  "policy": "privacy",
                  "repealedAt": "2026-12-10T00:00:00Z",
                  "effectiveAt": "2026-12-20T19:00:00Z",
                  "effectiveRule": "10 days after publication",
                  "timeZone": "Asia/Almaty",
                  "tzdata": "\(TimeZoneRules.dataVersion)",
                  "reason": {"kk": "Енді керек емес", "ru": "Больше не нужна"},
                  "replacedBy": "terms",
                  "previous": "\(digest)"
                }

                """
        )
        let read = try repository.read()
        #expect(read.findings == [])
        let policy = try #require(read.policies.first)
        #expect(policy.repeal == outcome.record)
        #expect(policy.timeline.inForce(at: now) == 2)
        #expect(policy.timeline.inForce(at: Fixture.instant("2026-12-20T19:00:00Z")) == nil)
        try repository.remove("terms/policy.yaml")
        try repository.remove("terms")
        #expect(try repository.findings() == ["privacy/repeal.json unknown-replacement"])
    }

    @Test func repealingIsRefused() throws {
        let repository = try Fixture.published()
        let now = Fixture.instant("2026-12-10T00:00:00Z")
        let good = try reason()
        func codes(
            _ reason: LocalizedText,
            _ now: Instant,
            rule: EffectiveRule = .onPublication,
            next: String? = nil
        ) -> [String]? {
            Fixture.codes { () throws(Failure) in
                try repository.writer.repeal(
                    "privacy",
                    effective: rule,
                    reason: reason,
                    replacedBy: next,
                    now: now
                )
            }
        }
        // Edition 2 comes into force on 4 December.
        #expect(codes(good, later) == ["edition-after-repeal"])
        #expect(codes(good, now, next: "privacy") == ["unknown-replacement"])
        #expect(codes(good, now, next: "terms") == ["unknown-replacement"])
        #expect(codes(LocalizedText(Array(good.entries.prefix(1))), now) == ["missing-translation"])
        #expect(codes(try reason(" ", "x"), now) == ["reason-missing"])
        let past = try #require(EffectiveRule("2026-12-01"))
        #expect(codes(good, now, rule: past) == ["effective-before-publication"])
        #expect(codes(good, now) == nil)
        #expect(codes(good, now) == ["policy-repealed"])
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.new("privacy", now: now)
        }
        #expect(codes == ["policy-repealed"])
    }

    @Test func repealOfADraftIsRefused() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        let good = try reason()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.repeal(
                "privacy",
                effective: .onPublication,
                reason: good,
                now: Fixture.now
            )
        }
        #expect(codes == ["repeal-without-edition"])
    }

    @Test func beginningAnEdition() throws {
        let repository = try Fixture.published()
        let outcome = try repository.writer.new("privacy", now: later)
        #expect(outcome.number == 3)
        #expect(outcome.basedOn == 1)
        #expect(
            try repository.text("privacy/3/edition.yaml") == """
                effective: on publication
                change: reconsent
                basedOn: 1
                summary:
                  kk: ""
                  ru: ""
                unofficial: [ru]

                """
        )
        #expect(try repository.text("privacy/3/kk.md") == Fixture.kk)
        #expect(try repository.findings() == ["privacy/3/edition.yaml:5:3 missing-summary"])
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.new("privacy", now: later)
        }
        #expect(codes == ["draft-exists"])
        #expect(repository.snapshot().keys.allSatisfy { !$0.contains(".tmp") })
    }

    @Test func beginningFromAnotherEdition() throws {
        let repository = try Fixture.published()
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.new("privacy", from: 9, now: later)
        }
        #expect(codes == ["unknown-edition"])
        #expect(try repository.writer.new("privacy", from: 2, now: later).basedOn == 2)
        #expect(try !repository.text("privacy/3/edition.yaml").contains("unofficial"))
    }

    @Test func beginningFromNothingIsRefused() throws {
        let repository = try TemporaryRepository(["privacy/policy.yaml": Fixture.policy])
        let codes = Fixture.codes { () throws(Failure) in
            try repository.writer.new("privacy", now: later)
        }
        #expect(codes == ["nothing-to-copy"])
    }

    @Test func anEditionMadeFromAnotherThanItReplaces() throws {
        let repository = try Fixture.published()
        _ = try repository.writer.new("privacy", now: later)
        try repository.replace(
            "kk: \"\"\n  ru: \"\"",
            with: "kk: а\n  ru: б",
            in: "privacy/3/edition.yaml"
        )
        try repository.replace("reconsent", with: "editorial", in: "privacy/3/edition.yaml")
        // Published now, edition 3 would be replaced by 2, which knows nothing of it.
        #expect(
            repository.lines(try repository.read().findings(at: later))
                == ["privacy/2/publication.json basis-not-replaced"]
        )
        _ = try repository.writer.publish("privacy", edition: 3, now: later)
        let findings = try repository.read().findings(at: later)
        #expect(repository.lines(findings) == ["privacy/2/publication.json basis-not-replaced"])
        #expect(findings.first?.arguments == ["edition": "2", "replaced": "3", "basedOn": "1"])
    }
}
