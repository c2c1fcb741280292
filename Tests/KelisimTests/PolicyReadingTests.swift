import Foundation
import Testing

@testable import Kelisim

@Suite struct PolicyReadingTests {
    private typealias Fixture = PolicyFixture

    @Test func aRightRepositoryHasNoFindings() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        #expect(try repository.findings() == [])
        let policy = try #require(try repository.read().policies.first)
        #expect(policy.id.slug == "privacy")
        let settings = try #require(policy.settings)
        #expect(settings.languages.map(\.tag) == ["kk", "ru"])
        #expect(settings.title[try Fixture.language("ru")] == "Политика конфиденциальности")
        #expect(settings.operator.name.entries[0].text == "«Үміт» қоры")
        #expect(settings.authoritative == .language(try Fixture.language("kk")))
        #expect(
            settings.acceptance
                == Acceptance(mandatory: true, minimumMethod: .click, guardianUnder: 14)
        )
        let second = try #require(policy.edition(2))
        #expect(second.settings?.acceptWithin == DayCount("30 days"))
        #expect(second.terms?.effective == .daysAfterPublication(10))
        #expect(second.terms?.basedOn == 1)
        #expect(second.texts.map(\.language.tag) == ["kk", "ru"])
        #expect(policy.edition(1)?.terms?.unofficial.map(\.tag) == ["ru"])
        #expect(policy.edition(1)?.terms?.basedOn == nil)
    }

    @Test func aMissingRepositoryIsImpossible() {
        #expect(throws: Failure.self) { try Repository.read("/nowhere/at/all") }
        do throws(Failure) {
            _ = try Repository.read("/nowhere/at/all")
        } catch {
            guard case .impossible(let findings) = error else {
                Issue.record("should be impossible")
                return
            }
            #expect(findings.map(\.code.name) == ["cannot-read"])
        }
    }

    @Test func allProblemsOfAllFilesAreNamedAtOnce() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        try repository.replace("title:", with: "titel:", in: "privacy/policy.yaml")
        try repository.replace("Asia/Almaty", with: "Almaty", in: "privacy/policy.yaml")
        try repository.replace(
            "change: reconsent",
            with: "change: major",
            in: "privacy/2/edition.yaml"
        )
        try repository.replace("30 days", with: "30 day", in: "privacy/2/edition.yaml")
        try repository.write(Array("# Са\u{202E}ясат\n".utf8) + [0xFF], to: "privacy/1/kk.md")
        try repository.remove("privacy/2/ru.md")
        #expect(
            try repository.findings() == [
                "privacy/1/kk.md:1:5 bidi-control", "privacy/1/kk.md:2:1 invalid-utf8",
                "privacy/2/edition.yaml:2:9 value-not-allowed",
                "privacy/2/edition.yaml:3:15 invalid-day-count",
                "privacy/2/ru.md missing-language",
                "privacy/policy.yaml:1:1 misspelled-key",
                "privacy/policy.yaml:5:11 invalid-time-zone",
            ]
        )
    }

    @Test(arguments: [
        ("Privacy", "invalid-policy-name"), ("1", "invalid-policy-name"),
        ("a_b", "invalid-policy-name"),
        ("kk", "reserved-policy-name"), ("log", "reserved-policy-name"),
        ("v1", "reserved-policy-name"),
        (".hidden", "unknown-file"),
    ])
    func foldersOfPolicies(name: String, code: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write("x", to: "\(name)/policy.yaml")
        #expect(try repository.findings() == ["\(name) \(code)"])
    }

    @Test func aLanguageInUseIsReserved() throws {
        let files = Fixture.draft.map { path, text in
            (
                path.replacing("privacy", with: "ast").replacing("ru.md", with: "ast.md"),
                text.replacing("ru", with: "ast").replacing("tast", with: "true")
            )
        }
        let repository = try TemporaryRepository(Dictionary(uniqueKeysWithValues: files))
        #expect(try repository.findings().contains("ast reserved-policy-name"))
    }

    @Test(arguments: [
        ("0", "invalid-edition-number"), ("01", "invalid-edition-number"),
        ("+2", "invalid-edition-number"),
        ("-1", "invalid-edition-number"), ("99999999999999999999", "invalid-edition-number"),
        ("2.0", "invalid-edition-number"), ("drafts", "unknown-folder"),
        ("1/images", "unknown-folder"),
        (".idea", "unknown-file"),
    ])
    func foldersOfEditions(name: String, code: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write("x", to: "privacy/\(name)/notes.md")
        #expect(try repository.findings() == ["privacy/\(name) \(code)"])
    }

    @Test func gaps() throws {
        let files = Fixture.twoDrafts.map { path, text in
            (path.replacing("privacy/2", with: "privacy/3"), text)
        }
        let repository = try TemporaryRepository(Dictionary(uniqueKeysWithValues: files))
        #expect(try repository.findings() == ["privacy/3 edition-gap"])
        #expect(
            try repository.read().findings.first?.arguments == ["edition": "3", "missing": "2"]
        )
    }

    @Test(arguments: [
        ("README.md", "README.md unknown-file"),
        ("privacy/.DS_Store", "privacy/.DS_Store unknown-file"),
        ("privacy/1/NOTES.md", "privacy/1/NOTES.md unknown-file"),
        ("privacy/1/en.md", "privacy/1/en.md unexpected-language"),
        ("privacy/1/KK.md", "privacy/1/KK.md invalid-language"),
        ("privacy/1/kk_Latn.md", "privacy/1/kk_Latn.md invalid-language"),
    ])
    func foreignFiles(path: String, line: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write("x\n", to: path)
        #expect(try repository.findings() == [line])
    }

    @Test func versionControlIsNoFile() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write("x", to: ".git/HEAD")
        #expect(try repository.findings() == [])
    }

    @Test func missingFiles() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.remove("privacy/policy.yaml")
        try repository.remove("privacy/1/edition.yaml")
        #expect(
            try repository.findings() == [
                "privacy/1/edition.yaml missing-edition-file",
                "privacy/policy.yaml missing-policy-file",
            ]
        )
    }

    @Test func linksInsideAreFollowedAndOthersRefused() throws {
        let outside = try TemporaryRepository(["kk.md": Fixture.kk])
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write(Fixture.kk, to: "shared.txt")
        try repository.remove("shared.txt")
        try repository.remove("privacy/1/ru.md")
        try repository.link("privacy/1/ru.md", to: "kk.md")
        #expect(try repository.findings() == [])

        try repository.remove("privacy/1/kk.md")
        try repository.link("privacy/1/kk.md", to: outside.path("kk.md"))
        try repository.remove("privacy/1/ru.md")
        try repository.link("privacy/1/ru.md", to: "ru.md")
        try repository.link("gone", to: "nowhere")
        try repository.link("terms", to: outside.root)
        #expect(
            try repository.findings() == [
                "gone link-broken", "privacy/1/kk.md link-leaves-repository",
                "privacy/1/ru.md link-loop",
                "terms link-leaves-repository",
            ]
        )
    }

    @Test func aNamedPipeIsNotWaitedFor() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.remove("privacy/1/kk.md")
        #expect(mkfifo(repository.path("privacy/1/kk.md"), 0o600) == 0)
        #expect(try repository.findings() == ["privacy/1/kk.md not-a-file"])
    }

    @Test(arguments: [
        ("", "empty-text"), (" \n\u{A0}\n", "empty-text"), ("\u{FEFF}x", "byte-order-mark"),
        ("a\u{0}", "null-character"), ("аи\u{306}", "not-nfc"), ("a\r\n", "carriage-return"),
        ("\u{2067}", "bidi-control"), (String(repeating: ">", count: 70), "nesting-too-deep"),
        (String(repeating: "абв\n", count: 5 << 17), "file-too-large"),
    ])
    func texts(text: String, code: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write(text, to: "privacy/1/ru.md")
        let findings = try repository.read().findings
        #expect(findings.map(\.code.name) == [code])
        #expect(findings.map(\.place.file) == [repository.path("privacy/1/ru.md")])
    }

    @Test func aTextOfExactlyFourMebibytesIsRead() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write(String(repeating: "abcdefg\n", count: 1 << 19), to: "privacy/1/ru.md")
        #expect(try repository.findings() == [])
    }

    @Test func largeMetadataIsRefused() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.write(
            Fixture.first + String(repeating: "# comment\n", count: 7000),
            to: "privacy/1/edition.yaml"
        )
        #expect(try repository.findings() == ["privacy/1/edition.yaml file-too-large"])
    }

    @Test(arguments: [
        ("languages: [kk, ru]", "languages: [kk, ../ru]", "policy.yaml:3:17 invalid-language"),
        ("languages: [kk, ru]", "languages: [kk, RU]", "policy.yaml:3:17 invalid-language"),
        ("languages: [kk, ru]", "languages: [kk, ru, ru]", "policy.yaml:3:21 duplicate-language"),
        ("languages: [kk, ru]", "languages: []", "policy.yaml:3:12 empty-value"),
        ("languages: [kk, ru]", "languages: kk", "policy.yaml:3:12 expected-list"),
        ("languages: [kk, ru]", "languages: [kk, ru, en]", "policy.yaml:1:8 missing-translation"),
        ("authoritative: kk", "authoritative: en", "policy.yaml:4:16 language-not-listed"),
        ("mandatory: true", "mandatory: yes", "policy.yaml:6:25 expected-boolean"),
        ("guardianUnder: 14", "guardianUnder: 0", "policy.yaml:6:68 expected-number"),
        ("minimumMethod: click", "minimumMethod: paper", "policy.yaml:6:46 value-not-allowed"),
        ("https://example.kz/", "example.kz", "policy.yaml:2:60 invalid-address"),
        ("https://example.kz/", "javascript:alert(1)", "policy.yaml:2:60 invalid-address"),
        ("Asia/Almaty", "", "policy.yaml:5:10 empty-value"),
        ("Asia/Almaty", "null", "policy.yaml:5:11 empty-value"),
        ("Asia/Almaty", "{a: b}", "policy.yaml:5:11 expected-text"),
        ("Asia/Almaty", "&z Asia/Almaty", "policy.yaml:5:11 yaml-feature"),
    ])
    func policySettings(old: String, new: String, line: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.replace(old, with: new, in: "privacy/policy.yaml")
        let findings = try repository.findings()
        #expect(findings.contains("privacy/\(line)"), "\(findings)")
    }

    @Test(arguments: [
        ("effective: 10 days after publication", "effective: soon", "1:12 invalid-effective-rule"),
        ("change: reconsent", "chanse: reconsent", "2:1 misspelled-key"),
        ("basedOn: 1", "basedOn: 2", "4:10 expected-number"),
        ("basedOn: 1", "basedOn: 0", "4:10 expected-number"),
        (", ru: Уточнён срок.", "", "5:10 missing-summary"),
        ("Уточнён срок.", "\"\"", "5:10 missing-summary"),
        ("Уточнён срок.", "\" \"", "5:10 missing-summary"),
        ("ru: Уточнён срок.", "ru: x, en: y", "5:41 language-not-listed"),
        ("basedOn: 1", "unofficial: [kk]", "4:13 unofficial-authoritative"),
        ("basedOn: 1", "unofficial: [kk, ru]", "4:13 unofficial-authoritative"),
        ("basedOn: 1", "unofficial: [en]", "4:14 language-not-listed"),
        ("basedOn: 1", "source: {file: a.txt, sha256: abc}", "4:31 invalid-digest"),
        ("basedOn: 1", "approvedBy:", "4:12 empty-value"),
        ("basedOn: 1", "basedOn: 1\nbasedOn: 1", "5:1 duplicate-key"),
    ])
    func editionSettings(old: String, new: String, line: String) throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        try repository.replace(old, with: new, in: "privacy/2/edition.yaml")
        let findings = try repository.findings()
        #expect(findings.contains("privacy/2/edition.yaml:\(line)"), "\(findings)")
    }

    @Test func editionRules() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        try repository.write("change: notice\nbasedOn: 1\n", to: "privacy/1/edition.yaml")
        try repository.write("effective: on publication\n", to: "privacy/2/edition.yaml")
        #expect(
            try repository.findings() == [
                "privacy/1/edition.yaml:1:9 first-edition-reconsent",
                "privacy/1/edition.yaml:2:10 first-edition-basis",
                "privacy/2/edition.yaml:1:1 missing-key",
                "privacy/2/edition.yaml:1:1 missing-summary",
            ]
        )
    }

    @Test func allTextsUnofficial() throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.replace(
            "authoritative: kk",
            with: "authoritative: equal",
            in: "privacy/policy.yaml"
        )
        try repository.write("unofficial: [kk, ru]\n", to: "privacy/1/edition.yaml")
        #expect(try repository.findings() == ["privacy/1/edition.yaml:1:13 unofficial-all"])
    }

    @Test(arguments: [
        ("2026-03-08", "day-without-midnight"), ("2026-11-01", "day-with-two-midnights"),
    ])
    func daysWithoutASingleBeginning(day: String, code: String) throws {
        let repository = try TemporaryRepository(Fixture.draft)
        try repository.replace("Asia/Almaty", with: "America/Havana", in: "privacy/policy.yaml")
        try repository.write("effective: \(day)\n", to: "privacy/1/edition.yaml")
        #expect(try repository.findings() == ["privacy/1/edition.yaml:1:12 \(code)"])
    }

    @Test func wordsThatYAMLTakesForBooleans() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        try repository.replace("Уточнён срок.", with: "no", in: "privacy/2/edition.yaml")
        #expect(try repository.findings() == [])
        let summary = try repository.read().policies.first?.edition(2)?.settings?.summary
        #expect(summary?[try Fixture.language("ru")] == "no")
    }

    @Test func draftsAreJudgedAsIfPublishedNow() throws {
        let repository = try TemporaryRepository(Fixture.twoDrafts)
        try repository.write("effective: 20 days after publication\n", to: "privacy/1/edition.yaml")
        let read = try repository.read()
        #expect(
            repository.lines(read.findings(at: Fixture.now)) == [
                "privacy/2/edition.yaml:1:12 shorter-notice"
            ]
        )
        try repository.write("effective: 2020-01-01\n", to: "privacy/1/edition.yaml")
        #expect(
            repository.lines(try repository.read().findings(at: Fixture.now)) == [
                "privacy/1/edition.yaml:1:12 effective-in-past"
            ]
        )
    }
}
