import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct FeedTests {
    private static let now = "2026-05-10T06:00:00Z"

    private func feed(
        _ fixture: SiteFixture,
        _ path: String = "ru/privacy/feed.xml",
        at instant: String = now
    ) async throws -> ParsedXML.Element {
        try ParsedXML.root(SiteFixture.text(await fixture.plan(at: instant), path))
    }

    private func ids(_ feed: ParsedXML.Element) throws -> [String] {
        try feed["entry"].map { try $0.only("id") }
    }

    @Test func everythingThatHappenedIsThereNewestFirst() async throws {
        let feed = try await feed(SiteFixture.full())
        let page = "https://example.kz/legal/ru/privacy/"
        #expect(
            try ids(feed) == [
                page + "5/", page + "4/", page + "3/#cancelled", page + "3/", page + "2/",
                page + "1/",
            ]
        )
        let updated = try feed["entry"].map { try $0.only("updated") }
        #expect(updated == updated.sorted().reversed())
        #expect(try feed.only("updated") == "2026-05-01T06:00:00Z")
        #expect(feed.attributes["xml:lang"] == "ru")
        let author = try #require(feed["author"].first)
        #expect(try author.only("name") == "Фонд «Үміт»")
        #expect(try author.only("uri") == "https://example.kz/")
        let selfLink = feed["link"].first { $0.attributes["rel"] == "self" }
        #expect(selfLink?.attributes["href"] == page + "feed.xml")
        #expect(try feed.only("id") == page + "feed.xml")
        let pages = feed["link"].filter { $0.attributes["rel"] == "alternate" }
        #expect(pages.map { $0.attributes["hreflang"] } == ["ru", "kk"])
    }

    @Test func anEntryLeadsToTheEditionAndToItsChanges() async throws {
        let entries = try await feed(SiteFixture.full())["entry"]
        let fifth = try #require(entries.first)
        #expect(try fifth.only("title") == "Редакция № 5. Размещена на сайте")
        #expect(try fifth.only("summary") == "Уточнён текст <b>.")
        let links = fifth["link"].map { [$0.attributes["rel"], $0.attributes["href"]] }
        let page = "https://example.kz/legal/ru/privacy/5/"
        #expect(links == [["alternate", page], ["related", page + "changes/"]])
        let cancelled = entries[2]
        #expect(try cancelled.only("title") == "Редакция № 3. Отменена до вступления в силу")
        #expect(try cancelled.only("updated") == "2026-04-10T06:00:00Z")
        // A backdated edition is news on the day of the record.
        let first = try #require(entries.last)
        #expect(try first.only("published") == "2026-01-09T19:00:00Z")
        #expect(try first.only("updated") == "2026-02-01T06:00:00Z")
        #expect(first["link"].count == 1)
    }

    @Test func theEndOfAPolicyIsNews() async throws {
        let feed = try await feed(SiteFixture.full(), "kk/rules/feed.xml")
        let first = try #require(feed["entry"].first)
        #expect(try first.only("id") == "https://example.kz/legal/kk/rules/#repealed")
        #expect(try first.only("updated") == "2026-04-20T06:00:00Z")
        #expect(try first.only("title") == "Құжат күшін жояды")
    }

    @Test func whatIsRecordedLaterChangesNoEntry() async throws {
        let fixture = try SiteFixture.full()
        func entries(_ instant: String) async throws -> [String] {
            let text = try SiteFixture.text(
                await fixture.plan(at: instant),
                "kk/privacy/feed.xml"
            )
            return text.components(separatedBy: "<entry>").dropFirst()
                .map { $0.replacing("</feed>\n", with: "") }
        }
        let instants = [
            "2026-02-01T06:00:00Z", "2026-03-12T00:00:00Z", "2026-04-20T00:00:00Z", Self.now,
            "2026-07-01T04:00:00Z", "2026-12-01T00:00:00Z",
        ]
        var earlier: [String] = []
        for instant in instants {
            let now = try await entries(instant)
            #expect(Array(now.suffix(earlier.count)) == earlier || earlier.allSatisfy(now.contains))
            #expect(Set(now).count == now.count)
            earlier = now
        }
        #expect(earlier.count == 7)
        // Nothing but records makes a feed change, not even an edition's coming into force.
        #expect(try await entries("2026-07-02T00:00:00Z") == entries("2026-12-01T00:00:00Z"))
    }

    @Test func aFeedHasAtMostFiftyEntries() async throws {
        let fixture = try SiteFixture()
        try fixture.add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        try fixture.publish("rules", 1, now: "2026-01-01T06:00:00Z")
        for number in 2...55 {
            try fixture.add(
                "rules",
                edition: number,
                "effective: on publication\nchange: notice\nsummary: {kk: Өзгеріс., ru: Правка.}\n"
            )
            try fixture.publish(
                "rules",
                number,
                now:
                    "2026-01-\(number / 24 + 10)T\(number % 24 < 10 ? "0" : "")\(number % 24):00:00Z"
            )
        }
        let feed = try await feed(fixture, "ru/rules/feed.xml")
        let ids = try ids(feed)
        #expect(ids.count == 50)
        #expect(ids.first == "https://example.kz/legal/ru/rules/55/")
        #expect(ids.last == "https://example.kz/legal/ru/rules/6/")
    }

    @Test func pagesOfThePolicyNameTheFeed() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for (path, href) in [
            ("ru/privacy/", "feed.xml"), ("ru/privacy/2/", "../feed.xml"),
            ("ru/privacy/history/", "../feed.xml"), ("ru/privacy/2/changes/", "../../feed.xml"),
        ] {
            let page = try SiteFixture.text(plan, path + "index.html")
            #expect(
                page.contains("type=\"application/atom+xml\" title=")
                    && page.contains(" href=\"\(href)\">"),
                "\(path)"
            )
        }
        #expect(!(try SiteFixture.text(plan, "index.html")).contains("atom+xml"))
    }
}
