import Foundation
import Kelisim
import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import KelisimSite

@Suite struct ParallelPageTests {
    private static let gap = "Бұл тілдегі мәтінде мұндай бөлік жоқ."

    private func page(_ path: String) async throws -> String {
        let plan = try await SiteFixture.full().plan(at: "2026-05-10T06:00:00Z")
        return try SiteFixture.text(plan, path)
    }

    private func writer(_ kk: PolicyText, _ ru: PolicyText) throws -> ParallelWriter {
        ParallelWriter(
            first: .init(text: kk, language: try #require(Language("kk"))),
            second: .init(text: ru, language: try #require(Language("ru"))),
            labels: try Theme.builtIn().clauseLabels(in: try #require(Language("kk"))),
            gap: Self.gap,
            notes: [[:], [:]]
        )
    }

    private func rows(_ writer: ParallelWriter) -> String {
        String(decoding: writer.rows(), as: UTF8.self)
    }

    private func text(_ markdown: String) throws -> PolicyText {
        try PolicyText(Array(markdown.utf8))
    }

    private func ids(_ html: String) -> [String] {
        html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    }

    /// What is read, without the links of clauses.
    private func words(_ html: some StringProtocol) -> [Substring] {
        String(html).replacing(/<(p|span) class="tools">.*?<\/\1>/, with: "")
            .replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
    }

    private func cells(_ rows: String, _ language: String) -> [Substring] {
        rows.split(separator: "<div class=\"pair")
            .flatMap { $0.split(separator: "<div class=\"side\" lang=\"").dropFirst() }
            .filter { $0.hasPrefix("\(language)\">") }
            .map { $0.dropFirst(language.count + 2) }
    }

    /// Every clause of both is there exactly once, in its order, and every anchor exactly once.
    private func expectWhole(_ kk: PolicyText, _ ru: PolicyText) throws {
        let articles = [kk, ru].map { String(decoding: $0.html(language: nil), as: UTF8.self) }
        let writer = try writer(kk, ru)
        let html = rows(writer)
        #expect(ids(html).count == Set(ids(html)).count)
        #expect(Set(ids(html)) == Set(articles.flatMap(ids)))
        #expect(html.matches(of: /<h1/).count == articles[0].matches(of: /<h1/).count)
        let gap = words(Self.gap)
        let filled = { (language: String) in
            cells(html, language).map(words).filter { $0 != gap }
        }
        #expect(filled("kk").flatMap(\.self) == words(articles[0]))

        let rows = ParallelRow.rows(
            (kk.tree, kk.htmlBlocks().blocks),
            (ru.tree, ru.htmlBlocks(after: kk.tree).blocks)
        )
        #expect(rows.count == html.matches(of: /<div class="pair/).count)
        #expect(rows.compactMap(\.first).flatMap(\.clauses) == Array(kk.tree.clauses.indices))
        let second = rows.compactMap(\.second).flatMap(\.clauses)
        #expect(second.sorted() == Array(ru.tree.clauses.indices))
        if second == second.sorted() {
            #expect(filled("ru").flatMap(\.self) == words(articles[1]))
        }
        for row in rows {
            for (block, text) in [(row.first, kk), (row.second, ru)] {
                guard let block else { continue }
                #expect(text.tree.clauses[block.clauses.lowerBound].id == row.id)
            }
        }
    }

    @Test func everyPairOfLanguagesHasItsPage() async throws {
        let kazakh = try await page("kk/privacy/2/kk-ru.html")
        #expect(kazakh.contains("<html lang=\"kk\""))
        #expect(kazakh.contains("legal/kk/privacy/2/kk-ru.html\">"))
        #expect(kazakh.contains("<li><a href=\"../../../ru/privacy/2/ru-kk.html\" hreflang=\"ru\""))
        #expect(kazakh.contains("<li><a href=\"./\" hreflang=\"kk\" lang=\"kk\">Қазақша</a>"))
        #expect(kazakh.contains(">Құжат</h1>"))
        #expect(kazakh.contains("<p class=\"h1\">Документ</p>"))
        #expect(kazakh.contains("aria-label=\"1.1-тармаққа сілтеме\""))
        let russian = try await page("ru/privacy/2/ru-kk.html")
        #expect(russian.contains(">Документ</h1>") && russian.contains(">Құжат</p>"))
    }

    @Test func printedPagesNameTheEditionTheDayAndTheDigests() async throws {
        let parallel = try await page("kk/privacy/2/kk-ru.html")
        let both = [(SiteFixture.kk(2), "kk"), (SiteFixture.ru(2), "ru")]
            .map { "SHA-256 \(Digest(of: Array($0.0.utf8)).hex) (\($0.1))&#10;" }
        #expect(parallel.contains(" data-digest=\"\(both.joined())\">"))
        let edition = try await page("ru/privacy/1/index.html")
        let title = "Политика конфиденциальности · Редакция № 1 · 10 января 2026 года"
        let digest = Digest(of: Array(SiteFixture.ru(1).utf8)).hex
        #expect(
            edition.contains(
                "<html lang=\"ru\" data-imprint=\"\(title)\" data-digest=\"SHA-256 \(digest)\">"
            )
        )
    }

    @Test func theTextAndTheEditionInForceLeadThere() async throws {
        let edition = try await page("kk/privacy/2/index.html")
        #expect(edition.contains("<a href=\"kk-ru.html\">Екі тілде қатар</a>"))
        let current = try await page("ru/privacy/index.html")
        #expect(current.contains("<a href=\"4/ru-kk.html\">На двух языках рядом</a>"))
    }

    @Test func theUnofficialTextIsMarked() async throws {
        let page = try await page("ru/privacy/1/ru-kk.html")
        #expect(page.contains("Русский</a> <span class=\"mark\">неофициальный перевод</span>"))
        #expect(page.contains("<strong class=\"state\">Неофициальный перевод</strong>"))
        #expect(page.contains("<strong class=\"state\">Бейресми аударма</strong>"))
        let official = try await self.page("ru/privacy/2/ru-kk.html")
        #expect(!official.contains("class=\"mark\"") && !official.contains("banner unofficial"))
    }

    @Test func whatOnlyOneTextHasStandsBesideANote() throws {
        let kk = try text("# Т\n\n## 1. А\n\n1.1. Бір.\n\n1.2. Екі.\n\n1.3. Үш.\n")
        let ru = try text("# Т\n\n## 1. А\n\n1.1. Раз.\n\n1.1-1. Ещё.\n\n1.3. Три.\n\n## 2. Б\n")
        let rows = rows(try writer(kk, ru))
        #expect(
            cells(rows, "kk").map { $0.contains(Self.gap) }
                == [false, false, false, true, false, false, true]
        )
        #expect(
            cells(rows, "ru").map { $0.contains(Self.gap) }
                == [false, false, false, false, true, false, false]
        )
        #expect(rows.contains("<p class=\"gap\" lang=\"kk\">"))
        #expect(rows.contains("<p class=\"h2\"><span class=\"number\">1.</span> А</p>"))
        #expect(rows.contains("<h2 id=\"2\"><span class=\"number\">2.</span> Б</h2>"))
        try expectWhole(kk, ru)
        try expectWhole(ru, kk)
    }

