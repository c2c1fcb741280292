import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct SitemapTests {
    private static let now = "2026-05-10T06:00:00Z"
    private static let base = "https://example.kz/legal/"

    private func links(_ url: ParsedXML.Element) -> [String: String] {
        Dictionary(
            url["xhtml:link"].map { ($0.attributes["hreflang"] ?? "", $0.attributes["href"] ?? "") }
        ) { first, _ in first }
    }

    @Test func everyPageThatShouldBeFoundIsThereOnce() async throws {
        let fixture = try SiteFixture.full()
        for instant in ["2026-01-20T00:00:00Z", "2026-04-20T12:00:00Z", Self.now] {
            let plan = try await fixture.plan(at: instant)
            let root = try ParsedXML.root(SiteFixture.text(plan, "sitemap.xml"))
            let listed = try root["url"].map { try $0.only("loc") }
            #expect(Set(listed).count == listed.count)
            // What pages say about themselves and what the sitemap says is the same.
            var expected: [String] = []
            for file in plan.files where file.path.hasSuffix(".html") {
                let page = String(decoding: try file.bytes(), as: UTF8.self)
                let own = Self.base + file.path.replacing("index.html", with: "")
                guard !page.contains("<meta name=\"robots\" content=\"noindex\">"),
                    page.contains("<link rel=\"canonical\" href=\"\(own)\">")
                else { continue }
                expected.append(own)
            }
            #expect(listed.sorted() == expected.sorted(), "\(instant)")
            #expect(listed.contains(Self.base) && !listed.contains(Self.base + "kk/"))
        }
    }

    @Test func languagesPointAtEachOther() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        let root = try ParsedXML.root(SiteFixture.text(plan, "sitemap.xml"))
        var byAddress: [String: [String: String]] = [:]
        for url in root["url"] { byAddress[try url.only("loc")] = links(url) }
        for (address, links) in byAddress {
            #expect(Set(links.keys) == ["kk", "ru", "x-default"], "\(address)")
            #expect(links.values.contains(address))
            #expect(links["x-default"] == links["kk"])
            for other in links.values { #expect(byAddress[other] == links, "\(address)") }
            let path = String(address.dropFirst(Self.base.count)) + "index.html"
            let page = try SiteFixture.text(plan, path)
            for (language, href) in links {
                #expect(
                    page.contains(
                        "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(href)\">"
                    ),
                    "\(address)"
                )
            }
        }
    }

    @Test func datesAreThoseOfRecords() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        let root = try ParsedXML.root(SiteFixture.text(plan, "sitemap.xml"))
        var changed: [String: String] = [:]
        for url in root["url"] { changed[try url.only("loc")] = try url.only("lastmod") }
        #expect(changed[Self.base + "kk/privacy/"] == "2026-05-01T06:00:00Z")
        #expect(changed[Self.base + "kk/privacy/5/"] == "2026-05-01T06:00:00Z")
        #expect(changed[Self.base + "kk/privacy/4/changes/"] == "2026-04-15T07:30:00Z")
        #expect(changed[Self.base + "ru/rules/"] == "2026-04-30T19:00:00Z")
        #expect(changed[Self.base] == "2026-05-01T06:00:00Z")
    }

    @Test func editionsThatDoNotBindAreNotOffered() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        func head(_ path: String) throws -> String {
            let page = try SiteFixture.text(plan, path + "index.html")
            return String(page[..<(page.firstRange(of: "</head>")?.lowerBound ?? page.endIndex)])
        }
        for path in ["kk/privacy/1/", "kk/privacy/2/", "kk/privacy/3/", "kk/privacy/2/changes/"] {
            #expect(try head(path).contains("noindex"), "\(path)")
        }
        for path in ["", "kk/privacy/", "kk/privacy/4/", "kk/privacy/5/", "kk/rules/"] {
            #expect(try !head(path).contains("noindex"), "\(path)")
        }
        // The page of the edition in force by its number is a copy.
        #expect(
            try head("ru/privacy/4/")
                .contains("<link rel=\"canonical\" href=\"\(Self.base)ru/privacy/\">")
        )
    }

    @Test func aLargeSiteHasSeveralFiles() throws {
        let languages = try ["kk", "ru"].map { try #require(Language($0)) }
        let pages = (1...250)
            .map { number in
                Sitemap.Page(
                    addresses: languages.map { ($0, "\($0)/privacy/\(number)/") },
                    changed: SiteFixture.instant(Self.now)
                )
            }
        let baseURL = try BaseURL(Self.base)
        func map(_ limits: Sitemap.Limits) throws -> [String: String] {
            let sitemap = Sitemap(pages, baseURL: baseURL, first: languages[0], limits: limits)
            let files = sitemap.files(key: ContentKey(["x"]))
            return try Dictionary(
                uniqueKeysWithValues: files.map {
                    ($0.path, String(decoding: try $0.bytes(), as: UTF8.self))
                }
            )
        }
        #expect(try map(.standard).keys.sorted() == ["sitemap.xml"])
        for limits in [Sitemap.Limits(pages: 64, bytes: 1 << 20), .init(pages: 500, bytes: 9_000)] {
            let files = try map(limits)
            let index = try ParsedXML.root(try #require(files["sitemap.xml"]))
            #expect(index.name == "sitemapindex")
            var found: [String] = []
            for sitemap in index["sitemap"] {
                let name = try sitemap.only("loc").replacing(Self.base, with: "")
                let text = try #require(files[name])
                #expect(text.utf8.count <= limits.bytes)
                let urls = try ParsedXML.root(text)["url"]
                #expect((1...limits.pages).contains(urls.count))
                found += try urls.map { try $0.only("loc") }
            }
            #expect(files.count == index["sitemap"].count + 1)
            #expect(found == pages.flatMap { $0.addresses.map { Self.base + $0.path } })
        }
        #expect(try map(Sitemap.Limits(pages: 64, bytes: 1 << 20)).count == 9)
    }

    @Test func oneLanguageNeedsNoAlternates() async throws {
        let fixture = try SiteFixture()
        try fixture.add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        try fixture.write(
            try fixture.text("policies/rules/policy.yaml").replacing("[kk, ru]", with: "[kk]")
                .replacing(", ru: Правила сайта", with: "")
                .replacing(", ru: Фонд «Үміт»", with: ""),
            to: "policies/rules/policy.yaml"
        )
        try fixture.remove("policies/rules/1/ru.md")
        try fixture.publish("rules", 1, now: "2026-01-15T06:00:00Z")
        let plan = try await fixture.plan(at: Self.now)
        #expect(!(try SiteFixture.text(plan, "sitemap.xml")).contains("<xhtml:link"))
        #expect(!(try SiteFixture.text(plan, "index.html")).contains("x-default"))
    }
}
