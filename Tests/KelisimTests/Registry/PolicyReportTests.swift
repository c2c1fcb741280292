import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// Counting who has agreed to what, and finding whom to ask.
struct PolicyReportTests {
    private let room: RegistryRoom

    init() {
        let clock = ManualClock(RegistryRoom.morning)
        room = RegistryRoom(MemoryRegistry { clock.now }, clock)
    }

    private func report(
        at instant: Instant? = nil,
        knownAt: Instant? = nil
    ) async throws
        -> PolicyReport
    {
        try await PolicyReport.make(
            of: try #require(PolicyID("privacy")),
            in: room.registry,
            at: instant ?? room.now,
            knownAt: knownAt ?? room.now
        )
    }

    private func lines(_ report: PolicyReport) -> [String] {
        report.rows.map { group, subjects in
            [
                group.edition.map(String.init), group.language?.tag, group.method?.rawValue,
                group.actor, group.state.rawValue, String(subjects),
            ]
            .map { $0 ?? "-" }.joined(separator: " ")
        }
    }

    private func subjects(
        _ state: Standing.State,
        edition: Int? = nil,
        limit: Int = 100,
        after last: Subject? = nil
    ) async throws -> SubjectSearch.Page {
        let search = try await SubjectSearch(
            of: try #require(PolicyID("privacy")),
            state: state,
            edition: edition,
            in: room.registry,
            at: room.now,
            knownAt: room.now
        )
        return try await search.page(after: last, limit: limit)
    }

    /// Six subjects of every kind, under a policy whose second edition comes in ten days.
    private func populate() async throws {
        var policy = try await room.published()
        _ = try await room.published("terms")
        try await room.decide(of: "u-1")
        try await room.decide(of: "u-2")
        try await room.decide(room.request(of: "u-3", language: "ru"))
        let actor = try await room.register(room.guardianship(ward: "u-4"))
        try await room.decide(of: "u-4", by: actor)
        try await room.decide(of: "u-5")
        try await room.decide(.withdrawn, of: "u-5")
        try await room.decide(room.request(of: "u-6", policy: "terms"))
        try policy.publish(at: room.now, effectiveAt: room.later(days: 10))
        try await room.take(policy)
        room.wait(minutes: 1)
        try await room.decide(of: "u-2", edition: 2)
    }

    @Test func everySubjectIsCountedOnce() async throws {
        try await populate()
        let now = try await report()
        #expect(
            lines(now) == [
                "1 kk click guardian current 1", "1 kk click self current 2",
                "1 ru click self current 1", "- - - - due 1", "- - - - withdrawn 1",
            ]
        )
        #expect(now.heardOf == 6)
        let then = try await report(at: room.later(days: 11))
        #expect(
            lines(then) == [
                "1 kk click guardian due 1", "1 kk click self due 1", "1 ru click self due 1",
                "2 kk click self current 1", "- - - - due 1", "- - - - withdrawn 1",
            ]
        )
    }

    @Test func whatWasNotKnownThenIsNotCounted() async throws {
        try await populate()
        let early = try await report(at: RegistryRoom.morning, knownAt: RegistryRoom.morning)
        #expect(early.heardOf == 6)
        room.wait(days: 1)
        try await room.decide(of: "u-7")
        #expect(try await report(knownAt: RegistryRoom.morning).heardOf == 6)
        #expect(try await report(at: RegistryRoom.morning).heardOf == 6)
        #expect(try await report().heardOf == 7)
        let before = Instant(milliseconds: RegistryRoom.morning.milliseconds - 1)
        #expect(try await report(at: before).heardOf == 0)
        await #expect(throws: RegistryError.self) { try await report(knownAt: before) }
    }

    @Test func theErasedAreNumberedAndNoMore() async throws {
        try await populate()
        try await room.erase("u-1")
        try await room.erase("u-5")
        let report = try await report()
        #expect(report.heardOf == 4)
        #expect(report.erased == 2)
        #expect(report.groups.values.reduce(0, +) == 4)
    }

    @Test func aHoldAloneIsNothingHeardOf() async throws {
        _ = try await room.published()
        _ = try await room.registry.submit(.hold(try Subject("u-1"), reason: "case 7"))
        #expect(try await report().heardOf == 0)
        #expect(try await subjects(.due).subjects.isEmpty)
    }

    @Test func theReportIsAsTheContractHasIt() async throws {
        _ = try await room.published()
        try await room.decide()
        try await room.decide(.withdrawn, of: "u-2")
        #expect(
            try await report().json == """
                {
                  "at" : "2027-01-01T00:00:00Z",
                  "erased" : 0,
                  "heardOf" : 2,
                  "knownAt" : "2027-01-01T00:00:00Z",
                  "policy" : "privacy",
                  "rows" : [
                    {
                      "actor" : "self",
                      "edition" : 1,
                      "language" : "kk",
                      "method" : "click",
                      "state" : "current",
                      "subjects" : 1
                    },
                    {
                      "actor" : null,
                      "edition" : null,
                      "language" : null,
                      "method" : null,
                      "state" : "withdrawn",
                      "subjects" : 1
                    }
                  ]
                }

                """
        )
    }

    // MARK: - Whom to ask or tell

    @Test func subjectsAreFoundByState() async throws {
        try await populate()
        #expect(try await subjects(.current).subjects.map(\.id) == ["u-1", "u-2", "u-3", "u-4"])
        #expect(try await subjects(.due).subjects.map(\.id) == ["u-6"])
        #expect(try await subjects(.withdrawn).subjects.map(\.id) == ["u-5"])
        #expect(try await subjects(.overdue).subjects.isEmpty)
    }

    @Test func anUpcomingEditionIsLookedAtFromWhenItIsInForce() async throws {
        try await populate()
        #expect(
            try await subjects(.due, edition: 2).subjects.map(\.id) == ["u-1", "u-3", "u-4", "u-6"]
        )
        #expect(try await subjects(.current, edition: 2).subjects.map(\.id) == ["u-2"])
        #expect(try await subjects(.due, edition: 1).subjects.map(\.id) == ["u-6"])
        #expect(
            try await subjects(.current, edition: 1).subjects.map(\.id)
                == ["u-1", "u-2", "u-3", "u-4"]
        )
        room.wait(days: 11)
        #expect(
            try await subjects(.due, edition: 2).subjects.map(\.id) == ["u-1", "u-3", "u-4", "u-6"]
        )
        #expect(try await subjects(.current, edition: 1).subjects.isEmpty)
        await #expect(throws: RegistryError.self) { try await subjects(.due, edition: 3) }
    }

    @Test func pagesGoOnWhereTheLastEnded() async throws {
        _ = try await room.published()
        for number in 100..<1300 { try await room.decide(of: "u-\(number)") }
        var found: [String] = []
        var last: Subject?
        var pages = 0
        repeat {
            let page = try await subjects(.current, limit: 500, after: last)
            found += page.subjects.map(\.id)
            last = page.next
            pages += 1
        } while last != nil
        #expect(found == (100..<1300).map { "u-\($0)" }.sorted())
        #expect(pages == 3)
        #expect(try await subjects(.due).next == nil)
    }
}
