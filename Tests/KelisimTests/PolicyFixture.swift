import Testing

@testable import Kelisim

/// Files of small policies that have nothing wrong with them.
enum PolicyFixture {
    /// A policy with both of its editions published, an hour after each other.
    static func published() throws -> TemporaryRepository {
        let repository = try TemporaryRepository(twoDrafts)
        _ = try repository.writer.publish("privacy", edition: 1, now: now)
        _ = try repository.writer.publish(
            "privacy",
            edition: 2,
            now: instant("2026-11-23T13:00:00Z")
        )
        return repository
    }

    static let now = instant("2026-11-23T12:00:00Z")

    static let policy = """
        title: {kk: Құпиялылық саясаты, ru: Политика конфиденциальности}
        operator: {name: {kk: «Үміт» қоры, ru: Фонд «Үміт»}, site: https://example.kz/}
        languages: [kk, ru]
        authoritative: kk
        timeZone: Asia/Almaty
        acceptance: {mandatory: true, minimumMethod: click, guardianUnder: 14}

        """
    static let kk = "# Құпиялылық саясаты\n\nБұл саясат сайтқа қолданылады.\n"
    static let ru = "# Политика конфиденциальности\n\nЭта политика применяется к сайту.\n"
    static let first = "effective: on publication\nchange: reconsent\nunofficial: [ru]\n"
    static let second = """
        effective: 10 days after publication
        change: reconsent
        acceptWithin: 30 days
        basedOn: 1
        summary: {kk: Мерзім анықталды., ru: Уточнён срок.}

        """

    /// One policy with the draft of its first edition.
    static let draft: [String: String] = [
        "privacy/policy.yaml": policy,
        "privacy/1/edition.yaml": first,
        "privacy/1/kk.md": kk,
        "privacy/1/ru.md": ru,
    ]

    /// The same with the draft of a second edition.
    static let twoDrafts = draft.merging([
        "privacy/2/edition.yaml": second,
        "privacy/2/kk.md": kk,
        "privacy/2/ru.md": ru,
    ]) { old, _ in old }

    static func instant(_ text: String) -> Instant {
        guard let instant = Instant(text) else {
            Issue.record("not an instant: \(text)")
            return Instant(milliseconds: 0)
        }
        return instant
    }

    static func language(_ tag: String) throws -> Language { try #require(Language(tag)) }

    /// The findings for which `act` is refused, or nil when it is not.
    static func refusal(_ act: () throws(Failure) -> some Any) -> [Finding]? {
        do throws(Failure) {
            _ = try act()
            return nil
        } catch {
            guard case .refused(let findings) = error else {
                Issue.record("impossible: \(error)")
                return nil
            }
            return findings
        }
    }

    /// The names of the codes for which `act` is refused.
    static func codes(_ act: () throws(Failure) -> some Any) -> [String]? {
        refusal(act)?.map(\.code.name)
    }
}
