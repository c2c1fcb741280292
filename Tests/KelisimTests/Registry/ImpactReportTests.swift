import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// Whom an edition will ask again, told before it is in force.
struct ImpactReportTests {
    private let room: RegistryRoom

    init() {
        let clock = ManualClock(RegistryRoom.morning)
        room = RegistryRoom(MemoryRegistry { clock.now }, clock)
    }

    private func impact(
        of number: Int = 2,
        asIf draft: Publication? = nil
    ) async throws -> ImpactReport? {
        try await ImpactReport.make(
            of: number,
            of: try #require(PolicyID("privacy")),
            asIf: draft,
            in: room.registry,
            at: room.now
        )
    }

    private func agreeing(_ policy: PublishedPolicy) async throws {
        try await room.decide(of: "u-1")
        try await room.decide(room.request(of: "u-2", language: "ru"))
        let actor = try await room.register(room.guardianship(ward: "u-3"))
        try await room.decide(of: "u-3", by: actor)
        try await room.decide(.declined, of: "u-4")
        try await room.decide(.accepted, .implied, of: "u-5")
        try await room.decide(.accepted, .implied, of: "u-6")
        try await room.decide(of: "u-6")
    }

    private static let implied = PublishedPolicy.Terms.with { $0.minimumMethod = .implied }

    @Test func aDraftIsLookedAtAsIfPublished() async throws {
        var policy = try await room.published("privacy", Self.implied)
        try await agreeing(policy)
        let draft = try policy.publish(
            at: room.now,
            effectiveAt: room.later(days: 10),
            Self.implied
        )
        let report = try #require(try await impact(asIf: draft))
        #expect(report.isDraft)
        #expect(report.effectiveAt == room.later(days: 10))
        #expect(report.heardOf == 6)
        #expect(report.again == 5)
        #expect(
            report.languages.map { "\($0.language?.tag ?? "-") \($0.subjects)" } == [
                "kk 4", "ru 1",
            ]
        )
        #expect(report.throughGuardian == 1)
        #expect(report.impliedOnly == 1)
        #expect(report.evenWithout == 0)
        #expect(report.open == 1)
        #expect(report.settled == 0)
        // Nothing was recorded of it.
        #expect(try await room.registry.shelf().items.count == 1)
    }

    @Test func whoHasAcceptedTheUpcomingEditionIsSettled() async throws {
        var policy = try await room.published("privacy", Self.implied)
        try await agreeing(policy)
        try policy.publish(at: room.now, effectiveAt: room.later(days: 10), Self.implied)
        try await room.take(policy)
        try await room.decide(of: "u-1", edition: 2)
        try await room.decide(of: "u-4", edition: 2)
        let report = try #require(try await impact())
        #expect(!report.isDraft)
        #expect(report.again == 4)
        #expect(report.settled == 2)
        #expect(report.open == 0)
        #expect(report.json.contains("\"state\" : \"upcoming\""))
    }

    @Test(arguments: [ChangeKind.notice, .editorial])
    func whatDoesNotAskAsksNobody(_ change: ChangeKind) async throws {
        var policy = try await room.published("privacy", Self.implied)
        try await agreeing(policy)
        let terms = PublishedPolicy.Terms.with {
            $0.change = change
            $0.minimumMethod = .implied
        }
        let draft = try policy.publish(at: room.later(minutes: 1), terms)
        let report = try #require(try await impact(asIf: draft))
        #expect(report.again == 0)
        #expect(report.settled == 5)
    }

    @Test func aStricterMethodAsksThoseWhoOnlyUsedTheService() async throws {
        var policy = try await room.published("privacy", Self.implied)
        try await agreeing(policy)
        let terms = PublishedPolicy.Terms.with { $0.change = .notice }
        let draft = try policy.publish(at: room.later(minutes: 1), terms)
        let report = try #require(try await impact(asIf: draft))
        #expect(report.again == 1)
        #expect(report.impliedOnly == 1)
    }

    @Test func whatComesAnywayIsToldApart() async throws {
        var policy = try await room.published()
        try await room.decide()
        let actor = try await room.register(
            room.guardianship(ward: "u-2", reaches: [14: "2027-01-05", 18: "2031-01-05"])
        )
        try await room.decide(of: "u-2", by: actor)
        let notice = PublishedPolicy.Terms.with { $0.change = .notice }
        let draft = try policy.publish(at: room.now, effectiveAt: room.later(days: 10), notice)
        let report = try #require(try await impact(asIf: draft))
        // The child comes of age before.
        #expect(report.again == 1)
        #expect(report.evenWithout == 1)
        #expect(report.throughGuardian == 1)
    }

    @Test func aFirstEditionAsksNobodyAgain() async throws {
        _ = try await room.published("terms")
        try await room.decide(room.request(policy: "terms"))
        var policy = try PublishedPolicy()
        let draft = try policy.publish(at: room.now)
        let report = try #require(try await impact(of: 1, asIf: draft))
        #expect(report.heardOf == 1)
        #expect(report.again == 0)
        #expect(report.open == 1)
    }

    @Test func theGraceIsTold() async throws {
        var policy = try await room.published()
        let terms = PublishedPolicy.Terms.with { $0.acceptWithin = 30 }
        let draft = try policy.publish(at: room.now, terms)
        let report = try #require(try await impact(asIf: draft))
        #expect(report.acceptBy == draft.acceptBy)
        #expect(report.acceptBy != nil)
    }

    @Test func whatIsInForceOrUnknownHasNoImpact() async throws {
        _ = try await room.published()
        #expect(try await impact(of: 1) == nil)
        await #expect(throws: RegistryError.self) { try await impact(of: 2) }
    }
}
