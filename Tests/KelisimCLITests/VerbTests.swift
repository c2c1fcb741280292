import Foundation
import KelisimTesting
import Testing

/// The verbs through the real binary: what they print, their exit status, what they write.
struct VerbTests {
    private struct Findings: Decodable {
        struct Row: Decodable {
            let file: String
            let line: Int?
            let column: Int?
            let code: String
            let severity: String
            let message: String
            let help: String
        }
        let findings: [Row]
        let errors: Int
        let warnings: Int
    }

    private static func decode<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    // MARK: - check

    @Test func checkAnswersPrograms() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write(
            "policies/terms/1/ru.md",
            Sandbox.russian.replacing("30 дней", with: "31 дня")
        )
        let command = try sandbox.kelisim("check", "--format", "json")
        #expect(command.status == 1)
        #expect(command.errors.isEmpty)
        let found: Findings = try Self.decode(command.output)
        #expect(found.errors == 1)
        #expect(found.warnings == 0)
        let row = try #require(found.findings.first)
        #expect(row.file == "policies/terms/1/ru.md")
        #expect(row.line == 7)
        #expect(row.column == 42)
        #expect(row.code == "parity-number")
        #expect(row.severity == "error")
        #expect(row.message.contains("30") && row.message.contains("31"))
    }

    @Test func checkShowsBothLinesOfADifference() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write(
            "policies/terms/1/ru.md",
            Sandbox.russian.replacing("30 дней", with: "31 дня")
        )
        let command = try sandbox.kelisim("check", "--messages", "kk")
        #expect(command.output.contains("1.2. Заявление рассматривается в течение 31 дня."))
        #expect(command.output.contains("1.2. Өтініш 30 күн ішінде қаралады."))
        #expect(command.output.contains("қате"))
        #expect(!command.output.contains("\u{1B}"), "no colours outside of a terminal")
    }

    @Test func messagesFollowTheLocale() throws {
        let sandbox = try Sandbox()
        #expect(
            try sandbox.kelisim("check", environment: ["LANG": "ru_RU.UTF-8"]).output
                == "Замечаний нет.\n"
        )
        #expect(
            try sandbox.kelisim("check", "--messages", "kk", environment: ["LANG": "ru_RU.UTF-8"])
                .output == "Ескертпе жоқ.\n"
        )
        #expect(try sandbox.kelisim("--messages", "xx", "check").status == 64)
    }

    // MARK: - publish, cancel, repeal, new

    @Test func aDryRunPrintsExactlyWhatIsWritten() throws {
        let sandbox = try Sandbox()
        let instant = ["--at", "2026-01-06T00:00:00Z", "--backdated", "Old site"]
        let before = try sandbox.folder.snapshot()
        let dry = try Command.run(
            Project.binary,
            ["publish", "terms", "1", "--dry-run"] + instant,
            in: sandbox.folder.path
        )
        #expect(dry.status == 0)
        #expect(try sandbox.folder.snapshot() == before)
        let wet = try Command.run(
            Project.binary,
            ["publish", "terms", "1"] + instant,
            in: sandbox.folder.path
        )
        #expect(wet.status == 0)
        let written = try sandbox.folder.read("policies/terms/1/publication.json")
        // The instant of recording is the only thing that the two runs can't share.
        let withoutRecording = { (text: String) in
            text.replacing(/"recordedAt": "[^"]+"/, with: "")
        }
        #expect(withoutRecording(dry.output) == withoutRecording(written))
        #expect(written.hasPrefix("{\n  \"policy\": \"terms\",\n  \"edition\": 1,\n"))
        #expect(written.hasSuffix("\n}\n"))
        #expect(written.contains("\"publishedAt\": \"2026-01-06T00:00:00Z\""))
        #expect(try sandbox.refused("publish", "terms", "1").contains("[already-published]"))
    }

    @Test func theLifeOfAPolicy() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.kelisim("publish", "terms", "1").status == 0)
        #expect(
            try sandbox.refused("cancel", "terms", "1", "--reason", "x")
                .contains("[already-in-force]")
        )

        #expect(try sandbox.kelisim("new", "terms").status == 0)
        #expect(try sandbox.refused("new", "terms").contains("[draft-exists]"))
        #expect(try sandbox.refused("publish", "terms", "2").contains("[missing-summary]"))
        try sandbox.folder.write(
            "policies/terms/2/edition.yaml",
            """
            effective: 10 days after publication
            change: notice
            basedOn: 1
            summary: {kk: Сөздер нақтыланды., ru: Уточнены слова.}

            """
        )
        #expect(try sandbox.kelisim("publish", "terms", "2").status == 0)
        let status = try sandbox.kelisim("status", "--messages", "ru").output
        #expect(status.contains("редакция № 1  действующая"))
        #expect(status.contains("редакция № 2  не вступила в силу"))

        let cancelled = try sandbox.kelisim("cancel", "terms", "2", "--reason", "Қате шықты")
        #expect(cancelled.status == 0, "\(cancelled.errors)")
        #expect(try sandbox.kelisim("status").output.contains("cancelled"))
        #expect(
            try sandbox.refused("cancel", "terms", "2", "--reason", "x")
                .contains("[already-cancelled]")
        )

        let repeal = ["repeal", "terms", "--effective", "on publication", "--reason-kk", "Ескірді"]
        let incomplete = try Command.run(Project.binary, repeal, in: sandbox.folder.path)
        #expect(incomplete.status == 1, "a reason is needed in every language")
        let ended = try Command.run(
            Project.binary,
            repeal + ["--reason-ru", "Устарело"],
            in: sandbox.folder.path
        )
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(try sandbox.kelisim("check").status == 0)
        #expect(try sandbox.refused("show", "terms").contains("[no-edition-in-force]"))
        #expect(try sandbox.kelisim("show", "terms", "--edition", "1").status == 0)
    }

    // MARK: - show and render

    @Test func showsOneClauseInEveryForm() throws {
        let sandbox = try Sandbox()
        let choice = ["show", "terms", "--edition", "1", "--language", "kk", "--clause", "1.2"]
        let form = { (format: String) in
            try Command.run(Project.binary, choice + ["--format", format], in: sandbox.folder.path)
                .output
        }
        #expect(try form("text") == "1.2. Өтініш 30 күн ішінде қаралады.\n")
        #expect(try form("markdown") == "1.2. Өтініш 30 күн ішінде қаралады.\n")
        #expect(try form("html").hasPrefix("<p id=\"1.2\""))
        struct Clause: Decodable {
            let policy: String
            let edition: Int
            let language: String
            let id: String
            let label: String
            let text: String
            let html: String
        }
        let clause: Clause = try Self.decode(try form("json"))
        #expect(clause.id == "1.2")
        #expect(clause.label == "1.2.")
        #expect(clause.text == "1.2. Өтініш 30 күн ішінде қаралады.")
        #expect(try sandbox.refused(choice.dropLast() + ["8.8"]).contains("[unknown-clause]"))
    }

    @Test func rendersAsLibcmarkDoesWithPlain() throws {
        let sandbox = try Sandbox()
        let path = "policies/terms/1/kk.md"
        let plain = try sandbox.kelisim("render", path, "--plain")
        let cmark = try Command.run("/usr/bin/cmark", [path], in: sandbox.folder.path)
        #expect(plain.output == cmark.output)
        let html = try sandbox.kelisim("render", path).output
        #expect(html.hasPrefix("<article class=\"text\" lang=\"kk\">\n<h1 id=\"title\">"))
        #expect(try sandbox.refused("render", "nothing.md", status: 2).contains("nothing.md"))
        #expect(try sandbox.refused("render", "policies", status: 2).contains("policies"))
    }

    // MARK: - import

    @Test func theSeedIsImportedWordForWord() throws {
        guard let seed = Project.shared("seed/privacy.kk.txt") else { return }
        let sandbox = try Sandbox()
        let command = try sandbox.kelisim(
            "import",
            seed,
            "--policy",
            "privacy",
            "--edition",
            "1",
            "--language",
            "kk"
        )
        #expect(command.status == 0, "\(command.errors)")
        #expect(command.output.contains("Sections: 9, clauses: 55, points: 3."))
        let imported = try sandbox.folder.read("policies/privacy/1/kk.md")
        let committed = "\(Project.root)/policies/privacy/1/kk.md"
        #expect(imported == (try String(contentsOfFile: committed, encoding: .utf8)))
        // Markup aside, it is the source: headings and nothing else were added.
        let source = try String(contentsOfFile: seed, encoding: .utf8)
        let lines = imported.split(separator: "\n").map { $0.drop { $0 == "#" }.drop { $0 == " " } }
        #expect(lines == source.split(separator: "\n"))
        let settings = try sandbox.folder.read("policies/privacy/1/edition.yaml")
        #expect(
            settings.contains("bb665626adfa527839965a435ae02130881b064e61eb2100d4c912e782827adc")
        )
        #expect(
            try sandbox.refused(
                "import",
                seed,
                "--policy",
                "privacy",
                "--edition",
                "1",
                "--language",
                "kk"
            )
            .contains("[text-exists]")
        )
    }

    // MARK: - The command line itself

    @Test func usageErrorsAre64() throws {
        let sandbox = try Sandbox()
        for arguments in [
            ["frobnicate"], ["show"], ["publish", "terms"], ["check", "--format", "xml"],
            ["build", "--output", "public"],
        ] {
            let command = try Command.run(Project.binary, arguments, in: sandbox.folder.path)
            #expect(command.status == 64, "\(arguments)")
            #expect(command.output.isEmpty)
        }
    }

    @Test func settingsComeFromTheEnvironmentAndTheFile() throws {
        let sandbox = try Sandbox()
        try FileManager.default.moveItem(
            atPath: sandbox.folder.path("policies"),
            toPath: sandbox.folder.path("texts")
        )
        try sandbox.folder.write("kelisim.yaml", "policies: texts\n")
        #expect(try sandbox.kelisim("check").status == 0)
        #expect(try sandbox.kelisim("check", environment: ["KELISIM_POLICIES": "no"]).status == 2)
        #expect(try sandbox.kelisim("--policies", "no", "check").status == 2)
        let unknown = try sandbox.kelisim("check", environment: ["KELISIM_POLICY": "x"])
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("KELISIM_POLICY"))
        try sandbox.folder.write("kelisim.yaml", "policy: texts\n")
        let wrong = try sandbox.kelisim("check")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("kelisim.yaml:1:1: error:"))
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        let sandbox = try Sandbox()
        let text = String(repeating: "Мәтін мәтін мәтін.\n\n", count: 20_000)
        try sandbox.folder.write("large.md", text)
        let command = try Command.run(
            "/bin/bash",
            [
                "-c", "\"$0\" render large.md | head -c 10 | wc -c; exit ${PIPESTATUS[2]}",
                Project.binary,
            ],
            in: sandbox.folder.path
        )
        #expect(command.output.contains("10"))
        #expect(command.errors.isEmpty, "\(command.errors)")
    }
}

extension Sandbox {
    fileprivate func refused(_ arguments: [String], status: Int32 = 1) throws -> String {
        let command = try Command.run(Project.binary, arguments, in: folder.path)
        #expect(command.status == status)
        return command.errors
    }
}