    @Test func aClauseAtAnotherPlaceStaysBesideItsTwin() throws {
        let kk = try text("1.1. Бір.\n\n1.2. Екі.\n")
        let ru = try text("1.2. Два.\n\n1.1. Раз.\n")
        let rows = rows(try writer(kk, ru))
        #expect(cells(rows, "ru").map { words($0).last } == ["Раз.", "Два."])
        try expectWhole(kk, ru)
    }

    @Test func referencesOfBothTextsFindTheirClause() async throws {
        let page = try await page("kk/privacy/2/kk-ru.html")
        let anchors = Set(ids(page))
        let targets = page.matches(of: /class="reference" href="#([^"]*)"/).map { String($0.1) }
        #expect(targets.count == 4)
        #expect(anchors.isSuperset(of: targets))
    }

    @Test(arguments: [1, 2]) func theRealPolicyIsWhole(_ edition: Int) throws {
        let folder = "\(Project.root)/policies/privacy/\(edition)"
        let texts = try ["kk", "ru"]
            .map {
                try PolicyText(Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0).md"))))
            }
        try expectWhole(texts[0], texts[1])
        try expectWhole(texts[1], texts[0])
    }

    /// The texts of the real policy, each without some of its blocks.
    @Test(arguments: 0..<24) func textsThatDifferAreWhole(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let texts = try ["kk", "ru"]
            .map { language in
                let file = "\(Project.root)/policies/privacy/1/\(language).md"
                let blocks = try String(contentsOfFile: file, encoding: .utf8)
                    .split(separator: "\n\n")
                let rest = blocks.filter { _ in random.below(8) > 0 }
                return try text(rest.joined(separator: "\n\n") + "\n")
            }
        try expectWhole(texts[0], texts[1])
    }

    @Test func notesStandUnderTheirRow() throws {
        let kk = try text("1.1. Бір.\n\n1.2. Екі.\n")
        let ru = try text("1.1. Раз.\n\n1.2. Два.\n")
        let writer = ParallelWriter(
            first: .init(text: kk, language: try #require(Language("kk"))),
            second: .init(text: ru, language: try #require(Language("ru"))),
            labels: nil,
            gap: Self.gap,
            notes: [[:], ["1.2": "<span>!</span>"]]
        )
        let rows = rows(writer).split(separator: "<div class=\"pair")
        #expect(rows.map { $0.hasPrefix(" marked\">") } == [false, true])
        #expect(rows[1].contains("<p class=\"remark\"><span>!</span></p>"))
    }
}
