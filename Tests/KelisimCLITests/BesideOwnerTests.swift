import Foundation
import KelisimTesting
import Testing

/// The verbs of the registry through the real binary, beside a process that owns the database.
struct BesideOwnerTests {
    private let sandbox: Sandbox

    /// A sandbox in which edition 1 of `terms` is in force.
    init() throws {
        sandbox = try Sandbox.published()
    }

    private static let accept = "terms --act accepted --method click --edition 1 --language kk"

    @Test func everyVerbAnswersAsItDoesAlone() async throws {
        let alone = try Sandbox.published()
        let owner = try await OwnerProcess(in: sandbox.folder)
        for line in Self.lines {
            let expected = try Self.run(line, in: alone)
            let found = try Self.run(line, in: sandbox)
            #expect(found == expected, "\(line)")
        }
        #expect(try sandbox.folder.read("kelisim.db.lock") == "\(owner.identifier)\n")
        #expect(owner.stop() == 0)
        // What went through the socket is what a verb alone finds afterwards.
        for line in ["history u-1 --format json", "report terms --format json", "log check"] {
            #expect(try Self.run(line, in: sandbox) == Self.run(line, in: alone), "\(line)")
        }
        #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path("kelisim.db.socket")))
    }

    /// A line for everything that a verb of the registry can be asked; `ID` is the first decision of `u-1`, and
    /// `KEYID` the first API key.
    private static let lines = [
        "hold u-0 --reason dispute", "history u-1", "standing u-1 terms", "standing u-1 nothing",
        "decide u-1 \(accept) --idempotency-key k-1 --screen signup-3 --button Келісемін",
        "decide u-1 \(accept) --idempotency-key k-1 --screen signup-3 --button Келісемін",
        "decide u-1 \(accept) --idempotency-key k-1", "decide u-2 \(accept) --format json",
        "decide u-3 terms --act declined --method click --edition 1 --language ru",
        "decide u-4 terms --act accepted --method email --edition 1 --language kk",
        "decide u-4 \(accept.replacing("kk", with: "en"))",
        "decide u-4 nothing --act withdrawn "
            + "--method click",
        "decide u-4 terms --act accepted --method paper --edition 1 --language ru --occurred-at "
            + "2026-02-01T12:00:00+05:00 --evidence-type form --evidence-reference 7/12",
        "decide u-1 terms --act withdrawn --method click --idempotency-key k-2",
        "standing u-1 terms --format json", "standing u-1 terms --at 2026-06-01T00:00:00Z",
        "standing u-2 terms --format json", "history u-1 --format json", "history u-1",
        "receipt ID", "receipt 01890000-0000-7000-8000-000000000000",
        "receipt ID --format html --language ru",
        "guardian add gs-1 --guardian g-1 --ward u-9 --basis parent --from 2026-01-10T00:00:00Z "
            + "--reaches 14=2099-03-02",
        "guardian list g-1 --format json", "guardian show gs-1 --format json",
        "guardian show gs-2", "decide u-9 \(accept) --idempotency-key k-3",
        "decide u-9 \(accept) --actor g-1 --guardianship gs-1 --format json",
        "guardian end gs-1", "guardian show gs-1", "export u-9", "export u-1", "export u-7",
        "import-decisions users.csv --dry-run --format json", "import-decisions users.csv",
        "import-decisions users.csv --format json", "import-decisions bad.csv",
        "report terms", "report terms --format json", "report terms --state current",
        "report nothing", "impact terms 2 --format json", "impact terms 1",
        "hold u-2 --reason dispute --format json", "erase u-2 --ground asked",
        "erase u-2 --ground asked --messages kk", "release u-2 --reason over",
        "erase u-2 --ground asked --format json", "erase u-2 --ground asked",
        "history u-2 --format json", "decide u-1 \(accept) --idempotency-key k-1 --messages ru",
        "key create --scope read,decide --name сайт", "key list", "key list --format json",
        "key create --scope everything", "key revoke KEYID", "key revoke KEYID --format json",
        "key revoke nothing", "key list", "log check --format json", "log key", "backup copy.db",
        "backup copy.db",
        "backup nowhere/copy.db", "report terms --format json",
    ]

