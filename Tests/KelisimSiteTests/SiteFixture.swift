import Foundation
import Kelisim
import KelisimLog
import Testing

@testable import KelisimSite

/// A policy repository and an output in a temporary folder that goes away with the value.
///
/// `privacy` has six editions: a backdated one, one that came into force at a midnight, one that was
/// cancelled, an editorial one inside a day, an upcoming one and a deploy slot; `rules` is repealed;
/// `cookies` is a draft.
final class SiteFixture: Sendable {
    /// The path of the temporary folder.
    let root: String

    init() throws {
        root = "\(NSTemporaryDirectory())/kelisim-site-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// A repository with all that a site shows.
    static func full() throws -> SiteFixture {
        let fixture = try SiteFixture()
        try fixture.addPrivacy()
        try fixture.addRules()
        try fixture.add("cookies", edition: 1, "effective: on publication\nchange: reconsent\n")
        return fixture
    }

    var policies: String { "\(root)/policies" }
    var output: String { "\(root)/out" }
    var writer: SiteWriter { SiteWriter(output: output) }

    /// The plan of the repository's site at `instant`.
    func plan(
        at instant: String,
        theme: Theme? = nil,
        baseURL: String = "https://example.kz/legal/"
    ) async throws -> SitePlan {
        try SitePlan(
            Repository.read(policies),
            theme: theme ?? Theme.builtIn(),
            at: SiteFixture.instant(instant),
            baseURL: BaseURL(baseURL)
        )
    }

    /// The text of the file at `path` in the plan.
    static func text(_ plan: SitePlan, _ path: String) throws -> String {
        let file = try #require(plan.file(path), "\(path) is not planned")
        return String(decoding: try file.bytes(), as: UTF8.self)
    }

    /// Every file of the plan with its bytes.
    static func contents(_ plan: SitePlan) throws -> [String: [UInt8]] {
        try Dictionary(uniqueKeysWithValues: plan.files.map { ($0.path, try $0.bytes()) })
    }

    static func instant(_ text: String) -> Instant {
        guard let instant = Instant(text) else {
            Issue.record("not an instant: \(text)")
            return Instant(milliseconds: 0)
        }
        return instant
    }

    // MARK: - Files

    func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: "\(root)/\(path)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func text(_ path: String) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")),
            as: UTF8.self
        )
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(root)/\(path)")
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: "\(root)/\(path)")
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/\(path)",
            withDestinationPath: target
        )
    }

    /// Every file in the folder at `path` with the digest of its bytes.
    func snapshot(_ path: String = "out") -> [String: String] {
        var snapshot: [String: String] = [:]
        let folder = "\(root)/\(path)"
        for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
            snapshot[name] = data.map { Digest(of: $0).hex } ?? "folder"
        }
        return snapshot
    }

    // MARK: - Policies

    func add(
        _ policy: String,
        edition: Int,
        _ settings: String,
        texts: [String: String] = [:]
    ) throws {
        let titles = ["privacy": "Құпиялылық саясаты", "rules": "Сайт қағидалары"]
        let russian = ["privacy": "Политика конфиденциальности", "rules": "Правила сайта"]
        try write(
            """
            title: {kk: \(titles[policy] ?? "Құжат"), ru: \(russian[policy] ?? "Документ")}
            operator: {name: {kk: «Үміт» қоры, ru: Фонд «Үміт»}, site: https://example.kz/}
            languages: [kk, ru]
            authoritative: kk
            timeZone: Asia/Almaty
            acceptance: {mandatory: true, minimumMethod: click}

            """,
            to: "policies/\(policy)/policy.yaml"
        )
        let folder = "policies/\(policy)/\(edition)"
        try write(settings, to: "\(folder)/edition.yaml")
        try write(texts["kk"] ?? SiteFixture.kk(edition), to: "\(folder)/kk.md")
        try write(texts["ru"] ?? SiteFixture.ru(edition), to: "\(folder)/ru.md")
    }

    func publish(
        _ policy: String,
        _ edition: Int,
        now: String,
        at: String? = nil,
        backdated: String? = nil
    ) throws {
        _ = try RepositoryWriter(root: policies)
            .publish(
                policy,
                edition: edition,
                now: SiteFixture.instant(now),
                at: at.map(SiteFixture.instant),
                backdated: backdated
            )
    }

    private func addPrivacy() throws {
        let later = "summary: {kk: Мәтін нақтыланды., ru: Уточнён текст <b>.}\n"
        try add(
            "privacy",
            edition: 1,
            "effective: on publication\nchange: reconsent\nunofficial: [ru]\n"
        )
        try publish(
            "privacy",
            1,
            now: "2026-02-01T06:00:00Z",
            at: "2026-01-09T19:00:00Z",
            backdated: "Қағаз түрінде бұрын орналастырылған"
        )
        try add(
            "privacy",
            edition: 2,
            "effective: 10 days after publication\nchange: reconsent\nacceptWithin: 30 days\n"
                + later
        )
        try publish("privacy", 2, now: "2026-03-01T06:00:00Z")
        try add("privacy", edition: 3, "effective: 2026-06-01\nchange: notice\n" + later)
        try publish("privacy", 3, now: "2026-04-01T06:00:00Z")
        _ = try RepositoryWriter(root: policies)
            .cancel(
                "privacy",
                edition: 3,
                reason: "Қате табылды",
                now: SiteFixture.instant("2026-04-10T06:00:00Z")
            )
        let reason = "editorialReason: {kk: Нөмірі ғана басқа., ru: Другой только номер <b>.}\n"
        try add(
            "privacy",
            edition: 4,
            "effective: on publication\nchange: editorial\n" + reason + later
        )
        try publish("privacy", 4, now: "2026-04-15T07:30:00Z")
        try add("privacy", edition: 5, "effective: 2026-09-01\nchange: reconsent\n" + later)
        try publish("privacy", 5, now: "2026-05-01T06:00:00Z")
        try add(
            "privacy",
            edition: 6,
            "effective: 2026-10-01T09:00:00+05:00\nchange: reconsent\n" + later
        )
        try publish(
            "privacy",
            6,
            now: "2026-05-02T06:00:00Z",
            at: "2026-07-01T04:00:00Z"
        )
    }

    private func addRules() throws {
        try add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        try publish("rules", 1, now: "2026-01-15T06:00:00Z")
        let languages = ["kk", "ru"].compactMap { Language($0) }
        let reasons = ["Бөлек қағидалар керек емес", "Отдельные правила не нужны"]
        _ = try RepositoryWriter(root: policies)
            .repeal(
                "rules",
                effective: .instant(SiteFixture.instant("2026-04-30T19:00:00Z")),
                reason: LocalizedText(zip(languages, reasons).map { LocalizedText.Entry($0, $1) }),
                replacedBy: "privacy",
                now: SiteFixture.instant("2026-04-20T06:00:00Z")
            )
    }

    static func kk(_ edition: Int) -> String {
        """
        # Құжат

        Бұл құжат сайтқа қолданылады.

        ## 1. Жалпы ережелер

        1.1. Пайдаланушы 1.2-тармақты орындайды.

        1.2. Редакция нөмірі \(edition).

        ## 2. Қорытынды ережелер

        2.1. Құжат 1.1-тармаққа сәйкес қолданылады.

        """
    }

    static func ru(_ edition: Int) -> String {
        """
        # Документ

        Этот документ применяется к сайту.

        ## 1. Общие положения

        1.1. Пользователь соблюдает пункт 1.2.

        1.2. Номер редакции \(edition).

        ## 2. Заключительные положения

        2.1. Документ применяется согласно пункту 1.1.

        """
    }
}

/// The findings of the failure that `act` ends with, or nil when it does not fail.
func findings(_ act: () async throws -> some Any) async -> [Finding]? {
    do {
        _ = try await act()
        return nil
    } catch {
        switch error as? Failure {
        case .refused(let findings), .impossible(let findings): return findings
        case nil:
            Issue.record("another error: \(error)")
            return nil
        }
    }
}
