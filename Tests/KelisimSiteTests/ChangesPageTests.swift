import Foundation
import Kelisim
import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import KelisimSite

@Suite struct ChangesPageTests {
    private static let now = "2026-05-10T06:00:00Z"

    private func section(_ old: String, _ new: String) throws -> String {
        let comparison = TextComparison(
            try ComparedText(Array(old.utf8)),
            try ComparedText(Array(new.utf8))
        )
        let words = RedlineWords.words(in: "ru")
        let html = RedlineSection(comparison, language: "ru", words: words).html()
        return String(decoding: html, as: UTF8.self)
    }

    @Test func theSameTextHasNoChanges() throws {
        let text = SiteFixture.kk(1)
        let html = try section(text, text)
        #expect(html.contains("Тексты одинаковы"))
        // The text itself, which can be unfolded.
        #expect(html.contains("<article") && html.contains("<details"))
        #expect(!html.contains("<table") && !html.contains("<ins") && !html.contains("<del"))
    }

    @Test func everyChangeIsListedAndLinkedTo() throws {
        let html = try section(
            "# П\n\n1.1. Оператор хранит данные тридцать дней со дня отказа.\n\n1.2. Прежний пункт исключён <b>.\n",
            "# П\n\n1.1. Оператор хранит данные сорок дней со дня отказа.\n\n1.3. Совсем новое положение о сроках.\n"
        )
        let links = html.matches(of: /<a href="#(change-\d+)">/).map { String($0.output.1) }
        #expect(Set(links).count == 3)
        for link in links { #expect(html.contains("id=\"\(link)\"")) }
        #expect(html.contains("<td class=\"count\">−1</td><td class=\"count\">+1</td>"))
        #expect(html.contains("aria-label=\"Следующее изменение\""))
        #expect(!html.contains("<b>"))
    }

    @Test func anEditorialEditionSaysWhyItIsOne() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for path in ["ru/privacy/4/index.html", "ru/privacy/4/changes/index.html"] {
            let page = try SiteFixture.text(plan, path)
            #expect(page.contains("Другой только номер &lt;b&gt;."), "\(path)")
            #expect(page.contains("Почему правка редакционная"), "\(path)")
        }
        let other = try SiteFixture.text(plan, "ru/privacy/2/index.html")
        #expect(!other.contains("Почему правка редакционная"))
    }

    @Test func movedTextLinksBothEnds() throws {
        let clauses = (1...5)
            .map { "\($0)-қағида деректерді қорғау мен сақтау тәртібі \($0 * 31).\n\n" }
        let html = try section(clauses.joined(), (clauses[1...] + clauses[..<1]).joined())
        #expect(html.contains("href=\"#change-1_from\""))
        #expect(html.contains("id=\"change-1_from\""))
        #expect(html.contains("новое место: <a href=\"#change-1\">"))
        #expect(!html.contains("<article class=\"text redline\" lang=\"ru\">\n<ins>"))
    }

    @Test func signsAreListedApartWithTheirCodePoints() throws {
        let html = try section(
            "1.1. Оператор \"Сайт\" хранит данные тридцать дней.\n",
            "1.1. Оператор «Сайт» хранит данные тридцать дней.\n"
        )
        #expect(html.contains("<details class=\"minor-changes\">"))
        #expect(html.contains("U+0022") && html.contains("U+00AB"))
        #expect(html.contains("id=\"hide_minor\""))
        #expect(!html.contains("<table class=\"change-list\">"))
    }

    @Test func newNumbersAreOneLine() throws {
        let clauses = (1...6).map { "Положение о порядке хранения сведений номер \($0 * 17)." }
        let old = clauses.enumerated().map { "2.\($0.offset + 1). \($0.element)\n\n" }.joined()
        let new = (["Совершенно иной пункт, которого не было раньше."] + clauses).enumerated()
            .map { "2.\($0.offset + 1). \($0.element)\n\n" }.joined()
        let html = try section(old, new)
        #expect(html.contains("2.1. – 2.6. → 2.2. – 2.7.</a>"), "\(html)")
    }

    @Test func unchangedClausesAreFoldedBetweenChanges() throws {
        let clauses = (1...9)
            .map { "1.\($0). Положение о порядке хранения сведений номер \($0 * 17).\n\n" }
        let html = try section(clauses.joined(), clauses.joined() + "1.10. Новое правило.\n\n")
        #expect(html.contains("<summary data-redline=\"aid\">Без изменений: 1.1. – 1.8.</summary>"))
    }