    private struct Answer: Equatable {
        let status: Int32
        let output: [String]
        let errors: [String]
    }

    private static func run(_ line: String, in sandbox: Sandbox) throws -> Answer {
        var words = line.split(separator: " ").map(String.init)
        for (name, question) in [("ID", "history u-1"), ("KEYID", "key list")] {
            guard let place = words.firstIndex(of: name) else { continue }
            let answer = try run("\(question) --format json", of: sandbox).output
            words[place] = String(try #require(answer.firstMatch(of: /"id" *: *"([^"]+)"/)?.1))
        }
        let command = try Command.run(Project.binary, words, in: sandbox.folder.path)
        return Answer(
            status: command.status,
            output: steady(command.output, in: sandbox),
            errors: steady(command.errors, in: sandbox)
        )
    }

    private static func run(_ line: String, of sandbox: Sandbox) throws -> Command {
        try Command.run(
            Project.binary,
            line.split(separator: " ").map(String.init),
            in: sandbox.folder.path
        )
    }

    /// The lines of `text` without what differs from run to run; a list of subjects is in the order of their
    /// marks, so the lines are sorted.
    private static func steady(_ text: String, in sandbox: Sandbox) -> [String] {
        text.replacing("\(sandbox.folder.path)/", with: "")
            .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "ID")
            .replacing(/20(2[6-9]|[3-8][0-9])-[0-9-]+T[0-9:.]+Z/, with: "INSTANT")
            .replacing(/k-[0-9a-f]{16}/, with: "KEYID")
            .replacing(/--idempotency-key [0-9a-z]+/, with: "--idempotency-key KEY")
            .replacing(/sha256:[0-9a-f]{64}/, with: "DIGEST")
            .replacing(/[A-Za-z0-9+\/=]{40,}/, with: "BYTES")
            .replacing(/[0-9a-f]{8}\+[A-Za-z0-9+\/=]+/, with: "VKEY")
            .replacing(/\+?[A-Za-z0-9+\/]{8}BYTES/, with: "BYTES")
            .split(separator: "\n").map(String.init).sorted()
    }

    // MARK: - One after the other, and at the same time

    @Test func verbsGoThroughTheSocketAtTheSameTime() async throws {
        let owner = try await OwnerProcess(in: sandbox.folder)
        let sandbox = sandbox
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 1...8 {
                group.addTask {
                    try Self.run("decide u-\(number) \(Self.accept)", of: sandbox).status
                }
            }
            for try await status in group { #expect(status == 0) }
        }
        let check = try Self.run("log check --format json", of: sandbox)
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        #expect(check.output.contains("\"rows\" : 10"), "\(check.output)")
        #expect(owner.stop() == 0)
    }

    @Test func aKilledOwnerIsNotMissed() async throws {
        let first = try await OwnerProcess(in: sandbox.folder)
        #expect(try Self.run("decide u-1 \(Self.accept)", of: sandbox).status == 0)
        first.kill()
        #expect(FileManager.default.fileExists(atPath: sandbox.folder.path("kelisim.db.socket")))
        #expect(try Self.run("decide u-2 \(Self.accept)", of: sandbox).status == 0)
        let second = try await OwnerProcess(in: sandbox.folder)
        #expect(try Self.run("standing u-1 terms", of: sandbox).status == 0)
        #expect(try Self.run("standing u-2 terms", of: sandbox).status == 0)
        #expect(second.stop() == 0)
    }

