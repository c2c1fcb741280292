import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct SitePagesTests {
    private static let now = "2026-05-10T06:00:00Z"

    private func page(_ path: String, at instant: String = now) async throws -> String {
        let plan = try await SiteFixture.full().plan(at: instant)
        return try SiteFixture.text(plan, path + "index.html")
    }

    private func banner(_ page: String) -> String {
        let start = page.firstRange(of: "<div class=\"banner")
        let rest = start.map { page[$0.lowerBound...] } ?? ""
        let markup = rest.firstRange(of: "</div>").map { rest[..<$0.lowerBound] } ?? ""
        return words(String(markup))
    }

    /// The words of some markup, each stretch of white space being one space.
    private func words(_ markup: String) -> String {
        markup.replacing(/<[^>]*>/, with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    @Test func theEditionInForceSaysSinceWhen() async throws {
        let russian = try await page("ru/privacy/")
        #expect(banner(russian).contains("Действующая редакция Редакция № 4."))
        #expect(banner(russian).contains("Вступила в силу: 15 апреля 2026 года, 12:30 (UTC+5)."))
        let kazakh = try await page("kk/privacy/")
        #expect(banner(kazakh).contains("Қолданыстағы редакция 4-редакция."))
        #expect(
            banner(kazakh)
                .contains("Күшіне енген уақыты: 2026 жылғы 15 сәуір, сағат 12:30 (UTC+5).")
        )
        let whole = try await page("kk/privacy/", at: "2026-03-11T19:00:00Z")
        #expect(banner(whole).contains("2026 жылғы 12 наурыздан бастап қолданыста."))
        let before = try await page("ru/privacy/", at: "2026-03-11T18:59:59.999Z")
        #expect(banner(before).contains("Действует с 10 января 2026 года."))
        #expect(before.contains("Вступает в силу с 12 марта 2026 года."))
    }

    @Test func upcomingEditionsAreAnnounced() async throws {
        let page = try await page("ru/privacy/")
        #expect(page.contains("Не вступила в силу</strong> <a href=\"5/\">Редакция № 5</a>."))
        #expect(page.contains("Вступает в силу с 1 сентября 2026 года."))
        let own = try await self.page("kk/privacy/5/")
        #expect(banner(own).contains("Күшіне енбеген 5-редакция."))
        #expect(banner(own).contains("2026 жылғы 1 қыркүйектен бастап күшіне енеді."))
        #expect(own.contains("<a href=\"../\">Қолданыстағы редакцияны ашу</a>"))
        let slot = try await self.page("ru/privacy/6/", at: "2026-07-01T04:00:00Z")
        #expect(banner(slot).contains("Вступает в силу: 1 октября 2026 года, 09:00 (UTC+5)."))
    }

    @Test func earlierEditionsSayWhenTheyBound() async throws {
        let first = try await page("ru/privacy/1/")
        #expect(banner(first).contains("Прежняя редакция Редакция № 1."))
        #expect(
            banner(first)
                .contains(
                    "Действовала с 10 января 2026 года по 11 марта 2026 года включительно."
                )
        )
        let second = try await page("kk/privacy/2/")
        #expect(
            banner(second)
                .contains(
                    "Қолданыста болған кезеңі: 2026 жылғы 12 наурыз, сағат 00:00 (UTC+5) – "
                        + "2026 жылғы 15 сәуір, сағат 12:30 (UTC+5)."
                )
        )
    }

    @Test func cancelledEditionsStayWithTheReason() async throws {
        let page = try await page("kk/privacy/3/")
        #expect(banner(page).contains("Күшіне енгенге дейін күші жойылды"))
        #expect(banner(page).contains("Себебі: Қате табылды"))
        #expect(page.contains("Күшіне енуге тиіс болған уақыты"))
        let before = try await self.page("kk/privacy/3/", at: "2026-04-05T00:00:00Z")
        #expect(banner(before).contains("Күшіне енбеген"))
        #expect(!before.contains("Қате табылды"))
    }

    @Test func backdatedEditionsShowBothInstantsAndTheReason() async throws {
        for path in ["ru/privacy/1/", "ru/privacy/history/"] {
            let page = try await page(path)
            #expect(
                page.contains("<time datetime=\"2026-01-09T19:00:00Z\">10 января 2026 года</time>")
            )
            #expect(page.contains("<time datetime=\"2026-02-01T06:00:00Z\">"))
            #expect(page.contains("Запись о размещении сделана позже"))
            #expect(page.contains("Қағаз түрінде бұрын орналастырылған"))
        }
    }

    @Test func aRepealIsAnnouncedAndThenHolds() async throws {
        let announced = try await page("ru/rules/", at: "2026-04-25T00:00:00Z")
        #expect(announced.contains("Документ утрачивает силу"))
        #expect(announced.contains("Утрачивает силу: 1 мая 2026 года."))
        #expect(announced.contains("Действующая редакция"))
        let repealed = try await page("ru/rules/")
        #expect(banner(repealed).contains("Документ утратил силу"))
        #expect(banner(repealed).contains("Утратил силу: 1 мая 2026 года."))
        #expect(banner(repealed).contains("Отдельные правила не нужны"))
        #expect(
            repealed.contains("<a href=\"../privacy/\" lang=\"ru\">Политика конфиденциальности</a>")
        )
        #expect(!repealed.contains("<article"))
        let edition = try await page("ru/rules/1/")
        #expect(edition.contains("<article"))
        #expect(edition.contains("Прежняя редакция"))
        let unknown = try await page("ru/rules/", at: "2026-04-19T00:00:00Z")
        #expect(!unknown.contains("утрачивает"))
    }

    @Test func aPolicyThatIsNotInForceYetSaysSo() async throws {
        let fixture = try SiteFixture()
        try fixture.add("rules", edition: 1, "effective: 2027-01-01\nchange: reconsent\n")
        try fixture.publish("rules", 1, now: Self.now)
        let plan = try await fixture.plan(at: Self.now)
        let page = try SiteFixture.text(plan, "kk/rules/index.html")
        #expect(page.contains("Бұл құжаттың бірде-бір редакциясы әзірге күшіне енген жоқ."))
        #expect(page.contains("<a href=\"1/\">1-редакция</a>"))
        #expect(page.contains("<h1 lang=\"kk\">Сайт қағидалары</h1>"))
        #expect(!page.contains("<article"))
        let index = try SiteFixture.text(plan, "ru/index.html")
        #expect(index.contains("Ни одна редакция этого документа пока не вступила в силу."))
    }

    @Test func anUnofficialTextSaysSoInBothLanguages() async throws {
        let page = try await page("ru/privacy/1/")
        #expect(
            page.contains("<p lang=\"ru\"><strong class=\"state\">Неофициальный перевод</strong>")
        )
        #expect(page.contains("<p lang=\"kk\"><strong class=\"state\">Бейресми аударма</strong>"))
        #expect(
            page.contains(
                "<a href=\"../../../kk/privacy/1/\" hreflang=\"kk\" lang=\"kk\">Қазақша</a>"
            )
        )
        #expect(!(try await self.page("kk/privacy/1/")).contains("Бейресми аударма</strong>"))
        let official = try await self.page("ru/privacy/2/")
        #expect(!official.contains("Неофициальный перевод</strong>"))
        #expect(official.contains("При расхождениях преобладает текст на языке"))
    }

    @Test func everyClauseLeadsToItselfAndToItsTwin() async throws {
        let page = try await page("kk/privacy/1/")
        #expect(page.contains("<a class=\"self\" href=\"#2.1\""))
        #expect(
            page.contains("<a class=\"twin\" href=\"../../../ru/privacy/1/#2.1\" hreflang=\"ru\"")
        )
        #expect(
            page.contains("<a class=\"twin\" href=\"../../../ru/privacy/1/#2\" hreflang=\"ru\"")
        )
        let current = try await self.page("ru/privacy/")
        #expect(
            current.contains("<a class=\"twin\" href=\"../../kk/privacy/#1.2\" hreflang=\"kk\"")
        )
    }

    @Test func addressesAreAbsoluteAndLinksAreRelative() async throws {
        let page = try await page("kk/privacy/2/")
        #expect(
            page.contains(
                "<link rel=\"canonical\" href=\"https://example.kz/legal/kk/privacy/2/\">"
            )
        )
        for language in ["kk", "ru"] {
            let address = "https://example.kz/legal/\(language)/privacy/2/"
            #expect(
                page.contains(
                    "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(address)\">"
                )
            )
        }
        #expect(page.contains("href=\"../../../static/style.css\""))
        #expect(
            page.contains("<li><a href=\"../../../ru/privacy/2/\" hreflang=\"ru\" lang=\"ru\">")
        )
        #expect(!page.contains("href=\"/"))
    }

    @Test func theListIsInTheFirstLanguageAtTheRoot() async throws {
        let root = try await page("")
        #expect(root.contains("<html lang=\"kk\">"))
        #expect(root.contains("<a href=\"kk/privacy/\""))
        #expect(root.contains("<a href=\"ru/\" hreflang=\"ru\""))
        let again = try await page("kk/")
        #expect(again.contains("<link rel=\"canonical\" href=\"https://example.kz/legal/\">"))
        let russian = try await page("ru/")
        #expect(russian.contains("<a href=\"../\" hreflang=\"kk\""))
        #expect(russian.contains("Документ утратил силу"))
    }

    @Test func linksInsideTheSiteLeadSomewhere() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        let paths = Set(plan.files.map(\.path))
        for file in plan.files where file.path.hasSuffix(".html") {
            let page = String(decoding: try file.bytes(), as: UTF8.self)
            // The page for wrong addresses lies anywhere; NotFoundPageTests follows its links.
            if file.path == "404.html" { continue }
            let folder = file.path[
                ..<(file.path.lastIndex(of: "/").map { file.path.index(after: $0) }
                    ?? file.path.startIndex)
            ]
            for match in page.matches(of: /(?:href|src)="([^"#]*)(#[^"]*)?"/) {
                let href = String(match.1)
                if href.hasPrefix("https://") { continue }
                let url = try #require(URL(string: "http://x/\(folder)\(href)")).standardized
                var target = String(url.path(percentEncoded: false).dropFirst())
                if target.isEmpty || url.absoluteString.hasSuffix("/") {
                    target += target.isEmpty || target.hasSuffix("/") ? "" : "/"
                    target += "index.html"
                }
                #expect(paths.contains(target), "\(file.path) → \(href)")
                guard let fragment = match.2?.dropFirst(), target.hasSuffix(".html") else {
                    continue
                }
                let other = try SiteFixture.text(plan, target)
                #expect(other.contains("id=\"\(fragment)\""), "\(file.path) → \(href)#\(fragment)")
            }
        }
    }

    @Test func anEditionInForceInOtherLanguagesOnlyIsPointedAt() async throws {
        let fixture = try SiteFixture()
        try fixture.add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        try fixture.publish("rules", 1, now: "2026-01-15T06:00:00Z")
        let summary = "effective: on publication\nchange: reconsent\nsummary: {kk: Қысқарды.}\n"
        try fixture.add("rules", edition: 2, summary)
        try fixture.remove("policies/rules/2/ru.md")
        try fixture.write(
            """
            title: {kk: Сайт қағидалары}
            operator: {name: {kk: «Үміт» қоры}, site: https://example.kz/}
            languages: [kk]
            authoritative: kk
            timeZone: Asia/Almaty
            acceptance: {mandatory: true, minimumMethod: click}

            """,
            to: "policies/rules/policy.yaml"
        )
        try fixture.publish("rules", 2, now: "2026-02-15T06:00:00Z")
        let plan = try await fixture.plan(at: Self.now)
        #expect(plan.file("ru/rules/2/index.html") == nil)
        let page = try SiteFixture.text(plan, "ru/rules/index.html")
        #expect(page.contains("На этом языке действующей редакции нет"))
        #expect(
            page.contains("<a href=\"../../kk/rules/2/\" hreflang=\"kk\" lang=\"kk\">Қазақша</a>")
        )
        #expect(page.contains("<h1 lang=\"kk\">Сайт қағидалары</h1>"))
        #expect(page.contains("<dd lang=\"kk\">Қысқарды.</dd>"))
        let old = try SiteFixture.text(plan, "ru/rules/1/index.html")
        #expect(old.contains("<article") && old.contains("Прежняя редакция"))
        let new = try SiteFixture.text(plan, "kk/rules/2/index.html")
        #expect(!new.contains("hreflang=\"ru\" href"))
    }

    @Test func aLanguageWithoutWordingHasPlainDates() async throws {
        let fixture = try SiteFixture()
        for file in Theme.defaultFiles {
            let text = String(decoding: file.bytes, as: UTF8.self)
            try fixture.write(text, to: "site/\(file.path)")
            if file.path == "strings/ru.yaml" {
                try fixture.write(
                    text.replacing("Русский", with: "Oʻzbekcha"),
                    to: "site/strings/uz.yaml"
                )
            }
        }
        try fixture.add("rules", edition: 1, "effective: 2026-02-01\nchange: reconsent\n")
        let settings = try fixture.text("policies/rules/policy.yaml")
        try fixture.write(settings.replacing(" ru", with: " uz"), to: "policies/rules/policy.yaml")
        try fixture.write(
            "# Qoidalar\n\nMatn.\n",
            to: "policies/rules/1/uz.md"
        )
        try fixture.remove("policies/rules/1/ru.md")
        try fixture.write(
            "# Қағидалар\n\nМәтін.\n",
            to: "policies/rules/1/kk.md"
        )
        try fixture.publish("rules", 1, now: "2026-01-15T06:00:00Z")
        let theme = try Theme(folder: "\(fixture.root)/site")
        let before = try await fixture.plan(at: "2026-01-20T00:00:00Z", theme: theme)
        let page = try SiteFixture.text(before, "uz/rules/1/index.html")
        #expect(banner(page).contains("Не вступила в силу № 1."))
        #expect(banner(page).contains("Вступает в силу: 2026-02-01."))
        #expect(page.contains("2026-01-15 11:00 (UTC+5)"))
        let after = try await fixture.plan(at: "2026-02-01T00:00:00Z", theme: theme)
        let current = try SiteFixture.text(after, "uz/rules/index.html")
        #expect(banner(current).contains("Вступила в силу: 2026-02-01."))
        #expect(current.contains("<html lang=\"uz\""))
        #expect(current.contains("<strong>Oʻzbekcha</strong>"))
    }

    @Test func textIsEscaped() async throws {
        let page = try await page("ru/privacy/history/")
        #expect(page.contains("Уточнён текст &lt;b&gt;."))
    }

    @Test func pagesAskForNothingFromElsewhereAndRunNothing() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for file in plan.files where file.path.hasSuffix(".html") {
            let page = String(decoding: try file.bytes(), as: UTF8.self)
            // Data is not run.
            #expect(
                page.matches(of: /<script/).count
                    == page.matches(of: /<script type="application\/ld\+json">/).count
            )
            #expect(!page.contains("style="))
            #expect(!page.contains(" on" + "click"))
            let isKept = page.contains("<style>")
            let styles = isKept ? 0 : page.contains("static/redline.css") ? 2 : 1
            #expect(page.matches(of: /<link rel="stylesheet"/).count == styles)
        }
    }

    /// Debian's `tidy` finds no error; skipped where it is not installed.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tidy")))
    func pagesAreValidHTML() async throws {
        let fixture = try SiteFixture.full()
        for instant in [Self.now, "2026-04-25T00:00:00Z", "2026-01-01T00:00:00Z"] {
            let plan = try await fixture.plan(at: instant)
            _ = try await fixture.writer.write(plan)
            for file in plan.files where file.path.hasSuffix(".html") {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/tidy")
                process.arguments = ["-e", "-q", "-utf8", "\(fixture.output)/\(file.path)"]
                let pipe = Pipe()
                process.standardError = pipe
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                let data = pipe.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                let said = String(decoding: data, as: UTF8.self)
                #expect(said.isEmpty, "\(file.path): \(said)")
            }
        }
    }

    @Test func headingsAreInOrder() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for file in plan.files where file.path.hasSuffix(".html") {
            let page = String(decoding: try file.bytes(), as: UTF8.self)
            let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
            #expect(levels.first == 1, "\(file.path)")
            #expect(levels.filter { $0 == 1 }.count == 1, "\(file.path)")
            for (level, next) in zip(levels, levels.dropFirst()) {
                #expect(next <= level + 1, "\(file.path)")
            }
        }
    }
}
