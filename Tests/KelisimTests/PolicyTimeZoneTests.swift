import KelisimText
import Testing

@testable import Kelisim

@Suite struct PolicyTimeZoneTests {
    private func zone(_ name: String) throws -> TimeZoneRules {
        try #require(TimeZoneRules(identifier: name))
    }

    @Test(arguments: ["Asia/Almaty", "Europe/Moscow", "America/Havana", "UTC", "Asia/Calcutta"])
    func names(name: String) {
        #expect(TimeZoneRules(identifier: name)?.identifier == name)
    }

    @Test(arguments: ["", "Almaty", "asia/almaty", "Foo/Bar", "GMT+5", "../UTC", "ALMT", "+05:00"])
    func notNames(name: String) {
        #expect(TimeZoneRules(identifier: name) == nil)
    }

    @Test func almatyChangedItsOffset() throws {
        let almaty = try zone("Asia/Almaty")
        for (day, start) in [
            ("2024-02-29", "2024-02-28T18:00:00Z"), ("2024-03-01", "2024-02-29T19:00:00Z"),
            ("2024-03-02", "2024-03-01T19:00:00Z"), ("2027-01-01", "2026-12-31T19:00:00Z"),
        ] {
            let date = try #require(LocalDate(iso: day))
            #expect(try almaty.startOfDay(date) == PolicyFixture.instant(start))
            #expect(almaty.day(of: PolicyFixture.instant(start)) == date)
        }
        let before = PolicyFixture.instant("2026-12-31T18:59:59.999Z")
        #expect(almaty.day(of: before) == LocalDate(iso: "2026-12-31"))
    }

    @Test func midnightIsSkippedOrDoubledInHavana() throws {
        let havana = try zone("America/Havana")
        let gap = try #require(LocalDate(iso: "2026-03-08"))
        let fold = try #require(LocalDate(iso: "2026-11-01"))
        #expect(throws: LocalDayError.noMidnight(gap, timeZone: "America/Havana")) {
            try havana.startOfDay(gap)
        }
        #expect(throws: LocalDayError.twoMidnights(fold, timeZone: "America/Havana")) {
            try havana.startOfDay(fold)
        }
        let before = try #require(LocalDate(iso: "2026-10-31"))
        let after = try #require(LocalDate(iso: "2026-11-02"))
        #expect(try havana.startOfDay(before).description == "2026-10-31T04:00:00Z")
        #expect(try havana.startOfDay(after).description == "2026-11-02T05:00:00Z")
    }

    @Test func rulesAreResolved() throws {
        let almaty = try zone("Asia/Almaty")
        let published = PolicyFixture.now
        for (rule, expected) in [
            ("on publication", "2026-11-23T12:00:00Z"), ("2027-01-01", "2026-12-31T19:00:00Z"),
            ("2027-01-01T09:00:00+05:00", "2027-01-01T04:00:00Z"),
            ("10 days after publication", "2026-12-03T19:00:00Z"),
            ("1 day after publication", "2026-11-24T19:00:00Z"),
        ] {
            let resolved = try EffectiveRule(rule)?.resolved(publishedAt: published, in: almaty)
            #expect(resolved?.description == expected, "\(rule)")
        }
        // 20:00 UTC is the next day in Almaty.
        let evening = PolicyFixture.instant("2026-11-23T20:00:00Z")
        let resolved = try EffectiveRule.daysAfterPublication(10)
            .resolved(publishedAt: evening, in: almaty)
        #expect(resolved.description == "2026-12-04T19:00:00Z")
    }

    @Test func beyondTheLastYearIsAnError() throws {
        let almaty = try zone("Asia/Almaty")
        let last = PolicyFixture.instant("9999-12-30T00:00:00Z")
        #expect(throws: LocalDayError.tooLate) {
            try EffectiveRule.daysAfterPublication(10).resolved(publishedAt: last, in: almaty)
        }
    }
}