    @Test func apparatusChangesNothingThatIsRead() throws {
        var judge = RedlineJudge()
        for (index, pair) in try SiteFixture.pairs().enumerated() {
            let texts = try pair.map { try ComparedText($0) }
            let comparison = TextComparison(texts[0], texts[1])
            let entries = RedlineEntry.entries(of: comparison)
            let frames = RedlineFrames(
                comparison,
                entries,
                RedlineWords.words(in: "kk"),
                RedlineAnchors(comparison.new, count: entries.count)
            )
            judge.add(
                "frames-\(index)",
                judgesWords: true,
                old: PolicyText(texts[0].document).html(language: nil),
                new: PolicyText(texts[1].document).html(language: nil),
                redline: comparison.redlineHTML(language: nil, context: 1, shift: 0, frames)
            )
        }
        #expect(judge.count > 0)
        let problems = try judge.problems()
        #expect(problems == "")
    }

    @Test func oneFileAsksForNothingFromElsewhere() throws {
        let comparison = TextComparison(
            try ComparedText(Array("1.1. Бір.\n".utf8)),
            try ComparedText(Array("1.1. Екі ![x](a.png).\n".utf8))
        )
        let html = String(
            decoding: RedlineDocument.html(
                comparison,
                language: "kk",
                title: "С & П",
                oldName: "1-редакция",
                newName: "2-редакция"
            ),
            as: UTF8.self
        )
        let style = try #require(html.firstMatch(of: /<style>((?s).*?)<\/style>/)).output.1
        let hash = Data(Digest(of: Array(style.utf8)).bytes).base64EncodedString()
        #expect(
            html.contains("style-src &#x27;sha256-\(hash)&#x27;")
                || html.contains("style-src 'sha256-\(hash)'")
        )
        #expect(html.contains("<title>С &amp; П: 1-редакция → 2-редакция</title>"))
        #expect(!html.contains("<script") && !html.contains("<link"))
    }

    @Test func thePageShowsWhatAnEditionChanged() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        let page = try SiteFixture.text(plan, "ru/privacy/2/changes/index.html")
        #expect(
            page.contains(
                "<a href=\"../../1/\">редакция № 1</a> → <a href=\"../\">редакция № 2</a>"
            )
        )
        #expect(
            page.contains("1.2. Номер редакции <del>1</del><ins>2</ins>.")
                || page.contains("<ins>2")
        )
        #expect(page.contains("static/redline.css"))
        #expect(page.contains("Уточнён текст &lt;b&gt;."))
    }

    @Test func editionsAreComparedWithTheOneBeforeThemOnTheTimeline() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        // Edition 3 was cancelled; it would have replaced the fourth, which came into force before.
        for (number, before) in [(3, 4), (4, 2), (5, 4)] {
            let page = try SiteFixture.text(plan, "kk/privacy/\(number)/changes/index.html")
            #expect(page.contains("<a href=\"../../\(before)/\">\(before)-редакция</a> →"))
        }
    }

    @Test func aFirstEditionHasNoChangesAndNothingLeadsToThem() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for path in ["kk/privacy/1/", "kk/rules/1/", "kk/rules/history/"] {
            #expect(plan.file(path + "changes/index.html") == nil)
            #expect(!(try SiteFixture.text(plan, path + "index.html")).contains("changes/"))
        }
        let second = try SiteFixture.text(plan, "kk/privacy/2/index.html")
        #expect(second.contains("<a href=\"changes/\">Өзгерген тармақтар</a>"))
        let history = try SiteFixture.text(plan, "kk/privacy/history/index.html")
        #expect(history.contains("<a href=\"../2/changes/\">Өзгерген тармақтар</a>"))
    }
}

extension SiteFixture {
    /// Pairs of texts: those of the fixture, and the twelve cases where they are.
    fileprivate static func pairs() throws -> [[[UInt8]]] {
        var pairs = [[Array(kk(1).utf8), Array(kk(2).utf8)]]
        for number in ["04", "07", "11", "16", "23", "26", "28", "30", "45"] {
            guard let folder = Project.shared("cases/\(number)") else { continue }
            pairs.append(
                try ["old", "new"]
                    .map {
                        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0).md")))
                    }
            )
        }
        return pairs
    }
}