    @Test func anOwnerThatLetsNobodyInIsNamed() async throws {
        try await OwnerProcess(in: sandbox.folder).kill()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        holder.arguments = ["kelisim.db.lock", "sh", "-c", "echo > held; exec sleep 60"]
        holder.currentDirectoryURL = URL(fileURLWithPath: sandbox.folder.path)
        try holder.run()
        while !FileManager.default.fileExists(atPath: sandbox.folder.path("held")) {
            try await Task.sleep(for: .milliseconds(5))
        }
        let command = try Self.run("decide u-1 \(Self.accept)", of: sandbox)
        holder.terminate()
        #expect(command.status == 2)
        #expect(command.errors.contains("[registry-in-use]"), "\(command.errors)")
    }

    @Test func aCopyMadeByTheOwnerCanBeRestored() async throws {
        let owner = try await OwnerProcess(in: sandbox.folder)
        #expect(try Self.run("decide u-1 \(Self.accept)", of: sandbox).status == 0)
        #expect(try Self.run("backup copy.db", of: sandbox).status == 0)
        #expect(try Self.run("decide u-2 \(Self.accept)", of: sandbox).status == 0)
        #expect(owner.stop() == 0)
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: sandbox.folder.path)
        where name.hasPrefix("kelisim.db") {
            try manager.removeItem(atPath: sandbox.folder.path(name))
        }
        let command = try Self.run("restore copy.db", of: sandbox)
        #expect(command.status == 0, "\(command.errors)")
        #expect(try Self.run("standing u-1 terms", of: sandbox).status == 0)
    }

    @Test func aLargeImportGoesThroughTheSocket() async throws {
        let owner = try await OwnerProcess(in: sandbox.folder)
        let count = 20_000
        let lines = (1...count).map { "u-\($0),terms,1,kk,2026-02-01T10:00:00+05:00,click,\n" }
        try sandbox.folder.write(
            "many.csv",
            "subject,policy,edition,language,at,method,note\n" + lines.joined()
        )
        let start = ContinuousClock.now
        let command = try Self.run("import-decisions many.csv --format json", of: sandbox)
        let time = ContinuousClock.now - start
        print("imported \(count) lines through the socket in \(time)")
        #expect(command.status == 0, "\(command.errors)")
        #expect(command.output.contains("\"recorded\" : \(count)"))
        let check = try Self.run("log check --format json", of: sandbox)
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        #expect(owner.stop() == 0)
    }
}

extension Sandbox {
    /// A sandbox in which edition 1 of `terms` is in force and a draft of edition 2 stands, with files to
    /// import.
    fileprivate static func published() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.folder.write(
            "policies/terms/policy.yaml",
            policy.replacing("click}", with: "click, guardianUnder: 14}")
        )
        let publish = "publish terms 1 --at 2026-01-06T00:00:00Z --backdated Moved"
        for line in [publish, "new terms"] {
            let command = try Command.run(
                Project.binary,
                line.split(separator: " ").map(String.init),
                in: sandbox.folder.path
            )
            #expect(command.status == 0, "\(command.errors)")
        }
        try sandbox.folder.write(
            "policies/terms/2/edition.yaml",
            """
            effective: 10 days after publication
            change: reconsent
            basedOn: 1
            summary: {kk: Сөздер нақтыланды., ru: Уточнены слова.}

            """
        )
        let header = "subject,policy,edition,language,at,method,note\n"
        let time = "2026-02-01T10:00:00+05:00"
        try sandbox.folder.write(
            "users.csv",
            "\(header)w-1,terms,1,kk,\(time),click,\nw-2,terms,1,ru,\(time),,\n"
                + "w-3,terms,,,2019-01-01T00:00:00Z,implied,\n"
        )
        try sandbox.folder.write(
            "bad.csv",
            "\(header)w-4,terms,1,kk,\(time),click,\na@b.kz,terms,1,ru,\(time),,\n"
                + "w-5,terms,7,ru,\(time),,\nw-6,terms,1,ru,2019-01-01T00:00:00Z,,\n"
        )
        return sandbox
    }
}
