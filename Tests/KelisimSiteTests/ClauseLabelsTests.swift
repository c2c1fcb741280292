import Kelisim
import KelisimText
import Testing

@testable import KelisimSite

@Suite struct ClauseLabelsTests {
    private static let text = """
        # Қағидалар

        ## Кіріспе & мақсат

        ## 1. Жалпы

        1.1. Бір.

        1.1.1. Бірдің бірі.

        1.1-1. Қосылған.

        ## 5-бап. Мерзім

        """

    private func labels(_ language: String) throws -> [String] {
        let labels = try Theme.builtIn().clauseLabels(in: try #require(Language(language)))
        return try self.labels(try #require(labels))
    }

    private func labels(_ labels: ClauseLabels) throws -> [String] {
        let text = try PolicyText(Array(Self.text.utf8))
        return text.tree.clauses.indices.map { position in
            var html = HTMLBuffer()
            labels.write(position, of: text, to: &html)
            return String(decoding: html.bytes, as: UTF8.self)
        }
    }

    @Test func clausesAreCalledByWhatTheyAre() throws {
        #expect(
            try labels("kk").dropFirst() == [
                "Сілтеме: Кіріспе &amp; мақсат", "1-бөлімге сілтеме", "1.1-тармаққа сілтеме",
                "1.1.1-тармақшаға сілтеме", "1.1-1-тармаққа сілтеме", "Сілтеме: 5-бап",
            ]
        )
        #expect(
            try labels("ru").dropFirst() == [
                "Ссылка: Кіріспе &amp; мақсат", "Ссылка на раздел 1", "Ссылка на пункт 1.1",
                "Ссылка на подпункт 1.1.1", "Ссылка на пункт 1.1-1", "Ссылка: 5-бап",
            ]
        )
    }

    @Test func withoutAPlaceForItTheClauseComesLast() throws {
        let strings = ThemeStrings(
            language: try #require(Language("en")),
            source: "strings/en.yaml",
            texts: [
                "link-section": "Section {", "link-clause": "Link to", "link-subclause": "{n}",
                "link-part": "<{part}>",
            ],
            places: [:]
        )
        #expect(
            try labels(ClauseLabels(strings)).dropFirst(2) == [
                "Section { 1", "Link to 1.1", "1.1.1", "Link to 1.1-1", "&lt;5-бап&gt;",
            ]
        )
    }

    @Test(arguments: ["kk", "ru"]) func everyLinkHasAName(_ language: String) async throws {
        let plan = try await SiteFixture.full().plan(at: "2026-05-10T06:00:00Z")
        let page = try SiteFixture.text(plan, "\(language)/privacy/index.html")
        let other = language == "kk" ? ("Русский", "ru") : ("Қазақша", "kk")
        let name = language == "kk" ? "1.2-тармаққа сілтеме" : "Ссылка на пункт 1.2"
        #expect(page.contains("<a class=\"self\" href=\"#1.2\" aria-label=\"\(name)\">#</a>"))
        #expect(page.contains("aria-label=\"\(other.0) (\(other.1)): 1.2\">\(other.1)</a>"))
        #expect(page.matches(of: /class="(self|twin)"/).count == 2 * 5)
    }
}
