import Foundation
import KelisimTesting
import Testing

/// Other times of a policy's page (RFC 7089), as the service gives them.
struct MementoTests {
    private static let page = "\(RunningService.baseURL)kk/terms/"
    private let sandbox: Sandbox
    private let service: RunningService
    /// When the editions came into force, as HTTP writes it.
    private let dates: [String]

    init() throws {
        sandbox = try Sandbox()
        try sandbox.kelisim(
            "publish",
            "terms",
            "1",
            "--at",
            "2026-01-05T10:00:00.250Z",
            "--backdated",
            "It was on paper."
        )
        try sandbox.publishSecond(effective: "on publication")
        let service = try RunningService(in: sandbox.folder)
        dates = try [1, 2]
            .map { number in
                try #require(try service.ask("/ru/terms/\(number)/").fields["memento-datetime"])
            }
        self.service = service
        try #require(dates[0] == "Mon, 05 Jan 2026 10:00:00 GMT")
    }

    private func links(_ language: String) -> String {
        let page = "\(RunningService.baseURL)\(language)/terms/"
        return "<\(page)>; rel=\"original\", <\(page)>; rel=\"timegate\", "
            + "<\(page)timemap>; rel=\"timemap\"; type=\"application/link-format\""
    }

    @Test func aPageLeadsToItsEditionAtATime() throws {
        for (date, edition) in [
            ("Thu, 01 Jan 2015 00:00:00 GMT", 1), (dates[0], 1),
            ("Tue, 06 Jan 2026 10:00:00 GMT", 1), (dates[1], 2),
            ("Fri, 01 Jan 2100 00:00:00 GMT", 2),
        ] {
            for method in [["--get"], ["--head"]] {
                let answer = try service.ask(
                    "/kk/terms/",
                    method[0],
                    "--header",
                    "Accept-Datetime: \(date)"
                )
                #expect(answer.status == 302, "\(date)")
                #expect(answer.fields["location"] == "../../kk/terms/\(edition)/", "\(date)")
                #expect(answer.fields["vary"] == "Accept-Datetime")
                #expect(answer.fields["link"] == links("kk"))
                #expect(answer.fields["memento-datetime"] == nil)
            }
        }
        let neutral = try service.ask(
            "/terms/",
            "--header",
            "Accept-Language: ru",
            "--header",
            "Accept-Datetime: \(dates[0])"
        )
        #expect(neutral.status == 302)
        #expect(neutral.fields["location"] == "../ru/terms/1/")
        #expect(neutral.fields["vary"] == "Accept-Language, Accept-Datetime")
    }

    @Test func aTimeThatIsNoneIsRefused() throws {
        for date in [
            "2026-01-05T10:00:00Z", "Tue, 05 Jan 2026 10:00:00 GMT", "Mon, 5 Jan 2026 10:00:00 GMT",
            "Mon, 05 Jan 2026 10:00:00 +0500", "Monday, 05-Jan-26 10:00:00 GMT",
            "Mon, 30 Feb 2026 10:00:00 GMT", "yesterday", "Mon, 05 Jan 2026 25:00:00 GMT",
        ] {
            for path in ["/kk/terms/", "/terms/"] {
                let answer = try service.ask(path, "--header", "Accept-Datetime: \(date)")
                #expect(answer.status == 400, "\(path): \(date)")
                #expect(answer.text.contains("\"malformed\""))
            }
        }
    }

    @Test func anEditionSaysSinceWhenAndOfWhat() throws {
        for path in ["", "text.md", "terms-ru.html", "ru-kk.html"] {
            let answer = try service.ask("/ru/terms/1/\(path)")
            #expect(answer.fields["memento-datetime"] == dates[0], "\(path)")
            #expect(answer.fields["link"] == links("ru"), "\(path)")
        }
        let present = try service.ask("/kk/terms/")
        #expect(present.fields["memento-datetime"] == nil)
        #expect(present.fields["link"] == links("kk"))
        #expect(present.fields["vary"] == "Accept-Datetime, Accept-Encoding")
        #expect(try service.ask("/kk/terms/2/changes/").fields["memento-datetime"] == nil)
        #expect(try service.ask("/kk/").fields["link"] == nil)
        // A memento does not negotiate.
        let fixed = try service.ask("/kk/terms/2/", "--header", "Accept-Datetime: \(dates[0])")
        #expect(fixed.status == 200 && fixed.fields["memento-datetime"] == dates[1])
    }

    @Test func theTimeMapHasEveryEditionThatWasInForce() throws {
        let answer = try service.ask("/kk/terms/timemap")
        #expect(answer.fields["content-type"] == "application/link-format")
        #expect(
            answer.text == """
                <\(Self.page)>; rel="original timegate",
                <\(Self.page)timemap>; rel="self"; type="application/link-format"; \
                from="\(dates[0])"; until="\(dates[1])",
                <\(Self.page)1/>; rel="first memento"; datetime="\(dates[0])",
                <\(Self.page)2/>; rel="last memento"; datetime="\(dates[1])"

                """
        )
    }
}
