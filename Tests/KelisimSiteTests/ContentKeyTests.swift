import Foundation
import Kelisim
import KelisimLog
import Testing

@testable import KelisimSite

/// What a build may skip rests on this: files with equal keys have equal bytes.
@Suite struct ContentKeyTests {
    /// Just before, at and after everything that happens in ``SiteFixture``.
    private static let instants = [
        "2026-01-09T18:59:59.999Z", "2026-01-09T19:00:00Z", "2026-03-01T06:00:00Z",
        "2026-03-11T18:59:59.999Z", "2026-03-11T19:00:00Z", "2026-04-01T06:00:00Z",
        "2026-04-10T06:00:00Z", "2026-04-15T07:30:00Z", "2026-04-20T06:00:00Z",
        "2026-04-30T19:00:00Z", "2026-05-01T06:00:00Z", "2026-07-01T04:00:00Z",
        "2026-08-01T06:00:00Z", "2026-08-31T19:00:00Z", "2026-10-01T04:00:00Z",
    ]

    private struct Place: Hashable {
        let path: String
        let key: ContentKey
    }

    private static func addSeventh(to fixture: SiteFixture) throws {
        let summary = "summary: {kk: Мәтін нақтыланды., ru: Текст уточнён.}\n"
        try fixture.add(
            "privacy",
            edition: 7,
            "effective: 2026-12-01\nchange: notice\n" + summary
        )
        try fixture.publish("privacy", 7, now: "2026-08-01T06:00:00Z")
    }

    @Test func filesWithEqualKeysHaveEqualBytes() async throws {
        let fixture = try SiteFixture.full()
        let larger = try SiteFixture.full()
        try Self.addSeventh(to: larger)
        try larger.add("terms", edition: 1, "effective: on publication\nchange: reconsent\n")
        try larger.publish("terms", 1, now: "2026-05-05T06:00:00Z")
        var digests: [Place: Digest] = [:]
        var repeated = 0
        var keys: [String: Set<ContentKey>] = [:]
        func take(_ plan: SitePlan, _ from: String) throws {
            let shelf = TextShelf()
            for file in plan.files {
                let digest = Digest(of: try file.bytes(with: shelf))
                let place = Place(path: file.path, key: file.key)
                if let other = digests[place] {
                    #expect(other == digest, "\(file.path) at \(from)")
                    repeated += 1
                }
                digests[place] = digest
                keys[file.path, default: []].insert(file.key)
            }
        }
        for instant in Self.instants {
            try take(try await fixture.plan(at: instant), instant)
            try take(try await larger.plan(at: instant), "\(instant), larger")
        }
        try take(
            try await fixture.plan(at: "2026-05-10T06:00:00Z", baseURL: "https://example.org"),
            "another address"
        )
        // It was worth while: keys recur, and what changes has several.
        #expect(repeated > 500)
        for path in ["kk/privacy/2/index.html", "ru/privacy/index.html", "sitemap.xml"] {
            #expect((keys[path]?.count ?? 0) > 3, "\(path)")
        }
        // Texts never change; files to keep only with the address of the site, which is in them.
        #expect(keys["kk/privacy/2/text.md"]?.count == 1)
        #expect(keys["kk/privacy/2/privacy-kk.html"]?.count == 2)
    }

    @Test func anotherEditionLeavesTheOthersAsTheyAre() async throws {
        let fixture = try SiteFixture.full()
        let instant = "2026-08-01T06:00:00Z"
        let before = try SiteFixture.contents(await fixture.plan(at: instant))
        try Self.addSeventh(to: fixture)
        let after = try SiteFixture.contents(await fixture.plan(at: instant))
        let changed = before.keys.filter { before[$0] != after[$0] }
        var expected = ["index.html", "kk/index.html", "ru/index.html", "policies.json"]
        expected.append("sitemap.xml")
        for language in ["kk", "ru"] {
            // Of the sixth edition it is now known how long it will bind.
            let pages = ["index.html", "history/index.html", "feed.xml", "6/index.html"]
            expected += pages.map { "\(language)/privacy/\($0)" }
        }
        #expect(changed.sorted() == expected.sorted())
        let added = Set(after.keys).subtracting(before.keys)
        #expect(added.count >= 8 && added.allSatisfy { $0.contains("/privacy/7/") })
    }
}
