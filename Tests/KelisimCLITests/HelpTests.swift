import Foundation
import KelisimTesting
import Testing

/// The help of every verb: its examples are run.
struct HelpTests {
    private struct Tool: Decodable {
        struct Command: Decodable {
            let commandName: String
            let subcommands: [Command]?
        }
        let command: Command
    }

    private static func run(_ arguments: String...) throws -> String {
        try Command.run(Project.binary, arguments, in: "/").output
    }

    private static let verbs: [String] = {
        let dump = (try? run("--experimental-dump-help")) ?? ""
        let tool = try? JSONDecoder().decode(Tool.self, from: Data(dump.utf8))
        return (tool?.command.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
    }()

    /// The commands in the help of `verb`; a backslash at the end of a line continues one.
    private static func examples(of verb: String) throws -> [String] {
        var examples: [String] = []
        var isContinued = false
        for line in try run("help", verb).split(separator: "\n") {
            if isContinued, let last = examples.indices.last {
                examples[last] += "\n\(line)"
            } else if line.hasPrefix("  kelisim ") {
                examples.append(String(line))
            }
            isContinued = line.hasSuffix("\\")
        }
        return examples
    }

    /// What the examples speak of: `terms` with editions 1 in force, 2 upcoming and 3 a draft, and
    /// `cookies` with one edition; `u-8f3`, who has agreed to `terms`, and `u-7` with a guardian.
    private func prepared() throws -> Sandbox {
        let sandbox = try Sandbox()
        @discardableResult
        func done(_ arguments: [String]) throws -> String {
            let command = try Command.run(Project.binary, arguments, in: sandbox.folder.path)
            try #require(command.status == 0, "\(arguments): \(command.errors)")
            return command.output
        }
        try sandbox.folder.copy(sandbox.folder.path("policies/terms"), to: "policies/cookies")
        let longAgo = ["--at", "2026-01-06T00:00:00Z", "--backdated", "Old site"]
        for policy in ["terms", "cookies"] { try done(["publish", policy, "1"] + longAgo) }
        for (edition, days) in [(2, 10), (3, 20)] {
            try done(["new", "terms", "--from", "\(edition - 1)"])
            try sandbox.folder.write(
                "policies/terms/\(edition)/edition.yaml",
                """
                effective: \(days) days after publication
                change: notice
                basedOn: \(edition - 1)
                summary: {kk: Сөздер нақтыланды., ru: Уточнены слова.}

                """
            )
            if edition == 2 { try done(["publish", "terms", "2"]) }
        }
        try done([
            "decide", "u-8f3", "terms", "--act", "accepted", "--method", "click", "--edition", "1",
            "--language", "kk",
        ])
        try done([
            "guardian", "add", "gs-1", "--guardian", "g-17", "--ward", "u-7", "--basis", "parent",
            "--from", "2026-01-06T00:00:00Z", "--reaches", "14=2031-03-02",
        ])
        let history = try done(["history", "u-8f3", "--format", "json"])
        let id = try #require(history.firstMatch(of: /"id" : "([0-9a-f-]{36})"/)?.1)
        try sandbox.folder.write("decision.txt", String(id))
        try sandbox.folder.write("receipt.json", try done(["receipt", String(id)]))
        try sandbox.folder.write("log.vkey", try done(["log", "key"]))
        try done(["key", "create", "--scope", "read"])
        let keys = try done(["key", "list", "--format", "json"])
        let key = try #require(keys.firstMatch(of: /"id" : "(k-[0-9a-f]{16})"/)?.1)
        try sandbox.folder.write("key.txt", String(key))
        try done(["backup", "kelisim-2027-01-01.db"])
        try sandbox.folder.write("terms.txt", "ШАРТТАР\n\n1. ЖАЛПЫ\n\n1.1. Сайт тегін.\n")
        let time = "2026-02-01T10:00:00+05:00"
        try sandbox.folder.write("users.csv", "subject,policy,at\nu-1,terms,\(time)\n")
        try sandbox.folder.write("reason.kk.txt", "Ескірді.\n")
        try sandbox.folder.write("reason.ru.txt", "Устарело.\n")
        try sandbox.folder.write("bin/.keep", "")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.folder.path("bin/kelisim"),
            withDestinationPath: Project.binary
        )
        return sandbox
    }

    /// The address of an empty database of PostgreSQL.
    private static func database() throws -> String {
        let server = try PostgresServer.shared.get()
        return server.url(try server.createDatabase())
    }

    @Test func verbsAreFound() {
        #expect(Self.verbs.contains("check") && Self.verbs.contains("build"))
    }

    @Test(arguments: HelpTests.verbs)
    func examplesRun(_ verb: String) throws {
        let examples = try Self.examples(of: verb)
        #expect(!examples.isEmpty, "kelisim help \(verb) shows no example")
        let prepared = try prepared()
        // What goes on for ever is told to end, as a person would.
        let runner =
            switch verb {
            case "preview": "timeout --preserve-status --signal=INT 3 "
            case "serve": "KELISIM_LISTEN=127.0.0.1:0 timeout --preserve-status --signal=INT 3 "
            case "receipt": "DECISION=$(cat decision.txt);"
            case "key": "KEY=$(cat key.txt);"
            // The database of the example is one that there is.
            case "transfer":
                "URL=\(try Self.database()); kelisim() { command kelisim \"${@/postgresql:*/$URL}\"; };"
            // What is restored is lost before.
            case "restore": "rm kelisim.db;"
            default: ""
            }
        for example in examples {
            let folder = try TemporaryFolder()
            try folder.copy(prepared.folder.path, to: "work")
            let path = folder.path("work/bin") + ":/usr/bin:/bin"
            let command = try Command.run(
                "/bin/bash",
                ["-c", runner + example],
                in: folder.path("work"),
                environment: ["PATH": path]
            )
            #expect(command.status == 0, "\(example)\n\(command.output)\(command.errors)")
            #expect(example.hasPrefix("  kelisim \(verb)"), "\(example) is of another verb")
        }
    }

    /// What makes the manual page of it leaves out everything else.
    @Test func helpIsASCII() throws {
        let dump = try Self.run("--experimental-dump-help")
        let others = dump.unicodeScalars.filter { !$0.isASCII }
        #expect(others.isEmpty, "\(String(String.UnicodeScalarView(others)))")
    }
}
