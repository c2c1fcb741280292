import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct StructuredDataTests {
    private static let now = "2026-05-10T06:00:00Z"
    private static let base = "https://example.kz/legal/"

    /// The data in the page at `path`; nil when it has none.
    private func data(_ path: String, at instant: String = now) async throws -> [String: Any]? {
        let plan = try await SiteFixture.full().plan(at: instant)
        let page = try SiteFixture.text(plan, path + "index.html")
        let blocks = page.matches(
            of: /<script type="application\/ld\+json">([^<]*)<\/script>/
        )
        #expect(blocks.count < 2)
        return try blocks.first.map {
            try #require(
                try JSONSerialization.jsonObject(with: Data($0.1.utf8)) as? [String: Any]
            )
        }
    }

    @Test func anEditionIsADocumentWithItsDates() async throws {
        let data = try #require(try await data("ru/privacy/2/"))
        #expect(data["@type"] as? String == "DigitalDocument")
        #expect(data["@id"] as? String == Self.base + "ru/privacy/2/")
        #expect(data["url"] as? String == Self.base + "ru/privacy/2/")
        #expect(data["name"] as? String == "Политика конфиденциальности")
        #expect(data["inLanguage"] as? String == "ru")
        #expect(data["version"] as? String == "2")
        #expect(data["datePublished"] as? String == "2026-03-01T06:00:00Z")
        #expect(
            data["temporalCoverage"] as? String == "2026-03-11T19:00:00Z/2026-04-15T07:30:00Z"
        )
        #expect((data["identifier"] as? String)?.hasPrefix("sha256:") == true)
        let replaced = data["dcterms:replaces"] as? [String: String]
        #expect(replaced == ["@id": Self.base + "ru/privacy/1/"])
        let original = data["translationOfWork"] as? [String: String]
        #expect(original == ["@id": Self.base + "kk/privacy/2/"])
        let context = data["@context"] as? [Any]
        #expect(context?.first as? String == "https://schema.org")
        #expect(context?.last as? [String: String] == ["dcterms": "http://purl.org/dc/terms/"])
    }

    @Test func theOriginalNamesItsTranslations() async throws {
        let data = try #require(try await data("kk/privacy/1/"))
        let translations = data["workTranslation"] as? [[String: String]]
        #expect(translations == [["@id": Self.base + "ru/privacy/1/"]])
        #expect(data["translationOfWork"] == nil)
        #expect(data["dcterms:replaces"] == nil)
    }

    @Test func whatNeverBoundReplacesNothing() async throws {
        let cancelled = try #require(try await data("kk/privacy/3/"))
        #expect(cancelled["temporalCoverage"] == nil)
        #expect(cancelled["dcterms:replaces"] == nil)
        let upcoming = try #require(try await data("kk/privacy/5/"))
        #expect(upcoming["temporalCoverage"] as? String == "2026-08-31T19:00:00Z/..")
        #expect(upcoming["creativeWorkStatus"] as? String == "upcoming")
    }

    @Test func thePageOfAPolicyDescribesTheEditionInForce() async throws {
        let data = try #require(try await data("kk/privacy/"))
        #expect(data["@id"] as? String == Self.base + "kk/privacy/4/")
        #expect(try await self.data("kk/rules/") == nil)
        #expect(try await self.data("kk/privacy/history/") == nil)
    }

    @Test func nothingInItEndsTheElement() async throws {
        let fixture = try SiteFixture.full()
        let name = "Фонд </script><b> \\\" & «Үміт»"
        try fixture.add("rules", edition: 2, "effective: on publication\nchange: reconsent\n")
        let settings = try fixture.text("policies/privacy/policy.yaml")
        try fixture.write(
            settings.replacing("ru: Фонд «Үміт»", with: "ru: \"\(name)\""),
            to: "policies/privacy/policy.yaml"
        )
        try fixture.add(
            "terms",
            edition: 1,
            "effective: on publication\nchange: reconsent\n"
        )
        try fixture.write(
            settings.replacing("ru: Фонд «Үміт»", with: "ru: \"\(name)\""),
            to: "policies/terms/policy.yaml"
        )
        try fixture.publish("terms", 1, now: "2026-01-15T06:00:00Z")
        let plan = try await fixture.plan(at: Self.now)
        let page = try SiteFixture.text(plan, "ru/terms/1/index.html")
        #expect(page.matches(of: /<\/script/).count == 1)
        let block = try #require(page.firstMatch(of: /ld\+json">([^<]*)<\/script>/))
        let object = try JSONSerialization.jsonObject(with: Data(block.1.utf8)) as? [String: Any]
        let publisher = object?["publisher"] as? [String: String]
        #expect(publisher?["name"] == "Фонд </script><b> \" & «Үміт»")
    }
}
