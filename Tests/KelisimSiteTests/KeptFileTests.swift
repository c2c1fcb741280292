import Foundation
import Kelisim
import KelisimLog
import Testing

@testable import KelisimSite

@Suite struct KeptFileTests {
    private static let now = "2026-05-10T06:00:00Z"

    private func file(_ path: String, at instant: String = now) async throws -> String {
        try SiteFixture.text(await SiteFixture.full().plan(at: instant), path)
    }

    @Test func itSaysWhatIsPermanent() async throws {
        let file = try await file("ru/privacy/2/privacy-ru.html")
        for fact in [
            "Политика конфиденциальности, редакция № 2", "Фонд «Үміт»",
            "1 марта 2026 года, 11:00 (UTC+5)", "12 марта 2026 года",
            "https://example.kz/legal/ru/privacy/2/",
            Digest(of: SiteFixture.ru(2).utf8).hex, "id=\"1.2\"", "Номер редакции 2.",
        ] {
            #expect(file.contains(fact), "\(fact)")
        }
        #expect(file.contains("При расхождениях преобладает текст на языке"))
        let unofficial = try await self.file("ru/privacy/1/privacy-ru.html")
        #expect(unofficial.contains("Неофициальный перевод</strong>"))
        #expect(unofficial.contains("href=\"https://example.kz/legal/kk/privacy/1/\""))
        #expect(unofficial.contains("Қағаз түрінде бұрын орналастырылған"))
    }

    @Test func itNeverGoesStale() async throws {
        let path = "kk/privacy/2/privacy-kk.html"
        let upcoming = try await file(path, at: "2026-03-02T00:00:00Z")
        for instant in ["2026-03-12T00:00:00Z", Self.now, "2027-01-01T00:00:00Z"] {
            #expect(try await file(path, at: instant) == upcoming)
        }
        let third = "kk/privacy/3/privacy-kk.html"
        let cancelled = try await file(third)
        #expect(cancelled.contains("Күшіне енуге тиіс болған уақыты"))
        #expect(cancelled.contains("Қате табылды"))
        #expect(!(try await file(third, at: "2026-04-05T00:00:00Z")).contains("Қате табылды"))
    }

    /// The policy allows the style by its digest, and nothing else is asked for.
    @Test func itIsSelfContained() async throws {
        let fixture = try SiteFixture.full()
        let image = "![Таңба](https://elsewhere.example/pixel.png) ![Мөр](seal.png)\n"
        try fixture.add(
            "terms",
            edition: 1,
            "effective: on publication\nchange: reconsent\n",
            texts: ["kk": SiteFixture.kk(1) + "\n" + image, "ru": SiteFixture.ru(1) + "\n" + image]
        )
        try fixture.publish("terms", 1, now: "2026-01-15T06:00:00Z")
        let plan = try await fixture.plan(at: Self.now)
        for file in plan.files where file.path.contains(/[a-z]{5,}-(kk|ru)\.html$/) {
            let page = String(decoding: try file.bytes(), as: UTF8.self)
            let style = try #require(page.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
            let hash = Data(Digest(of: style.utf8).bytes).base64EncodedString()
            let allowed =
                "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; "
                + "form-action 'none'"
            let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(allowed)\">"
            let policy = try #require(page.firstRange(of: meta), "\(file.path)")
            let first = try #require(page.firstRange(of: "<style>"))
            #expect(policy.upperBound <= first.lowerBound)
            #expect(!page.contains("<script") && !page.contains("stylesheet"))
            #expect(!style.contains("url(") && !style.contains("@import"))
            // Links are absolute or inside: the file is read without its site.
            for match in page.matches(of: /href="([^"]*)"/) {
                #expect(match.1.hasPrefix("#") || match.1.hasPrefix("https://"), "\(match.1)")
            }
        }
        let kept = try SiteFixture.text(plan, "kk/terms/1/terms-kk.html")
        #expect(!kept.contains("src=\"http") && kept.contains("Таңба"))
        #expect(kept.contains("alt=\"Мөр\""))
    }

    @Test func everyPrintedPageSaysWhatItBelongsTo() async throws {
        let file = try await file("ru/privacy/2/privacy-ru.html")
        let digest = Digest(of: SiteFixture.ru(2).utf8).hex
        #expect(
            file.contains(
                "content: \"Политика конфиденциальности, редакция № 2\\a Вступление в силу: "
                    + "12 марта 2026 года · SHA-256 \(digest)\";"
            )
        )
        let cancelled = try await self.file("ru/privacy/3/privacy-ru.html")
        #expect(cancelled.contains("\\a Отменена: 10 апреля 2026 года"))
    }

    @Test func nothingEndsAStringInTheStyle() {
        let text = CSSEscape.text("a\"b\\c</style>{}\nд")
        #expect(text == "a\\22 b\\5c c\\3c /style>\\7b \\7d \\a д")
    }

    @Test func aStyleOfOnesOwnIsAllowedToo() async throws {
        let fixture = try SiteFixture.full()
        for file in Theme.defaultFiles {
            try fixture.write(String(decoding: file.bytes, as: UTF8.self), to: "site/\(file.path)")
        }
        try fixture.write(
            "body { color: green }\r\n/* </style> */ p::after { content: \"{{{title}}}\" }\r\n",
            to: "site/templates/kept.css.mustache"
        )
        let theme = try Theme(folder: "\(fixture.root)/site")
        let plan = try await fixture.plan(at: Self.now, theme: theme)
        let page = try SiteFixture.text(plan, "kk/privacy/1/privacy-kk.html")
        let style = try #require(page.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
        #expect(!style.contains("\r") && style.contains("content: \"Құпиялылық саясаты\""))
        #expect(page.contains(Data(Digest(of: style.utf8).bytes).base64EncodedString()))
    }
}
