import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct NotFoundPageTests {
    @Test(arguments: [("https://example.kz", "/"), ("https://example.kz/legal/", "/legal/")])
    func itsLinksWorkAtAnyDepth(_ baseURL: String, _ root: String) async throws {
        let fixture = try SiteFixture.full()
        let plan = try await fixture.plan(at: "2026-05-10T06:00:00Z", baseURL: baseURL)
        let page = try SiteFixture.text(plan, "404.html")
        let paths = Set(plan.files.map(\.path))
        var count = 0
        for match in page.matches(of: /href="([^"]*)"/) where match.1 != "#page_content" {
            #expect(match.1.hasPrefix(root), "\(match.1)")
            let path = String(match.1.dropFirst(root.count))
            let isFolder = path.isEmpty || path.hasSuffix("/")
            #expect(paths.contains(isFolder ? path + "index.html" : path), "\(path)")
            count += 1
        }
        #expect(count >= 4)
        #expect(page.contains("<link rel=\"stylesheet\" href=\"\(root)static/style.css\">"))
    }

    @Test func itSpeaksEveryLanguageAndIsNotListed() async throws {
        let plan = try await SiteFixture.full().plan(at: "2026-05-10T06:00:00Z")
        let page = try SiteFixture.text(plan, "404.html")
        #expect(page.contains("<html lang=\"kk\">"))
        #expect(page.contains("<h1>Мұндай бет жоқ</h1>"))
        #expect(page.contains("<p lang=\"ru\"><strong>Такой страницы нет.</strong>"))
        #expect(page.contains("noindex"))
        #expect(!page.contains("canonical") && !page.contains("rel=\"alternate\""))
    }
}
