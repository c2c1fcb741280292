import Foundation
import KelisimTesting
import Testing

/// The verbs of the registry through the real binary.
struct RegistryVerbTests {
    private let sandbox: Sandbox

    /// A sandbox in which edition 1 of `terms` is in force.
    init() throws {
        sandbox = try Sandbox()
        try sandbox.folder.write(
            "policies/terms/policy.yaml",
            Sandbox.policy.replacing("click}", with: "click, guardianUnder: 14}")
        )
        try done("publish terms 1 --at 2026-01-06T00:00:00Z --backdated Moved")
    }

    private func run(_ line: String, _ environment: [String: String] = [:]) throws -> Command {
        try Command.run(
            Project.binary,
            line.split(separator: " ").map(String.init),
            in: sandbox.folder.path,
            environment: environment
        )
    }

    @discardableResult
    private func done(
        _ line: String,
        at location: SourceLocation = #_sourceLocation
    ) throws
        -> String
    {
        let command = try run(line)
        #expect(command.status == 0, "\(line): \(command.errors)", sourceLocation: location)
        return command.output
    }

    /// How many rows the published checkpoint covers.
    private func published() throws -> Int {
        let lines = try sandbox.folder.read("log/checkpoint").split(separator: "\n")
        return try #require(Int(lines[1]))
    }

    private func json(_ line: String, status: Int32 = 0) throws -> [String: Any] {
        let command = try run("\(line) --format json")
        #expect(command.status == status, "\(line): \(command.errors)")
        let value = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
        return try #require(value as? [String: Any])
    }

    private static let accept = "terms --act accepted --method click --edition 1 --language kk"

    // MARK: - Deciding and standing

    @Test func whoHasAgreedMayGoOn() throws {
        let before = try json("standing u-1 terms", status: 1)
        #expect(before["state"] as? String == "due")
        #expect(before["allowed"] as? Bool == false)
        let answer = try json("decide u-1 \(Self.accept)")
        #expect(answer["index"] as? Int == 1, "the publication stands before it")
        #expect((answer["standing"] as? [String: Any])?["state"] as? String == "current")
        let after = try json("standing u-1 terms")
        #expect(after["allowed"] as? Bool == true)
        let accepted = try #require(after["accepted"] as? [String: Any])
        #expect(accepted["decision"] as? String == answer["id"] as? String)
        try done("decide u-1 terms --act withdrawn --method click")
        #expect(try json("standing u-1 terms", status: 1)["state"] as? String == "withdrawn")
        #expect(try run("standing u-1 terms --at 2026-06-01T00:00:00Z").status == 1)
    }

