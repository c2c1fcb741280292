import Foundation
import KelisimTesting
import Testing

/// `kelisim diff` at a terminal, which `script` plays: colours, the pager, and what is no text.
struct DiffTerminalTests {
    /// Runs a command line at a terminal of `lines` lines; what it shows.
    private func terminal(
        _ sandbox: Sandbox,
        _ line: String,
        lines: Int = 40,
        environment: [String: String] = [:]
    ) throws -> Command {
        let program = "stty rows \(lines) cols 80; \(Project.binary) \(line)"
        return try Command.run(
            "/usr/bin/timeout",
            ["30", "script", "--quiet", "--return", "--command", program, "/dev/null"],
            in: sandbox.folder.path,
            environment: ["TERM": "xterm"].merging(environment) { $1 }
        )
    }

    /// Two files with a long result.
    private func files() throws -> Sandbox {
        let sandbox = try Sandbox()
        let clauses = (1...30).map { "1.\($0). Бұл \($0)-тармақ, ол \($0 * 7) күнге арналған.\n" }
        let old = clauses.joined(separator: "\n")
        try sandbox.folder.write("old.md", old)
        try sandbox.folder.write("new.md", old.replacing("күнге", with: "айға"))
        return sandbox
    }

    /// A pager that says that it ran, and shows how it begins.
    private func writePager(_ sandbox: Sandbox) throws -> String {
        try sandbox.folder.write("pager", "#!/bin/sh\necho \"PAGER $1\"\nhead -n 1\n")
        let path = sandbox.folder.path("pager")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test func coloursOnlyAtATerminal() throws {
        let sandbox = try files()
        let shown = try terminal(sandbox, "diff old.md new.md", lines: 400)
        #expect(shown.status == 0)
        #expect(shown.output.contains("\u{1B}[31m[-күнге-]\u{1B}[0m"), "\(shown.output)")
        #expect(shown.output.contains("\u{1B}[32m{+айға+}\u{1B}[0m"))
        let plain = try terminal(
            sandbox,
            "diff old.md new.md",
            lines: 400,
            environment: ["NO_COLOR": "1"]
        )
        #expect(plain.output.contains("[-күнге-]{+айға+}") && !plain.output.contains("\u{1B}["))
        #expect(try !sandbox.kelisim("diff", "old.md", "new.md").output.contains("\u{1B}"))
    }

    @Test func thePagerShowsWhatHasNoRoom() throws {
        let sandbox = try files()
        let pager = try writePager(sandbox)
        let environment = ["PAGER": "\(pager) --fast", "NO_COLOR": "1"]
        // It ends after the first line, which is no error.
        let long = try terminal(sandbox, "diff old.md new.md --exit-code", environment: environment)
        #expect(long.status == 1, "the texts differ")
        #expect(long.output.contains("PAGER --fast\r\nold.md → new.md"), "\(long.output)")
        #expect(!long.output.contains("1.2. "))
        let short = try terminal(
            sandbox,
            "diff old.md new.md",
            lines: 400,
            environment: environment
        )
        #expect(short.status == 0 && !short.output.contains("PAGER"))
        #expect(short.output.contains("1.30. "))
    }

    @Test(arguments: ["", "cat", "no-such-pager"])
    func withoutAPager(_ pager: String) throws {
        let shown = try terminal(
            try files(),
            "diff old.md new.md",
            environment: ["PAGER": pager, "NO_COLOR": "1"]
        )
        #expect(shown.status == 0 && shown.output.contains("1.30. "), "\(shown.output)")
    }

    /// A value of PAGER is words for a program and no program for a shell.
    @Test func thePagerIsNoShell() throws {
        let sandbox = try files()
        let shown = try terminal(
            sandbox,
            "diff old.md new.md",
            environment: ["PAGER": "cat;touch owned"]
        )
        #expect(shown.status == 0)
        #expect(try !sandbox.folder.snapshot().keys.contains("owned"))
    }

    @Test func documentsAreNotForTerminals() throws {
        let sandbox = try files()
        for (language, words) in [
            ("en", "cannot be read at a terminal"), ("kk", "терминалда оқу мүмкін емес"),
            ("ru", "нельзя прочитать в терминале"),
        ] {
            let shown = try terminal(
                sandbox,
                "diff old.md new.md --format docx --messages \(language)"
            )
            #expect(shown.status == 64)
            #expect(shown.output.contains(words), "\(shown.output)")
            #expect(shown.output.contains("--output"), "\(shown.output)")
        }
        let piped = try sandbox.kelisim("diff", "old.md", "new.md", "--format", "json")
        #expect(piped.status == 0)
    }
}
