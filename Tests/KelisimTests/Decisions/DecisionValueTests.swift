import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

@Suite struct DecisionValueTests {
    // MARK: - Names of decisions

    @Test func aNameIsAUUIDOfItsTime() throws {
        var generator = SeededGenerator(seed: 1)
        let instant = try #require(Instant("2027-01-01T00:00:00.123Z"))
        for _ in 0..<200 {
            let id = DecisionID(at: instant, using: &generator)
            let text = "\(id)"
            #expect(text.hasPrefix("01a2ce8b-d47b-7"))
            #expect(text.utf8.count == 36)
            #expect(id.bytes.count == 16)
            #expect(id.bytes[8] & 0xC0 == 0x80)
            #expect(DecisionID(text) == id)
            #expect(DecisionID(bytes: id.bytes) == id)
        }
    }

    @Test func namesOfLaterDecisionsAreGreater() {
        var generator = SeededGenerator(seed: 2)
        let names = (0..<200)
            .map { "\(DecisionID(at: Instant(milliseconds: Int64($0) * 977), using: &generator))" }
        #expect(names == names.sorted())
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: [
        "", "01a2ce8b-d400-7001-8000-00000000000", "01a2ce8b-d400-7001-8000-0000000000022",
        "01A2CE8B-D400-7001-8000-000000000002", "01a2ce8bd40070018000000000000002",
        "{01a2ce8b-d400-7001-8000-000000000002}", "01a2ce8b-d400-7001-8000-00000000000g",
        "01a2ce8b_d400_7001_8000_000000000002", " 01a2ce8b-d400-7001-8000-000000000002",
    ])
    func aNameHasOneSpelling(_ text: String) {
        #expect(DecisionID(text) == nil)
    }

    @Test func aNameHasSixteenBytes() {
        for count in [0, 1, 15, 17, 32] {
            #expect(DecisionID(bytes: Array(repeating: 1, count: count)) == nil)
        }
    }

    // MARK: - Methods

    @Test func methodsFromWeakToStrong() {
        let strengths = [DecisionMethod.implied, .click, .signature].map(\.strength)
        #expect(strengths == [0, 1, 2])
        #expect(DecisionMethod.paper.strength == DecisionMethod.click.strength)
        #expect(DecisionMethod.imported.strength == DecisionMethod.click.strength)
        for method in [DecisionMethod.screen, .email, .sms, .letter] {
            #expect(method.strength == nil)
        }
    }

    @Test func whatIsEnoughForEachMinimum() {
        let enough: [Acceptance.Method: Set<DecisionMethod>] = [
            .implied: [.implied, .click, .paper, .imported, .signature],
            .click: [.click, .paper, .imported, .signature],
            .signature: [.signature],
        ]
        for minimum in Acceptance.Method.allCases {
            let acceptance = Acceptance(mandatory: true, minimumMethod: minimum)
            let methods = DecisionMethod.allCases.filter { acceptance.isMet(by: $0) }
            #expect(Set(methods) == enough[minimum])
        }
    }

    @Test func whichActIsDoneByWhichMethod() {
        let told: Set<DecisionMethod> = [.screen, .email, .sms, .letter]
        let done: Set<DecisionMethod> = [.implied, .click, .signature, .paper, .imported]
        for act in Act.allCases {
            let methods = Set(DecisionMethod.allCases.filter { $0.isPossible(for: act) })
            switch act {
            case .accepted: #expect(methods == done)
            case .declined, .withdrawn: #expect(methods == done.subtracting([.implied]))
            case .notified: #expect(methods == told)
            }
        }
    }

    // MARK: - Guardianships

    private func guardianship(
        from: Int64 = 100,
        until: Int64? = 200,
        _ days: [Int: String] = [14: "2030-06-15", 18: "2034-06-15"]
    ) throws -> Guardianship {
        Guardianship(
            id: try #require(GuardianshipID("gs-1")),
            guardian: try Subject("g-1"),
            ward: try Subject("u-1"),
            basis: .parent,
            from: Instant(milliseconds: from),
            until: until.map { Instant(milliseconds: $0) },
            wardReaches: days.compactMapValues { LocalDate(iso: $0) }
        )
    }

    @Test func aGuardianshipCoversItsIntervalWithoutItsEnd() throws {
        let bounded = try guardianship()
        let open = try guardianship(until: nil)
        for (instant, isInside, isInsideOpen) in [
            (99, false, false), (100, true, true), (199, true, true), (200, false, true),
            (Int64.max, false, true),
        ] {
            #expect(bounded.covers(Instant(milliseconds: Int64(instant))) == isInside)
            #expect(open.covers(Instant(milliseconds: Int64(instant))) == isInsideOpen)
        }
    }

    @Test func aMissingDayIsThatOfTheNextAge() throws {
        let known = try guardianship()
        #expect(known.day(wardReaches: 14)?.description == "2030-06-15")
        #expect(known.day(wardReaches: 13)?.description == "2030-06-15")
        #expect(known.day(wardReaches: 15)?.description == "2034-06-15")
        #expect(known.day(wardReaches: 18)?.description == "2034-06-15")
        #expect(known.day(wardReaches: 19) == nil)
        #expect(try guardianship([:]).day(wardReaches: 14) == nil)
    }

