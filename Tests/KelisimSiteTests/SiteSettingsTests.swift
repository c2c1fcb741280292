import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct SiteSettingsTests {
    private static let now = "2026-05-10T06:00:00Z"

    /// The full fixture with a copy of the default look and `settings` as its `site.yaml`.
    private func fixture(_ settings: String) throws -> SiteFixture {
        let fixture = try SiteFixture.full()
        for file in Theme.defaultFiles {
            try fixture.write(String(decoding: file.bytes, as: UTF8.self), to: "site/\(file.path)")
        }
        try fixture.write(settings, to: "site/site.yaml")
        return fixture
    }

    private func plan(_ settings: String) async throws -> SitePlan {
        let fixture = try fixture(settings)
        return try await fixture.plan(
            at: Self.now,
            theme: try Theme(folder: "\(fixture.root)/site")
        )
    }

    private func policies(_ page: String) -> [String] {
        page.matches(of: #/<h2><a href="[^"]*?([a-z]+)/" /#).map { String($0.1) }
    }

    @Test func thePoliciesComeInTheOrderAskedFor() async throws {
        let usual = try await plan("{}\n")
        #expect(policies(try SiteFixture.text(usual, "index.html")) == ["privacy", "rules"])
        let other = try await plan("policies: [rules]\n")
        #expect(policies(try SiteFixture.text(other, "index.html")) == ["rules", "privacy"])
        #expect(policies(try SiteFixture.text(other, "ru/index.html")) == ["rules", "privacy"])
        // Another look is another key, even when no template differs.
        #expect(usual.file("index.html")?.key != other.file("index.html")?.key)
    }

    @Test func theFirstLanguageHasTheRoot() async throws {
        let plan = try await plan("languages: [ru, kk]\n")
        let root = try SiteFixture.text(plan, "index.html")
        #expect(root.contains("<html lang=\"ru\">"))
        #expect(root.contains("hreflang=\"x-default\" href=\"https://example.kz/legal/\""))
        #expect(try SiteFixture.text(plan, "kk/index.html").contains("<html lang=\"kk\">"))
        #expect(try SiteFixture.text(plan, "404.html").contains("<html lang=\"ru\">"))
        let page = try SiteFixture.text(plan, "kk/privacy/index.html")
        let xDefault = "hreflang=\"x-default\" href=\"https://example.kz/legal/ru/privacy/\""
        #expect(page.contains(xDefault))
    }

    @Test(arguments: [
        ("polices: [rules]\n", "misspelled-key", "1:1"),
        ("policies: rules\n", "expected-list", "1:11"),
        ("policies:\n  - rules\n  - Rules\n", "invalid-policy-name", "3:5"),
        ("policies: [rules, rules]\n", "site-policy-twice", "1:19"),
        ("languages: [kk, qq-]\n", "invalid-language", "1:17"),
        ("languages: [kk, kk]\n", "duplicate-language", "1:17"),
        ("languages: [kk, en]\n", "site-language-unknown", "1:17"),
        ("- x\n", "expected-mapping", "1:1"),
        ("policies: [rules\n", "yaml-syntax", ""),
        ("policies: [rules]\npolicies: [rules]\n", "duplicate-key", "2:1"),
        ("policies: [privcy]\n", "unknown-policy", "1:12"),
    ])
    func mistakesHaveTheirPlace(_ text: String, _ code: String, _ place: String) async throws {
        let fixture = try fixture(text)
        let found = await findings {
            try await fixture.plan(
                at: Self.now,
                theme: try Theme(folder: "\(fixture.root)/site")
            )
        }
        let first = try #require(found?.first)
        #expect(first.code.name == code)
        #expect(first.place.file == "\(fixture.root)/site/site.yaml")
        let position = [first.place.line, first.place.column].compactMap(\.self).map(String.init)
        if !place.isEmpty { #expect(position.joined(separator: ":") == place) }
    }

    @Test func aDraftMayBeListedAlready() async throws {
        let plan = try await plan("policies: [cookies, rules]\n")
        #expect(policies(try SiteFixture.text(plan, "index.html")) == ["rules", "privacy"])
    }

    @Test func aMisnamedFileOfSettingsIsMentioned() throws {
        let fixture = try fixture("{}\n")
        try fixture.write("policies: [rules]\n", to: "site/sites.yaml")
        try fixture.write("# About this site\n", to: "site/README.md")
        let theme = try Theme(folder: "\(fixture.root)/site")
        #expect(theme.findings.map(\.code) == [.siteFileIgnored])
        #expect(theme.findings.map(\.place.file) == ["\(fixture.root)/site/sites.yaml"])
    }
}
