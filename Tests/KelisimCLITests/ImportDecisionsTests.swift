import Foundation
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimApp

/// Importing legacy acceptances, through the real binary and through the application.
struct ImportDecisionsTests {
    private let sandbox: Sandbox
    private static let header = "subject,policy,edition,language,at,method,note\n"
    private static let time = "2026-02-01T10:00:00+05:00"

    /// A sandbox in which edition 1 of `terms` is in force.
    init() throws {
        sandbox = try Sandbox()
        try sandbox.folder.write(
            "policies/terms/policy.yaml",
            Sandbox.policy.replacing("click}", with: "click, guardianUnder: 14}")
        )
        try sandbox.kelisim(
            "publish",
            "terms",
            "1",
            "--at",
            "2026-01-06T00:00:00Z",
            "--backdated",
            "Moved"
        )
    }

    private func importing(_ lines: String, _ options: String...) throws -> Command {
        try sandbox.folder.write("users.csv", lines)
        return try Command.run(
            Project.binary,
            ["import-decisions", "users.csv"] + options,
            in: sandbox.folder.path
        )
    }

    private struct Answer: Decodable {
        struct Row: Decodable {
            let line: Int?
            let code: String
            let message: String
            let help: String
        }
        let file: String
        let dryRun: Bool
        let lines: Int
        let recorded: Int
        let known: Int
        let historyOnly: Int
        let bad: Int
        let findings: [Row]
    }

