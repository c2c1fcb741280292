import Kelisim
import KelisimLog
import KelisimTesting
import Testing

@testable import KelisimSite

@Suite struct ReceiptPageTests {
    /// The receipt of a decision whose statement tries to be markup.
    private func receipt() async throws -> Receipt {
        let folder = try TemporaryFolder()
        let registry = MemoryRegistry()
        var policy = try PublishedPolicy()
        try policy.publish(at: Instant(milliseconds: 1_767_639_600_000))
        _ = try await registry.submit(.publications(policy.files))
        let request = DecisionRequest(
            subject: try Subject("u-1"),
            act: .accepted,
            method: .click,
            target: .edition(policy.id, 1, Language("kk"), nil),
            context: DecisionContext(statement: "<script>alert('1')</script> & «Келісемін»")
        )
        let salt = await registry.secret(.idempotencySalt)
        let mark = Idempotency(key: "k", caller: "tests", body: [], salt: salt)
        let answer = try await registry.submit(.decisions([request], mark))
        guard case .decisions(let decisions, _) = answer, let decision = decisions.first else {
            throw Missing()
        }
        let store = LogFolder(path: folder.path("log"))
        let key = try LogKey(path: folder.path("log.key"), origin: "example.kz/log")
        try await LogPublisher(registry: registry, store: store, key: key).publish()
        let receipt = try await Receipt.make(
            of: decision.decision.id,
            from: registry,
            publishedIn: store
        )
        return try #require(receipt)
    }

    private struct Missing: Error {}

    private func page(_ language: String) async throws -> String {
        let html = ReceiptPage.html(
            try await receipt(),
            language: language,
            baseURL: "https://example.kz/"
        )
        return String(decoding: html, as: UTF8.self)
    }

    @Test(arguments: [
        ("kk", "Ерік білдіру туралы түбіртек", "2026 жылғы 6 қаңтар", "қабылданды"),
        ("ru", "Квитанция о волеизъявлении", "6 января 2026 года", "принято"),
        ("de", "Receipt of a decision", "6 January 2026", "accepted"),
    ])
    func itIsInTheLanguageShown(
        language: String,
        title: String,
        date: String,
        act: String
    ) async throws {
        let page = try await page(language)
        for text in [title, date, act, "https://example.kz/kk/privacy/1/", "example.kz/log"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func whatASubjectSawIsNoMarkup() async throws {
        let page = try await page("kk")
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;"))
    }
}