    @Test func aDayBeginsInTheTimeZoneOfThePolicy() throws {
        let guardianship = try guardianship()
        var policy = try PublishedPolicy()
        for (zone, start) in [
            ("Asia/Almaty", "2030-06-14T19:00:00Z"), ("UTC", "2030-06-15T00:00:00Z"),
            ("America/New_York", "2030-06-15T04:00:00Z"),
        ] {
            let terms =
                try policy.publish(
                    at: Instant(milliseconds: Int64(policy.publications.count)),
                    .with { $0.timeZone = zone }
                )
                .terms
            #expect(terms.comingOfAge(of: guardianship)?.description == start)
        }
        // Clocks in Havana went forward at midnight on 2028-03-12; that day has no beginning.
        let havana = try policy.publish(
            at: Instant(milliseconds: 9),
            .with { $0.timeZone = "America/Havana" }
        )
        let child = try self.guardianship([14: "2028-03-12"])
        #expect(havana.terms.comingOfAge(of: child)?.description == "2028-03-13T04:00:00Z")
        let ageless = try policy.publish(
            at: Instant(milliseconds: 10),
            .with { $0.guardianUnder = nil }
        )
        #expect(ageless.terms.comingOfAge(of: guardianship) == nil)
    }

    // MARK: - Other values

    @Test func anErasureListsEachIndexOnceInOrder() {
        #expect(Erasure(indices: [7, 3, 7, 0], ground: "").indices == [0, 3, 7])
    }

    @Test func aMarkHasTwoHalvesOfSixteenBytes() {
        let half = Array(repeating: 1 as UInt8, count: 16)
        #expect(Idempotency(key: half, fingerprint: half) != nil)
        #expect(Idempotency(key: half.dropLast(), fingerprint: half) == nil)
        #expect(Idempotency(key: half, fingerprint: half + [1]) == nil)
    }

    @Test func aMarkDependsOnCallerKeyBodyAndSalt() throws {
        let salt = Nonce.random()
        let mark = Idempotency(key: "k", caller: "c", body: [1], salt: salt)
        #expect(mark == Idempotency(key: "k", caller: "c", body: [1], salt: salt))
        #expect(mark.key == Idempotency(key: "k", caller: "c", body: [2], salt: salt).key)
        let other = Idempotency(key: "k", caller: "c", body: [2], salt: salt)
        #expect(mark.fingerprint != other.fingerprint)
        for (key, caller, salt) in [
            ("k2", "c", salt), ("k", "c2", salt), ("kc", "", salt), ("", "ck", salt),
            ("k", "c", Nonce.random()),
        ] {
            #expect(mark.key != Idempotency(key: key, caller: caller, body: [1], salt: salt).key)
        }
    }

    @Test func aHorizonSeesRowsByTimeAndByPlace() {
        let horizon = Horizon(knownAt: Instant(milliseconds: 10), end: 5)
        #expect(horizon.sees(index: 4, recordedAt: Instant(milliseconds: 10)))
        #expect(!horizon.sees(index: 5, recordedAt: Instant(milliseconds: 10)))
        #expect(!horizon.sees(index: 4, recordedAt: Instant(milliseconds: 11)))
        #expect(
            Horizon(knownAt: Instant(milliseconds: 10))
                .sees(index: .max, recordedAt: .init(milliseconds: 0))
        )
    }

    @Test func refusalsHaveStableCodes() throws {
        let policy = try #require(PolicyID("privacy"))
        let digest = Digest(of: [])
        let refusals: [(Refusal, String)] = [
            (.unknownPolicy(policy), "unknown-policy"),
            (.unknownEdition(policy, 1), "unknown-edition"),
            (.unknownLanguage(policy, 1, nil), "unknown-language"),
            (
                .editionNotAcceptable(policy, 1, .cancelled, at: Instant(milliseconds: 0)),
                "edition-not-acceptable"
            ),
            (.textMismatch(expected: digest), "text-mismatch"),
            (.textNotOfficial(try #require(Language("ru"))), "text-not-official"),
            (.presentationExpired(Instant(milliseconds: 0)), "presentation-expired"),
            (.presentationInvalid, "presentation-invalid"),
            (.wardCannotDecide, "ward-cannot-decide"),
            (.guardianshipNotValid(.unknown), "guardianship-not-valid"),
            (.occurredAtNotAllowed(.future), "occurred-at-not-allowed"),
            (.evidenceMissing, "evidence-missing"),
            (.methodNotPossible(.declined, .implied), "invalid"),
            (.idempotencyKeyReused, "idempotency-key-reused"),
            (.gone, "gone"),
            (.subjectOnHold(""), "subject-on-hold"),
        ]
        for (refusal, code) in refusals { #expect(refusal.code == code) }
    }
}