    private func answer(_ command: Command) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(command.output.utf8))
    }

    private static let good = """
        u-1,terms,1,kk,\(time),click,"the ""old"" site, signup"
        u-2,terms,1,ru,\(time),,
        u-3,terms,,,2019-01-01T00:00:00Z,implied,

        """

    @Test func whatIsImportedCounts() throws {
        let command = try importing("\u{FEFF}" + Self.header + Self.good)
        #expect(command.status == 0, "\(command.errors)")
        #expect(command.errors.isEmpty)
        #expect(command.output.hasPrefix("users.csv: lines 3, recorded 3,"))
        #expect(try sandbox.kelisim("standing", "u-1", "terms").status == 0)
        let history = try sandbox.kelisim("standing", "u-3", "terms")
        #expect(history.status == 1, "history satisfies nothing")
        #expect(try sandbox.kelisim("history", "u-3").output.contains("2019-01-01T00:00:00Z"))
        let full = try sandbox.kelisim("history", "u-1", "--format", "json").output
        #expect(full.contains("[click] the \\\"old\\\" site, signup"))
        #expect(full.contains("\"method\" : \"imported\""))
    }

    @Test func againItImportsNothing() throws {
        _ = try importing(Self.header + Self.good)
        let again = try answer(try importing(Self.header + Self.good, "--format", "json"))
        #expect(again.recorded == 0 && again.known == 3)
        // Other order, other columns, other spelling of the times.
        let other = """
            at,note,subject,policy,language,edition,method
            2026-02-01 05:00:00Z,,u-2,terms,ru,1,
            2026-02-01 10:00,,u-4,terms,ru,1,
            2026-02-01 10:00,,u-4,terms,ru,1,

            """
        let changed = try importing(other, "--format", "json", "--time-zone", "Asia/Almaty")
        let third = try answer(changed)
        #expect(third.recorded == 1 && third.known == 2)
    }

    @Test func aDryRunRecordsNothingAndForeseesAll() throws {
        let dry = try answer(
            try importing(Self.header + Self.good, "--dry-run", "--format", "json")
        )
        #expect(dry.dryRun && dry.recorded == 3 && dry.historyOnly == 1 && dry.known == 0)
        #expect(try sandbox.kelisim("history", "u-1").output.hasPrefix("Nothing is held"))
        _ = try importing(Self.header + Self.good)
        let more = Self.header + Self.good + "u-9,terms,1,kk,\(Self.time),,\n"
        let second = try answer(try importing(more, "--dry-run", "--format", "json"))
        #expect(second.recorded == 1 && second.known == 3)
    }

    private static let bad = """
        u-5,terms,1,kk,2026-01-01T10:00:00Z,,
        u-6,terms,7,kk,\(time),,
        87771234567,terms,1,kk,\(time),,
        u-7,terms,1,kk,2026-02-01T10:00:00,,
        u-8,terms,1,kk,2126-02-01T10:00:00Z,,
        u-9,terms,1
        u-10,nothing,1,kk,\(time),,
        u-11,terms,1,kk,\(time),,a"b
        u-12,terms,1,en,\(time),,

        """

    private static let codes = [
        "edition-not-acceptable", "unknown-edition", "subject-not-opaque", "import-time-offset",
        "occurred-at-not-allowed", "import-field-count", "unknown-policy", "import-quotes",
        "unknown-language",
    ]

    @Test func aBadLineStopsTheFileAndIsNamed() throws {
        let command = try importing(Self.header + Self.good + Self.bad)
        #expect(command.status == 1)
        #expect(command.output.contains("recorded 0,") && command.output.contains("bad 9;"))
        #expect(command.output.contains("Nothing was imported"))
        for (line, code) in zip(5..., Self.codes) {
            #expect(command.errors.contains("users.csv:\(line): error:"), "\(line)")
            #expect(command.errors.contains("[\(code)]"), "\(code)")
        }
        #expect(command.errors.contains("kept as history"), "the remedy is named")
        #expect(try sandbox.kelisim("history", "u-1").output.hasPrefix("Nothing is held"))
        let json = try answer(try importing(Self.header + Self.good + Self.bad, "--format", "json"))
        #expect(json.findings.map(\.line) == Array(5...13))
        #expect(json.findings.map(\.code) == Self.codes)
        #expect(json.recorded == 0 && json.bad == 9 && json.lines == 12)
    }

    @Test func goodLinesAreImportedBesideBadOnes() throws {
        let command = try importing(Self.header + Self.good + Self.bad, "--skip-bad")
        #expect(command.status == 0)
        #expect(command.output.contains("recorded 3,") && command.output.contains("bad 9;"))
        #expect(command.errors.contains("[import-quotes]"))
        #expect(try sandbox.kelisim("standing", "u-1", "terms").status == 0)
    }

    @Test func childrenAreJudgedByTheirGuardians() throws {
        try sandbox.kelisim(
            "guardian",
            "add",
            "gs-1",
            "--guardian",
            "g-1",
            "--ward",
            "u-2",
            "--basis",
            "parent",
            "--from",
            "2026-01-10T00:00:00Z",
            "--reaches",
            "14=2099-01-01"
        )
        let command = try importing(Self.header + Self.good)
        #expect(command.status == 1)
        #expect(command.errors.contains("users.csv:3: error:"))
        #expect(command.errors.contains("[ward-cannot-decide]"))
        #expect(try sandbox.kelisim("history", "u-1").output.hasPrefix("Nothing is held"))
    }

    @Test func onlySoManyFindingsAreTold() throws {
        let line = "u-1,terms,1,kk,yesterday,,\n"
        let command = try importing(Self.header + String(repeating: line, count: 1500))
        #expect(command.status == 1)
        #expect(command.errors.hasSuffix("… and 500 more bad lines.\n"))
        #expect(
            command.errors.split(separator: "\n").count { $0.contains("[import-time]") } == 1000
        )
        #expect(command.output.contains("bad 1500;"))
    }

    @Test(arguments: [
        ("", "import-empty", 1), ("\n\n", "import-empty", 1),
        ("subject,policy\n", "import-column-missing", 1),
        ("subject,policy,at,nmae\n", "import-column-unknown", 1),
        ("subject,policy,at\n\"u-1\n", "import-quotes", 1),
    ])
    func aFileThatIsNoneIsRefused(_ text: String, _ code: String, _ status: Int32) throws {
        let command = try importing(text)
        #expect(command.status == status)
        #expect(command.errors.contains("[\(code)]"), "\(command.errors)")
    }

    @Test func whatCannotBeReadIsSaid() throws {
        for path in ["no.csv", "policies"] {
            let command = try sandbox.kelisim("import-decisions", path)
            #expect(command.status == 2)
            #expect(command.errors.hasPrefix("\(path): error:"), "\(command.errors)")
        }
        let zone = try sandbox.kelisim("import-decisions", "users.csv", "--time-zone", "Almaty")
        #expect(zone.status == 64)
        #expect(try sandbox.kelisim("import-decisions").status == 64)
    }

    @Test func anEmptyTableIsNoError() throws {
        let command = try importing(Self.header)
        #expect(command.status == 0)
        #expect(command.output.hasPrefix("users.csv: lines 0,"))
    }

    /// Many batches at once, with lines that repeat across them.
    @Test func manyLinesAreImportedOnce() async throws {
        var text = Self.header
        for number in 0..<12_000 { text += "u-\(number % 9000),terms,1,kk,\(Self.time),,\n" }
        try sandbox.folder.write("many.csv", text)
        let registry = MemoryRegistry()
        let application = Application(
            settings: try Settings(
                environment: ["KELISIM_DATABASE": "sqlite:\(sandbox.folder.path("kelisim.db"))"],
                file: "no.yaml",
                policies: sandbox.folder.path("policies")
            ),
            registry: { registry }
        )
        let path = sandbox.folder.path("many.csv")
        let first = try await application.importDecisions(path)
        #expect(first.recorded == 9000 && first.known == 3000 && first.bad == 0)
        let size = await registry.head().size
        let second = try await application.importDecisions(path)
        #expect(second.recorded == 0 && second.known == 12_000)
        #expect(await registry.head().size == size)
        #expect(await registry.histories(after: nil, limit: .max).count == 9000)
    }
}