    @Test func aRepeatIsRecordedOnce() throws {
        let line = "decide u-1 \(Self.accept) --idempotency-key k-1"
        let first = try json(line)
        let second = try json(line)
        #expect(first["id"] as? String == second["id"] as? String)
        #expect(
            try run(line.replacing("kk", with: "ru")).errors.contains("[idempotency-key-reused]")
        )
        #expect((try json("history u-1")["decisions"] as? [Any])?.count == 1)
        // A key of its own is told, so that a command can be repeated.
        let own = try run("decide u-1 \(Self.accept)")
        let key = try #require(own.errors.firstMatch(of: /--idempotency-key ([0-9a-z]+)/)?.1)
        let again = try run("decide u-1 \(Self.accept) --idempotency-key \(key)")
        #expect(again.output.hasPrefix("Recorded before"))
        #expect(again.errors.isEmpty)
    }

    @Test func verbsBesideEachOtherWaitForTheDatabase() async throws {
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 1...8 {
                group.addTask { try run("decide u-\(number) \(Self.accept)").status }
            }
            for try await status in group { #expect(status == 0) }
        }
        #expect(try json("report terms")["heardOf"] as? Int == 8)
    }

    @Test func guardiansDecideForChildren() throws {
        let guardian = "--guardian g-1 --ward u-9 --basis parent --from 2026-01-10T00:00:00Z"
        try done("guardian add gs-1 \(guardian) --reaches 14=2099-03-02")
        #expect(try run("decide u-9 \(Self.accept)").errors.contains("[ward-cannot-decide]"))
        try done("decide u-9 \(Self.accept) --actor g-1 --guardianship gs-1")
        let standing = try json("standing u-9 terms")
        #expect(standing["validUntil"] as? String == "2099-03-01T19:00:00Z")
        let row = try #require((try json("report terms")["rows"] as? [[String: Any]])?.first)
        #expect(row["actor"] as? String == "guardian")
        let ended = try json("guardian end gs-1")
        #expect(ended["until"] is String)
        #expect((try json("guardian show gs-1")["versions"] as? [Any])?.count == 2)
        #expect((try json("guardian list g-1")["guardianships"] as? [Any])?.count == 1)
        #expect(
            try run("decide u-9 \(Self.accept) --actor g-1 --guardianship gs-1").errors
                .contains("[guardianship-not-valid]")
        )
        #expect(
            try run("guardian add gs-1 \(guardian)").errors.contains("[guardianship-fixed]")
        )
        #expect(try run("guardian show gs-2").errors.contains("[unknown-guardianship]"))
    }

    @Test func paperIsEnteredWithItsOwnTime() throws {
        let paper = "decide u-1 terms --act accepted --method paper --edition 1 --language ru"
        let answer = try json("\(paper) --occurred-at 2026-02-01T12:00:00+05:00")
        #expect(answer["occurredAt"] as? String == "2026-02-01T07:00:00Z")
        #expect(try run("standing u-1 terms --at 2026-03-01T00:00:00Z").status == 0)
        #expect(
            try run("standing u-1 terms --known-at 2026-03-01T00:00:00Z").errors
                .contains("[unknown-policy]")
        )
        let early = try run("\(paper) --occurred-at 2026-01-01T12:00:00Z")
        #expect(early.errors.contains("[edition-not-acceptable]"))
        #expect(early.errors.contains("not published yet"))
    }

    // MARK: - Hold, erasure, export

    @Test func aHoldForbidsErasing() throws {
        try done("decide u-1 \(Self.accept)")
        #expect(try json("hold u-1 --reason dispute")["reason"] as? String == "dispute")
        let size = try published()
        let refused = try run("erase u-1 --ground asked")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("[subject-on-hold]") && refused.errors.contains("dispute"))
        #expect(try published() == size + 1, "the refusal is published")
        #expect(try json("release u-1")["reason"] is NSNull)
        let erased = try json("erase u-1 --ground asked")
        #expect(erased["erased"] as? Int == 4, "decision, hold, refusal and release")
        #expect((erased["retained"] as? [[String: String]])?.first?["what"] == "log-leaves")
        #expect((try json("history u-1")["decisions"] as? [Any])?.isEmpty ?? false)
        let report = try json("report terms")
        #expect(report["heardOf"] as? Int == 0)
        #expect(report["erased"] as? Int == 1)
        #expect(try done("erase u-1 --ground asked").hasPrefix("Nothing is held of u-1."))
        #expect(try json("report terms")["erased"] as? Int == 1)
    }

    @Test func anErasedKeyIsGone() throws {
        let line = "decide u-1 \(Self.accept) --idempotency-key k-1"
        try done(line)
        try done("erase u-1 --ground asked")
        #expect(try run(line).errors.contains("[gone]"))
    }

    @Test func anExportHasTheTextAgreedTo() throws {
        try done("decide u-1 \(Self.accept) --screen signup-3 --button Келісемін")
        let export = try json("export u-1")
        let text = (export["texts"] as? [[String: Any]])?.first?["text"] as? String
        #expect(text == Sandbox.kazakh)
        let decision = (export["decisions"] as? [[String: Any]])?.first
        #expect((decision?["context"] as? [String: Any])?["button"] as? String == "Келісемін")
        #expect((try json("export u-2")["decisions"] as? [Any])?.isEmpty ?? false)
    }

    // MARK: - Reports

    @Test func theImpactOfADraftIsToldBeforeItIsPublished() throws {
        try done("decide u-1 \(Self.accept)")
        try done("decide u-2 terms --act accepted --method click --edition 1 --language ru")
        try done("decide u-3 terms --act declined --method click --edition 1 --language ru")
        try done("new terms")
        let incomplete = try run("impact terms 2")
        #expect(incomplete.status == 1)
        #expect(incomplete.errors.contains("[draft-incomplete]"))
        try sandbox.folder.write(
            "policies/terms/2/edition.yaml",
            """
            effective: 10 days after publication
            change: reconsent
            basedOn: 1
            summary: {kk: Сөздер нақтыланды., ru: Уточнены слова.}

            """
        )
        let impact = try json("impact terms 2")
        #expect(impact["state"] as? String == "draft")
        #expect(impact["again"] as? Int == 2)
        #expect(impact["open"] as? Int == 1)
        #expect((impact["byLanguage"] as? [[String: Any]])?.count == 2)
        #expect(try done("impact terms 2 --messages ru").contains("решить заново: 2 из 3"))
        try done("publish terms 2")
        #expect(try json("impact terms 2")["state"] as? String == "upcoming")
        let due = try done("report terms --state due --edition 2").split(separator: "\n").sorted()
        #expect(due == ["u-1", "u-2", "u-3"])
        #expect(try run("impact terms 1").errors.contains("[edition-not-upcoming]"))
        #expect(try run("impact terms 3").errors.contains("[unknown-edition]"))
        #expect(try run("impact nothing 1").errors.contains("[unknown-edition]"))
    }

    @Test func subjectsAreListedForPeopleAndPrograms() throws {
        for subject in ["u-2", "u-1"] { try done("decide \(subject) \(Self.accept)") }
        let lines = try done("report terms --state current").split(separator: "\n")
        #expect(lines.sorted() == ["u-1", "u-2"])
        let found = try json("report terms --state current")
        #expect((found["subjects"] as? [String])?.sorted() == ["u-1", "u-2"])
        #expect(found["next"] is NSNull)
        #expect((try json("report terms --state due")["subjects"] as? [String])?.isEmpty ?? false)
        #expect(
            try run("report terms --state due --edition 7").errors.contains("[unknown-edition]")
        )
    }

    // MARK: - The database

    @Test func readingMakesNoDatabase() throws {
        let command = try run("standing u-1 terms")
        #expect(command.status == 1)
        #expect(command.errors.contains("kelisim.db: warning:"))
        #expect(command.errors.contains("[registry-missing]"))
        #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path("kelisim.db")))
        #expect(try done("history u-1") == "Nothing is held of u-1.\n")
    }

    @Test func theDatabaseIsWhereTheSettingsSay() throws {
        let path = sandbox.folder.path("data.db")
        let command = try run("decide u-1 \(Self.accept)", ["KELISIM_DATABASE": "sqlite:\(path)"])
        #expect(command.status == 0)
        #expect(FileManager.default.fileExists(atPath: path))
        let folder = try run("decide u-1 \(Self.accept)", ["KELISIM_DATABASE": "sqlite:no/data.db"])
        #expect(folder.status == 2)
        #expect(folder.errors.contains("no/data.db"), "\(folder.errors)")
        let foreign = try run("history u-1", ["KELISIM_DATABASE": "sqlite:policies/terms/1/kk.md"])
        #expect(foreign.status == 2)
        #expect(foreign.errors.hasPrefix("policies/terms/1/kk.md: error:"), "\(foreign.errors)")
        #expect(try run("history u-1", ["KELISIM_DATABASE": "mysql://x"]).status == 1)
    }

    @Test func aChangedTextStopsDecidingAndNotReading() throws {
        try done("decide u-1 \(Self.accept)")
        try sandbox.folder.write("policies/terms/1/kk.md", Sandbox.kazakh + "1.3. Тағы.\n")
        let decision = try run("decide u-2 \(Self.accept)")
        #expect(decision.status == 1)
        #expect(decision.errors.contains("[text-changed]"))
        let standing = try run("standing u-1 terms")
        #expect(standing.status == 0)
        #expect(standing.errors.contains("[policies-not-taken-up]"))
        try done("hold u-1 --reason dispute")
    }

    @Test func anotherHistoryOfTheFilesIsNoticed() throws {
        try done("decide u-1 \(Self.accept)")
        for file in ["publication.json"] {
            try FileManager.default.removeItem(
                atPath: sandbox.folder.path("policies/terms/1/\(file)")
            )
        }
        try done("publish terms 1 --at 2026-01-07T00:00:00Z --backdated Moved")
        let decision = try run("decide u-2 \(Self.accept)")
        #expect(decision.status == 1)
        #expect(decision.errors.hasPrefix("policies/terms/1/publication.json: error:"))
        #expect(decision.errors.contains("[publication-contradicted]"))
        #expect(try run("standing u-1 terms").errors.contains("[policies-not-taken-up]"))
    }

    @Test func registryVerbsNeedNoPolicies() throws {
        try done("decide u-1 \(Self.accept)")
        try FileManager.default.removeItem(atPath: sandbox.folder.path("policies"))
        let standing = try run("standing u-1 terms")
        #expect(standing.status == 0)
        #expect(standing.errors.isEmpty)
        #expect((try json("export u-1")["texts"] as? [[String: Any]])?.first?["text"] is NSNull)
        #expect(try run("decide u-2 \(Self.accept)").status == 2)
    }

    // MARK: - What is typed wrong

    private static let wrong: [(line: String, status: Int32, words: String)] = [
        ("standing 870101300123 terms", 1, "[subject-not-opaque]"),
        ("standing a@b.kz terms", 1, "e-mail"), ("standing +77771234567 terms", 1, "phone"),
        ("standing u_ä terms", 1, "[subject-not-opaque]"),
        ("standing u-1 nothing", 1, "[unknown-policy]"), ("standing u-1 Terms", 64, "Terms"),
        ("standing u-1 terms --at yesterday", 64, "yesterday"), ("standing u-1", 64, "policy"),
        ("history 87771234567", 1, "[subject-not-opaque]"), ("history", 64, "subject"),
        ("report nothing", 1, "[unknown-policy]"), ("report terms --edition 1", 64, "--state"),
        ("report terms --state happy", 64, "happy"), ("impact terms x", 64, "x"),
        ("export a@b.kz", 1, "[subject-not-opaque]"), ("export u-1 --format text", 64, "text"),
        ("erase u-1", 64, "--ground"), ("erase a@b.kz --ground x", 1, "[subject-not-opaque]"),
        ("hold u-1", 64, "--reason"), ("hold a@b.kz --reason x", 1, "[subject-not-opaque]"),
        ("release a@b.kz", 1, "[subject-not-opaque]"),
        (
            "guardian add gs/1 --guardian g --ward w --basis parent --from 2026-01-01T00:00:00Z",
            64, "gs/1"
        ),
        (
            "guardian add gs --guardian g --ward w --basis friend --from 2026-01-01T00:00:00Z", 64,
            "friend"
        ),
        (
            "guardian add gs --guardian g --ward g --basis parent --from 2026-01-01T00:00:00Z", 1,
            "[guardianship-not-valid]"
        ),
        (
            "guardian add gs --guardian a@b --ward w --basis parent --from 2026-01-01T00:00:00Z", 1,
            "--guardian: error"
        ),
        (
            "guardian add gs --guardian g --ward w --basis parent --from 2026-01-01", 64,
            "2026-01-01"
        ),
        (
            "guardian add gs --guardian g --ward w --basis parent --from 2026-01-01T00:00:00Z "
                + "--reaches 14=2031-02-30", 64, "2031-02-30"
        ),
        ("guardian end gs", 1, "[unknown-guardianship]"),
        ("guardian show gs", 1, "[unknown-guardianship]"),
        ("guardian list a@b.kz", 1, "[subject-not-opaque]"),
        (
            "decide a@b.kz terms --act accepted --method click --edition 1 --language kk", 1,
            "[subject-not-opaque]"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 9 --language kk", 1,
            "[unknown-edition]"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language en", 1,
            "[unknown-language]"
        ),
        ("decide u-1 terms --act accepted --method click --edition 1", 64, "--language"),
        ("decide u-1 terms --act accepted --method click --language kk", 64, "--edition"),
        ("decide u-1 terms --act agreed --method click --edition 1 --language kk", 64, "agreed"),
        (
            "decide u-1 terms --act accepted --method email --edition 1 --language kk", 1,
            "[invalid]"
        ),
        (
            "decide u-1 terms --act accepted --method signature --edition 1 --language kk", 1,
            "[evidence-missing]"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk --actor g-1",
            64,
            "--guardianship"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk --actor g-1 "
                + "--guardianship gs", 1, "[guardianship-not-valid]"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk "
                + "--occurred-at 2026-02-01T00:00:00Z", 1, "[occurred-at-not-allowed]"
        ),
        (
            "decide u-1 terms --act accepted --method paper --edition 1 --language kk "
                + "--occurred-at 2126-02-01T00:00:00Z", 1, "[occurred-at-not-allowed]"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk "
                + "--text-digest sha256:00", 64, "sha256:00"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk --text-digest "
                + "sha256:\(String(repeating: "0", count: 64))", 1, "[text-mismatch]"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk "
                + "--evidence-reference 7", 64, "--evidence-type"
        ),
        (
            "decide u-1 terms --act accepted --method click --edition 1 --language kk "
                + "--idempotency-key ә", 64, "--idempotency-key"
        ),
    ]

    @Test func whatIsTypedWrongIsSaidAndChangesNothing() throws {
        try done("decide u-0 \(Self.accept)")
        let before = try json("report terms")
        for (line, status, words) in Self.wrong {
            let command = try run(line)
            #expect(command.status == status, "\(line): \(command.errors)")
            #expect(command.output.isEmpty, "\(line)")
            #expect(command.errors.contains(words), "\(line): \(command.errors)")
        }
        let after = try json("report terms")
        #expect(after["heardOf"] as? Int == before["heardOf"] as? Int)
        #expect((try json("history u-1")["decisions"] as? [Any])?.isEmpty ?? false)
    }

    @Test func messagesAreInEveryLanguage() throws {
        try done("decide u-1 \(Self.accept)")
        let kazakh = try run("standing u-1 terms --messages kk").output
        #expect(kazakh.contains("келісім берілген") && kazakh.contains("1-редакция"))
        let russian = try run("standing u-2 terms --messages ru").output
        #expect(russian.contains("требуется согласие") && russian.contains("редакция № 1"))
    }
}
