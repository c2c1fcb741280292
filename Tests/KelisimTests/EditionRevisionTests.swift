import KelisimText
import Testing

@testable import Kelisim

/// What a second edition changes: in one language only, or under the name of an editorial one.
struct EditionRevisionTests {
    private static let kk = """
        # «Сайт» саясаты

        ## 1. Жалпы ережелер

        1.1. Деректер 30 күн сақталады.

        1.2. Әкімшілік деректерді бермейді.

        1.3. Пайдаланушы 1.1-тармақпен танысады.

        """
    private static let ru = """
        # Политика «Сайта»

        ## 1. Общие положения

        1.1. Данные хранятся 30 дней.

        1.2. Администрация не передаёт данные.

        1.3. Пользователь знакомится с пунктом 1.1.

        """

    /// The findings about changes: file, line, code, what was and what is.
    private static func review(
        _ change: String,
        _ edits: [(file: String, old: String, new: String)],
        published: Bool = false
    ) throws -> [String] {
        var files = [
            "privacy/policy.yaml": PolicyFixture.policy,
            "privacy/1/edition.yaml": "effective: on publication\nchange: reconsent\n",
            "privacy/1/kk.md": kk, "privacy/1/ru.md": ru,
            "privacy/2/edition.yaml": "basedOn: 1\nsummary: {kk: Бар., ru: Есть.}\n\(change)\n",
            "privacy/2/kk.md": kk, "privacy/2/ru.md": ru,
        ]
        for edit in edits {
            let path = "privacy/2/\(edit.file)"
            let text = try #require(files[path])
            try #require(text.contains(edit.old))
            files[path] = text.replacing(edit.old, with: edit.new)
        }
        let folder = try TemporaryRepository(files)
        let repository = try folder.read()
        try #require(folder.lines(repository.findings).isEmpty)
        return Review.findings(in: repository)
            .filter { [.changedInOneLanguage, .editorialChangesMeaning].contains($0.code) }
            .map { finding in
                let facts = ["clause", "language", "before", "now"]
                    .compactMap { finding.arguments[$0] }
                let file = finding.place.file.split(separator: "/").suffix(2)
                return file.joined(separator: "/") + ":\(finding.place.line ?? 0) "
                    + facts.joined(separator: " | ")
            }
    }

    // MARK: - One language

    @Test func rewordedInOneLanguage() throws {
        let kazakh = ("kk.md", "Әкімшілік деректерді", "Біз ешкімге деректерді")
        let russian = ("ru.md", "Администрация не передаёт", "Мы никому не передаём")
        #expect(try Self.review("change: notice", [kazakh]) == ["2/ru.md:7 1.2 | ru"])
        #expect(try Self.review("change: notice", [russian]) == ["2/kk.md:7 1.2 | kk"])
        #expect(try Self.review("change: notice", [kazakh, russian]) == [])
        #expect(try Self.review("change: notice", []) == [])
    }

    /// The clause behind an inserted one has another number in both texts and other words in neither.
    @Test func whatOnlyFollowsARenumberingIsNoChangeOfWords() throws {
        let edits = [
            ("kk.md", "1.3. Пай", "1.2. Сайт ашық.\n\n1.4. Пай"),
            ("kk.md", "1.2. Әкім", "1.3. Әкім"),
            ("ru.md", "1.3. Поль", "1.2. Сайт открыт.\n\n1.4. Поль"),
            ("ru.md", "1.2. Админ", "1.3. Админ"),
        ]
        #expect(try Self.review("change: notice", edits) == [])
    }

    @Test func typographyOfOneLanguageIsNoChangeOfWords() throws {
        #expect(try Self.review("change: notice", [("ru.md", "«Сайта»", "\"Сайта\"")]) == [])
    }

    // MARK: - Editorial editions

