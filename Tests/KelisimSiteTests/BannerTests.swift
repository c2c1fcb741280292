import Kelisim
import Testing

@testable import KelisimSite

/// The line that a reader must see first, in every state and both languages.
@Suite struct BannerTests {
    struct State: Sendable, CustomTestStringConvertible {
        let path: String
        let at: String
        let style: String
        let words: String

        init(_ path: String, _ at: String, _ style: String, _ words: String) {
            (self.path, self.at, self.style, self.words) = (path, at, style, words)
        }

        var testDescription: String { "\(path) \(at)" }
    }

    private static let may = "2026-05-10T06:00:00Z"
    private static let january = "2026-02-10T00:00:00Z"

    private static let states = [
        State(
            "kk/privacy/1/",
            january,
            "in-force",
            "Қолданыстағы редакция 1-редакция. 2026 жылғы 10 қаңтардан бастап қолданыста."
        ),
        State(
            "ru/privacy/1/",
            january,
            "in-force",
            "Действующая редакция Редакция № 1. Действует с 10 января 2026 года."
        ),
        State(
            "kk/privacy/5/",
            may,
            "upcoming",
            "Күшіне енбеген 5-редакция. 2026 жылғы 1 қыркүйектен бастап күшіне енеді. "
                + "Қолданыстағы редакцияны ашу"
        ),
        State(
            "ru/privacy/5/",
            may,
            "upcoming",
            "Не вступила в силу Редакция № 5. Вступает в силу с 1 сентября 2026 года. "
                + "Открыть действующую редакцию"
        ),
        State(
            "kk/privacy/1/",
            may,
            "superseded",
            "Бұрынғы редакция 1-редакция. 2026 жылғы 10 қаңтардан бастап 2026 жылғы 11 наурызды "
                + "қоса алғанға дейін қолданыста болды. Қолданыстағы редакцияны ашу"
        ),
        State(
            "ru/privacy/1/",
            may,
            "superseded",
            "Прежняя редакция Редакция № 1. Действовала с 10 января 2026 года по 11 марта "
                + "2026 года включительно. Открыть действующую редакцию"
        ),
        State(
            "kk/privacy/3/",
            may,
            "cancelled",
            "Күшіне енгенге дейін күші жойылды 3-редакция. Күші жойылған уақыты: 2026 жылғы "
                + "10 сәуір, сағат 11:00 (UTC+5). Себебі: Қате табылды Қолданыстағы редакцияны ашу"
        ),
        State(
            "ru/privacy/3/",
            may,
            "cancelled",
            "Отменена до вступления в силу Редакция № 3. Отменена: 10 апреля 2026 года, 11:00 "
                + "(UTC+5). Причина: Қате табылды Открыть действующую редакцию"
        ),
        State(
            "kk/rules/",
            may,
            "repealed",
            "Құжат күшін жойған Күшін жойған уақыты: 2026 жылғы 1 мамыр. Себебі: Бөлек қағидалар "
                + "керек емес Орнына қолданылатын құжат: Құпиялылық саясаты"
        ),
        State(
            "ru/rules/",
            may,
            "repealed",
            "Документ утратил силу Утратил силу: 1 мая 2026 года. Причина: Отдельные правила "
                + "не нужны Вместо него: Политика конфиденциальности"
        ),
        State(
            "kk/cookies/1/",
            may,
            "draft",
            "Жоба 1-редакция. Бұл мәтін әлі орналастырылған жоқ және ешкімді міндеттемейді."
        ),
        State(
            "ru/cookies/1/",
            may,
            "draft",
            "Проект Редакция № 1. Этот текст ещё не размещён и никого не обязывает."
        ),
    ]

    @Test(arguments: states) func aStateIsSaidInWords(_ state: State) async throws {
        let fixture = try SiteFixture.full()
        let repository = try Repository.read(fixture.policies)
        let plan = try SitePlan(
            repository,
            theme: Theme.builtIn(),
            at: SiteFixture.instant(state.at),
            baseURL: BaseURL("https://example.kz/"),
            // Drafts are for those who preview.
            notes: state.style == "draft" ? ReviewNotes([], in: repository) : nil
        )
        let page = try SiteFixture.text(plan, state.path + "index.html")
        let start = try #require(page.firstRange(of: "<div class=\"banner "))
        let markup = page[start.upperBound...].prefix { $0 != ">" }
        #expect(markup == "\(state.style)\"")
        let end = try #require(page[start.upperBound...].firstRange(of: "</div>"))
        let words = page[start.lowerBound..<end.lowerBound].replacing(/<[^>]*>/, with: "")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words == state.words)
    }
}
