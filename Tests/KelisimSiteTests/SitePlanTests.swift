import Foundation
import Kelisim
import KelisimLog
import Testing

@testable import KelisimSite

@Suite struct SitePlanTests {
    private static let now = "2026-05-10T06:00:00Z"

    @Test func everyPageHasItsPlace() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        var expected = [
            "404.html", "index.html", "kk/index.html", "policies.json", "ru/index.html",
            "sitemap.xml", "static/redline.css", "static/style.css",
        ]
        for language in ["kk", "ru"] {
            for (policy, editions) in [("privacy", 1...5), ("rules", 1...1)] {
                let folder = "\(language)/\(policy)"
                expected += ["index.html", "history/index.html", "feed.xml"]
                    .map { "\(folder)/\($0)" }
                for number in editions {
                    let other = language == "kk" ? "ru" : "kk"
                    let names = [
                        "index.html", "text.md", "\(policy)-\(language).html",
                        "\(language)-\(other).html",
                    ]
                    expected += names.map { "\(folder)/\(number)/\($0)" }
                    let changes = ["index.html", "\(policy)-\(number)-\(language).csv"]
                    if number > 1 {
                        expected += changes.map { "\(folder)/\(number)/changes/\($0)" }
                    }
                }
            }
        }
        #expect(plan.files.map(\.path).sorted() == expected.sorted())
    }

    @Test func theSameInputGivesTheSameBytes() async throws {
        let fixture = try SiteFixture.full()
        let first = try await fixture.plan(at: Self.now)
        let second = try await fixture.plan(at: Self.now)
        #expect(try SiteFixture.contents(first) == SiteFixture.contents(second))
        #expect(first.files.map(\.key) == second.files.map(\.key))
    }

    @Test func textsAreTheExactBytesAndDigestsAreRight() async throws {
        let fixture = try SiteFixture.full()
        let plan = try await fixture.plan(at: Self.now)
        let text = try SiteFixture.text(plan, "ru/privacy/2/text.md")
        #expect(text == SiteFixture.ru(2))
        let page = try SiteFixture.text(plan, "ru/privacy/2/index.html")
        #expect(page.contains(Digest(of: Array(text.utf8)).hex))
        #expect(page.contains("href=\"text.md\""))
        _ = try await fixture.writer.write(plan)
        let manifest = try fixture.text("out/manifest.json")
        let object = try JSONSerialization.jsonObject(with: Data(manifest.utf8)) as? [String: Any]
        let digests = try #require(object?["files"] as? [String: String])
        #expect(digests.count == plan.files.count)
        for file in plan.files {
            #expect(digests[file.path] == Digest(of: try file.bytes()).description)
        }
    }

    @Test func draftsAndDeploySlotsAreNotThere() async throws {
        let fixture = try SiteFixture.full()
        let before = try await fixture.plan(at: Self.now)
        #expect(before.file("kk/privacy/6/index.html") == nil)
        #expect(!before.files.contains { $0.path.contains("cookies") })
        #expect(
            try !before.files.contains {
                String(decoding: try $0.bytes(), as: UTF8.self).contains("privacy/6")
            }
        )
        let after = try await fixture.plan(at: "2026-07-01T04:00:00Z")
        #expect(after.file("kk/privacy/6/index.html") != nil)
        let early = try await fixture.plan(at: "2026-01-01T00:00:00Z")
        #expect(early.file("kk/privacy/index.html") == nil)
        #expect(try SiteFixture.text(early, "index.html").contains("Әзірге бірде-бір құжат"))
    }

    @Test func aSiteSaysWhenItGoesStale() async throws {
        let fixture = try SiteFixture.full()
        for (instant, next) in [
            ("2026-01-01T00:00:00Z", "2026-01-09T19:00:00Z"),
            ("2026-04-15T07:30:00Z", "2026-04-20T06:00:00Z"),
            ("2026-04-20T06:00:00Z", "2026-04-30T19:00:00Z"),
            (Self.now, "2026-07-01T04:00:00Z"),
            ("2026-07-01T04:00:00Z", "2026-08-31T19:00:00Z"),
            ("2026-09-01T00:00:00Z", "2026-10-01T04:00:00Z"),
        ] {
            let plan = try await fixture.plan(at: instant)
            #expect(plan.staleAfter?.description == next, "\(instant)")
            let json = try SiteFixture.text(plan, "policies.json")
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
            #expect(object?["staleAfter"] as? String == next)
        }
        let last = try await fixture.plan(at: "2026-10-01T04:00:00Z")
        #expect(last.staleAfter == nil)
        let json = try SiteFixture.text(last, "policies.json")
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["staleAfter"] is NSNull)
    }

    @Test func programsLearnEverythingFromPoliciesJSON() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        let json = try SiteFixture.text(plan, "policies.json")
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let policies = try #require(object?["policies"] as? [[String: Any]])
        #expect(policies.map { $0["policy"] as? String } == ["privacy", "rules"])
        #expect(policies[0]["inForce"] as? Int == 4)
        #expect(policies[0]["upcoming"] as? [Int] == [5])
        #expect(policies[0]["repealed"] is NSNull)
        let editions = try #require(policies[0]["editions"] as? [[String: Any]])
        #expect(
            editions.map { $0["state"] as? String } == [
                "superseded", "superseded", "cancelled", "in force", "upcoming",
            ]
        )
        #expect(editions[1]["publishedAt"] as? String == "2026-03-01T06:00:00Z")
        #expect(editions[1]["effectiveAt"] as? String == "2026-03-11T19:00:00Z")
        let backdated = try #require(editions[0]["backdated"] as? [String: String])
        #expect(backdated["recordedAt"] == "2026-02-01T06:00:00Z")
        let texts = try #require(editions[0]["texts"] as? [String: [String: Any]])
        #expect(texts["ru"]?["official"] as? Bool == false)
        #expect(texts["ru"]?["url"] as? String == "https://example.kz/legal/ru/privacy/1/")
        #expect(
            texts["ru"]?["markdown"] as? String == "https://example.kz/legal/ru/privacy/1/text.md"
        )
        let digest = Digest(of: Array(SiteFixture.ru(1).utf8))
        #expect(texts["ru"]?["digest"] as? String == digest.description)
        let repealed = try #require(policies[1]["repealed"] as? [String: Any])
        #expect(repealed["replacedBy"] as? String == "privacy")
        #expect(policies[1]["inForce"] is NSNull)
    }

    @Test func aRepositoryWithErrorsIsRefused() async throws {
        let fixture = try SiteFixture.full()
        let text = try fixture.text("policies/privacy/1/kk.md")
        try fixture.write(text + "\n", to: "policies/privacy/1/kk.md")
        let found = await findings { try await fixture.plan(at: Self.now) }
        #expect(found?.contains { $0.place.file.hasSuffix("privacy/1/kk.md") } == true)
    }

    @Test func theErrorsOfADraftDoNotStopASite() async throws {
        let fixture = try SiteFixture.full()
        let before = try await fixture.plan(at: Self.now)
        try fixture.write("effective: some day\n", to: "policies/cookies/1/edition.yaml")
        try fixture.write("nonsense\n", to: "policies/privacy/7/edition.yaml")
        let after = try await fixture.plan(at: Self.now)
        #expect(try SiteFixture.contents(before) == SiteFixture.contents(after))
    }

    @Test func aRecordThatIsGoneStopsASite() async throws {
        let fixture = try SiteFixture.full()
        try fixture.remove("policies/privacy/2/publication.json")
        #expect(await findings { try await fixture.plan(at: Self.now) } != nil)
    }

    @Test func contextsHaveExactlyTheShapesThatTemplatesAreCheckedAgainst() async throws {
        let fixture = try SiteFixture.full()
        let repository = try Repository.read(fixture.policies)
        let instant = SiteFixture.instant(Self.now)
        let outlines = repository.policies.compactMap { PolicyOutline($0, at: instant) }
        let languages = ["kk", "ru"].compactMap { Language($0) }
        let model = SiteModel(
            theme: try Theme.builtIn(),
            baseURL: try BaseURL("https://example.kz"),
            languages: languages,
            first: languages[0]
        )
        for outline in outlines {
            let facts = outline.facts(replacement: outlines.first)
            let contexts = PolicyContexts(model, facts, languages[1], at: "ru/x/")
            expect(contexts.policy(of: outline.newest), PageShape.policy, "policy")
            for item in outline.items {
                expect(contexts.edition(item), PageShape.edition, "edition")
            }
        }
        let frame = model.frame("x", languages[0], at: "kk/", alternates: [])
        expect(frame, PageShape.frame, "frame")
    }

    private func expect(
        _ context: TemplateContext,
        _ shape: [String: TemplateShape],
        _ path: String
    ) {
        #expect(context.names.sorted() == shape.keys.sorted(), "\(path)")
        for name in context.names {
            switch (context[name], shape[name]) {
            case (.text(let text), .group): #expect(text.isEmpty, "\(path).\(name)")
            case (.text, .text), (.markup, .markup), (.block, .markup), (.flag, .flag): break
            case (.group(let inner), .group(let members)): expect(inner, members, "\(path).\(name)")
            case (.list(let items), .list(let members)):
                for item in items { expect(item, members, "\(path).\(name)") }
            default: Issue.record("\(path).\(name) has another shape")
            }
        }
    }
}