    @Test(arguments: [
        ("30 күн", "30 дней", "60 күн", "60 дней", "1.1 | 30 | 60", "1.1 | 30 | 60"),
        (
            "бермейді", "не передаёт", "береді", "передаёт", "1.2 | «бермейді» | —",
            "1.2 | «не» | —"
        ),
        (
            "1.1-тармақпен", "пунктом 1.1", "1.2-тармақпен", "пунктом 1.2", "1.3 | 1.1 | 1.2",
            "1.3 | 1.1 | 1.2"
        ),
        (
            "танысады", "знакомится", "келіседі", "соглашается", "1.3 | «танысады» | «келіседі»",
            "1.3 | «знакомится» | «соглашается»"
        ),
    ]) func meaningOfAnEditorialEdition(
        _ kk: String,
        _ ru: String,
        _ newKK: String,
        _ newRU: String,
        _ kazakh: String,
        _ russian: String
    ) throws {
        let edits = [("kk.md", kk, newKK), ("ru.md", ru, newRU)]
        let lines = ["1.1": 5, "1.2": 7, "1.3": 9]
        let line = try #require(lines[String(kazakh.prefix(3))])
        #expect(
            try Self.review("change: editorial", edits) == [
                "2/kk.md:\(line) \(kazakh)", "2/ru.md:\(line) \(russian)",
            ]
        )
        #expect(try Self.review("change: notice", edits) == [])
        let reason = "change: editorial\neditorialReason: {kk: Қате еді., ru: Была ошибка.}"
        #expect(try Self.review(reason, edits) == [])
    }

    @Test func addedAndRemovedClauses() throws {
        let added = [
            ("kk.md", "1.3. Пай", "1.3. Сайт ашық.\n\n1.4. Пай"),
            ("ru.md", "1.3. Поль", "1.3. Сайт открыт.\n\n1.4. Поль"),
        ]
        #expect(
            try Self.review("change: editorial", added) == [
                "2/kk.md:9 1.3 | — | «Сайт ашық.»", "2/ru.md:9 1.3 | — | «Сайт открыт.»",
            ]
        )
        let removed = [
            ("kk.md", "1.3. Пайдаланушы 1.1-тармақпен танысады.\n", ""),
            ("ru.md", "1.3. Пользователь знакомится с пунктом 1.1.\n", ""),
        ]
        #expect(
            try Self.review("change: editorial", removed) == [
                "2/kk.md:7 1.3 | «Пайдаланушы 1.1-тармақпен танысады.» | —",
                "2/ru.md:7 1.3 | «Пользователь знакомится с пунктом 1.1.» | —",
            ]
        )
    }

    /// A space can turn a sentence round.
    @Test func aNegationThatIsWrittenTogetherIsNone() throws {
        let edits = [("ru.md", "не передаёт", "непередаёт")]
        #expect(
            try Self.review("change: editorial", edits).contains { $0.hasPrefix("2/ru.md:7 1.2 |") }
        )
    }

    @Test func typographyIsEditorial() throws {
        let edits = [("kk.md", "«Сайт»", "„Сайт“"), ("ru.md", "«Сайта»", "\"Сайта\"")]
        #expect(try Self.review("change: editorial", edits) == [])
    }

    // MARK: - The reason

    /// It is fixed at the end of the record, and no other record has the key.
    @Test func reasonIsPublished() throws {
        let folder = try TemporaryRepository([
            "privacy/policy.yaml": PolicyFixture.policy,
            "privacy/1/edition.yaml": "effective: on publication\nchange: reconsent\n",
            "privacy/1/kk.md": Self.kk, "privacy/1/ru.md": Self.ru,
            "privacy/2/edition.yaml": """
            effective: on publication
            change: editorial
            summary: {kk: Бар., ru: Есть.}
            editorialReason: {ru: Была ошибка., kk: Қате еді.}

            """,
            "privacy/2/kk.md": Self.kk.replacing("танысады", with: "келіседі"),
            "privacy/2/ru.md": Self.ru.replacing("знакомится с", with: "соглашается с"),
        ])
        _ = try folder.writer.publish("privacy", edition: 1, now: PolicyFixture.now)
        let second = PolicyFixture.instant("2026-11-23T13:00:00Z")
        _ = try folder.writer.publish("privacy", edition: 2, now: second)
        #expect(
            try folder.text("privacy/2/publication.json")
                .hasSuffix(
                    """
                      "backdated": null,
                      "editorialReason": {"kk": "Қате еді.", "ru": "Была ошибка."}
                    }

                    """
                )
        )
        #expect(try folder.text("privacy/1/publication.json").hasSuffix("\"backdated\": null\n}\n"))
        #expect(folder.lines(try folder.read().findings) == [])
        let reason = try folder.read().policies.first?.edition(2)?.terms?.editorialReason
        #expect(reason?.entries.map(\.text) == ["Қате еді.", "Была ошибка."])
        // What was published cannot be explained otherwise afterwards.
        try folder.replace("Была ошибка.", with: "Так лучше.", in: "privacy/2/edition.yaml")
        #expect(
            folder.lines(try folder.read().findings)
                == ["privacy/2/edition.yaml:4:18 edition-changed-after-publication"]
        )
    }
}
