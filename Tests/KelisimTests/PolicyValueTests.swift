import KelisimLog
import KelisimText
import Testing

@testable import Kelisim

@Suite struct PolicyValueTests {
    @Test(arguments: [
        "kk", "ru", "en", "kk-Latn", "uz-Cyrl", "zh-Hant-TW", "es-419", "de-1996", "ast",
    ])
    func canonicalTagsAreLanguages(tag: String) {
        #expect(Language(tag)?.tag == tag)
    }

    @Test(arguments: [
        "", "KK", "kk-latn", "kk_Latn", "kk-Cyrl", "kaz", "k", "kk-", "kk/ru", "..", "x-private",
        "kk-x-a", "каз", "english",
    ])
    func otherSpellingsAreNot(tag: String) {
        #expect(Language(tag) == nil)
    }

    @Test func canonicalSpellingIsSuggested() {
        #expect(Language.canonicalSpelling(of: "KK-LATN") == "kk-Latn")
        #expect(Language.canonicalSpelling(of: "kaz-cyrl") == "kk")
        #expect(Language.canonicalSpelling(of: "../ru") == nil)
    }

    @Test(arguments: ["privacy", "a", "user-agreement-2", "dpa", "ai-policy", "version"])
    func slugs(slug: String) {
        #expect(PolicyID(slug)?.slug == slug)
    }

    @Test(arguments: [
        "", "Privacy", "1st", "-a", "a/b", "..", "a.b", "a_b", "құпия",
        String(repeating: "a", count: 65),
        "kk", "ru", "kk-latn", "kk-kz", "v1", "v27", "log", "policies", "healthz", "readyz",
        "metrics",
        "openapi", "static", "manifest",
    ])
    func notSlugs(slug: String) {
        #expect(PolicyID(slug) == nil)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-23T12:00:00Z", 1_795_435_200_000),
        ("2026-11-23T12:00:00.123Z", 1_795_435_200_123), ("1969-12-31T23:59:59.999Z", -1),
        ("2000-02-29T00:00:00Z", 951_782_400_000), ("1583-01-01T00:00:00Z", -12_212_553_600_000),
        ("9999-12-31T23:59:59Z", 253_402_300_799_000),
    ])
    func instantsRoundTrip(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T12:00Z", "2026-11-23t12:00:00Z", "2026-11-23T12:00:00z",
        "2026-11-23 12:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T12:60:00Z",
        "2026-11-23T12:00:60Z",
        "2026-02-29T12:00:00Z", "2026-11-23T12:00:00.Z", "2026-11-23T12:00:00.1234Z",
        "2026-11-23T12:00:00+05:00", "2026-11-23T12:00:00", "２026-11-23T12:00:00Z",
        "2026-11-23T12:00:00ZZ",
    ])
    func notInstants(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func offsets() {
        #expect(
            Instant(withOffset: "2027-01-01T09:00:00+05:00")?.description == "2027-01-01T04:00:00Z"
        )
        #expect(
            Instant(withOffset: "2027-01-01T00:30:00.5-09:30")?.description
                == "2027-01-01T10:00:00.500Z"
        )
        #expect(Instant(withOffset: "2027-01-01T09:00:00-00:00") == nil)
        #expect(Instant(withOffset: "2027-01-01T09:00:00+5:00") == nil)
        #expect(Instant(withOffset: "2027-01-01T09:00:00+24:00") == nil)
    }

    @Test(arguments: [
        "on publication", "2027-01-01", "2027-01-01T04:00:00Z", "1 day after publication",
        "10 days after publication", "3650 days after publication",
    ])
    func rulesRoundTrip(text: String) {
        #expect(EffectiveRule(text)?.description == text)
    }

    @Test func ruleWithOffsetIsPrintedInUTC() {
        #expect(EffectiveRule("2027-01-01T09:00:00+05:00")?.description == "2027-01-01T04:00:00Z")
    }

    @Test(arguments: [
        "", "On publication", "on  publication", "2027-02-30", "2027-1-1",
        "0 days after publication",
        "1 days after publication", "2 day after publication", "010 days after publication",
        "3651 days after publication", "-1 days after publication", "+5 days after publication",
        "ten days after publication", "10 days", "10 days after publication ",
        "2027-01-01T09:00:00",
    ])
    func notRules(text: String) {
        #expect(EffectiveRule(text) == nil)
    }

    @Test func digestsRoundTrip() throws {
        let digest = Digest(of: Array("abc".utf8))
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(digest.hex == hex)
        #expect(digest.description == "sha256:\(hex)")
        #expect(Digest("sha256:\(hex)") == digest)
        #expect(Digest("sha256:\(hex.uppercased())") == nil)
        #expect(Digest(hex) == nil)
        #expect(Digest("sha256:\(hex.dropLast())") == nil)
        #expect(Digest(of: Array("abc".utf8).lazy.map(\.self)) == digest)
    }

    @Test func daysAreCountedAsTheCalendarDoes() throws {
        var date = try #require(LocalDate(year: 1896, month: 2, day: 27))
        let start = date.dayNumber
        for offset in 1...2000 {
            let next = try #require(LocalDate(dayNumber: start + offset))
            #expect(next > date && next.dayNumber == start + offset)
            #expect(next.day == date.day + 1 || next.day == 1 && date.day >= 28)
            date = next
        }
    }
}
