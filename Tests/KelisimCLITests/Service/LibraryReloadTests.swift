import Foundation
import KelisimTesting
import Synchronization
import Testing

/// What becomes of a service when the policy repository changes while it runs.
struct LibraryReloadTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.kelisim("publish", "terms", "1")
    }

    @Test func aPublicationIsTakenUpWithoutALostRequest() async throws {
        let service = try RunningService(in: sandbox.folder)
        let hammer = Hammer(service.address + "/kk/terms/")
        try await hammer.begun()
        #expect(try service.ask("/kk/terms/").text.contains("30 күн"))
        try sandbox.publishSecond(effective: "on publication")
        let page = try await service.ask("/kk/terms/") { $0.text.contains("60 күн") }
        #expect(page.text.contains("60 күн"))
        for _ in 1...20 {
            service.hangUp()
            try await Task.sleep(for: .milliseconds(20))
        }
        let codes = hammer.end()
        #expect(codes.keys.sorted() == ["200"], "\(codes)")
        #expect(try service.ask("/v1/policies/terms").text.contains("\"inForce\" : 2"))
        #expect(try service.ask("/readyz").status == 200)
        #expect(service.end() == 0)
    }

    @Test func aPageSwitchesWhenTheEditionComesIntoForce() async throws {
        let service = try RunningService(in: sandbox.folder)
        let hammer = Hammer(service.address + "/ru/terms/")
        let seconds = (Date.now.timeIntervalSince1970 + 15).rounded(.down)
        let date = Date(timeIntervalSince1970: seconds)
        let instant = date.formatted(.iso8601)
        try sandbox.publishSecond(effective: instant)
        let upcoming = try await service.ask("/ru/terms/2/") { $0.status == 200 }
        let text = try service.ask("/ru/terms/2/text.md")
        #expect(upcoming.status == 200)
        for answer in [upcoming, text] where Date.now < date {
            #expect(answer.fields["memento-datetime"] == nil)
        }

        // What can't be trusted afterwards does not stop the clock.
        try sandbox.folder.replace("policies/terms/1/kk.md", "30 күн", "31 күн")
        let ready = try await service.ask("/readyz") { $0.text.contains("policies") }
        #expect(ready.status == 200 && ready.text.contains("1/kk.md"), "\(ready.text)")
        #expect(service.errors.contains("1/kk.md"), "\(service.errors)")
        #expect(try service.ask("/kk/terms/1/text.md").text.contains("30 күн"))

        let page = try await service.ask("/ru/terms/") { $0.text.contains("60 дней") }
        #expect(page.text.contains("60 дней"))
        #expect(!Date.now.formatted(.iso8601).lexicographicallyPrecedes(instant))
        let now = try service.ask("/ru/terms/2/text.md")
        #expect(now.fields["memento-datetime"] != nil && now.body == text.body)
        #expect(try service.ask("/ru/terms/timemap").text.contains("/ru/terms/2/>; rel=\"last"))

        try sandbox.folder.replace("policies/terms/1/kk.md", "31 күн", "30 күн")
        let mended = try await service.ask("/readyz") { !$0.text.contains("policies") }
        #expect(!mended.text.contains("policies"))
        #expect(hammer.end().keys.sorted() == ["200"])
    }

    @Test func whatWasShownBeforeKeepsItsMeaning() async throws {
        let service = try RunningService(in: sandbox.folder)
        let key = try sandbox.kelisim("key", "create", "--scope", "decide,read").output
        let bearer = "Authorization: Bearer \(key.trimmingCharacters(in: .newlines))"
        let shown = try service.ask(
            "/v1/presentations",
            "--header",
            bearer,
            "--json",
            #"{"policy": "terms", "language": "kk"}"#
        )
        #expect(shown.status == 201, "\(shown.text)")
        let token = try #require(shown.text.firstMatch(of: /"token" : "([^"]+)"/)?.1)
        try sandbox.publishSecond(effective: "on publication")
        _ = try await service.ask("/kk/terms/") { $0.text.contains("60 күн") }
        let decided = try service.ask(
            "/v1/decisions",
            "--header",
            bearer,
            "--header",
            "Idempotency-Key: 1",
            "--json",
            #"{"subject": "u-1", "act": "accepted", "method": "click", "presentation": "\#(token)"}"#
        )
        #expect(decided.status == 201, "\(decided.text)")
        #expect(decided.text.contains("\"edition\":1"), "\(decided.text)")
        #expect(decided.text.contains("\"state\":\"due\""), "\(decided.text)")
    }

    @Test func aServiceDoesNotBeginWithAPublishedTextThatWasChanged() throws {
        try sandbox.folder.replace("policies/terms/1/ru.md", "30 дней", "31 дня")
        let command = try sandbox.kelisim(
            "serve",
            environment: [
                "KELISIM_LISTEN": "127.0.0.1:0", "KELISIM_BASE_URL": RunningService.baseURL,
            ]
        )
        #expect(command.status == 1)
        #expect(command.output.isEmpty)
        #expect(command.errors.contains("[text-changed]") && command.errors.contains("1/ru.md"))
    }
}

/// A client that asks for a page again and again over connections that stay open.
private final class Hammer: Sendable {
    private struct State {
        var codes: [String: Int] = [:]
        var isEnding = false
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// Begins to ask for `url`.
    init(_ url: String) {
        Thread.detachNewThread { [self] in
            while !state.withLock({ $0.isEnding }) {
                // A fragment is not sent: each is the same request.
                let curl = try? Command.run(
                    "/usr/bin/curl",
                    [
                        "--silent", "--output", "/dev/null", "--write-out", "%{http_code}\n",
                        "--max-time", "30", "\(url)#[1-200]",
                    ],
                    in: "/"
                )
                let lines = curl?.output.split(separator: "\n").map(String.init) ?? ["none"]
                state.withLock { state in
                    for line in lines { state.codes[line, default: 0] += 1 }
                    if lines.count != 200 { state.codes["missing", default: 0] += 1 }
                }
            }
            state.withLock { $0.hasEnded = true }
        }
    }

    /// Waits for the first answers.
    func begun() async throws {
        while state.withLock({ $0.codes.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
    }

    /// Ends it; how often each status came.
    func end() -> [String: Int] {
        state.withLock { $0.isEnding = true }
        while !state.withLock({ $0.hasEnded }) { Thread.sleep(forTimeInterval: 0.01) }
        return state.withLock { $0.codes }
    }
}
