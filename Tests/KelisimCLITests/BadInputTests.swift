import Foundation
import KelisimTesting
import Testing

/// What bad input gets: a message that says what, where and what to do, an exit status, and
/// nothing on the disk has changed.
struct BadInputTests {
    private static let text = "policies/terms/1/kk.md"

    /// `check` names the place and the code, and `publish` refuses for the same reason.
    private func expectFinding(
        _ sandbox: Sandbox,
        _ place: String,
        _ code: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let checked = try sandbox.refused("check")
        #expect(checked.contains("\(place): error:"), "\(checked)", sourceLocation: sourceLocation)
        #expect(checked.contains("[\(code)]"), "\(checked)", sourceLocation: sourceLocation)
        #expect(checked.contains("→ "), "\(checked)", sourceLocation: sourceLocation)
        let published = try sandbox.refused("publish", "terms", "1")
        #expect(published.contains("[\(code)]"), "\(published)", sourceLocation: sourceLocation)
    }

    @Test func theSandboxItselfHasNoFindings() throws {
        let sandbox = try Sandbox()
        let command = try sandbox.kelisim("check")
        #expect(command.status == 0, "\(command.output)\(command.errors)")
        #expect(command.output == "No findings.\n")
    }

    // MARK: - Texts

    @Test func invalidUTF8() throws {
        let sandbox = try Sandbox()
        let bytes =
            Array(Sandbox.kazakh.utf8) + [0x0A] + Array("1.3. ab".utf8) + [0xD0, 0x2E, 0x0A]
        try sandbox.folder.write(Self.text, bytes: bytes)
        try expectFinding(sandbox, "\(Self.text):9:8", "invalid-utf8")
    }

    @Test func decomposedLetters() throws {
        let sandbox = try Sandbox()
        let text = Sandbox.kazakh.replacing("тәртібін", with: "жаи\u{306}ын")
        try sandbox.folder.write(Self.text, text)
        try expectFinding(sandbox, "\(Self.text):5:37", "not-nfc")
    }

    @Test func bidiOverride() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write(Self.text, Sandbox.kazakh.replacing("30", with: "\u{202E}30"))
        try expectFinding(sandbox, "\(Self.text):7:13", "bidi-control")
    }

    @Test func nul() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write(Self.text, Sandbox.kazakh.replacing("30", with: "\u{0}30"))
        try expectFinding(sandbox, "\(Self.text):7:13", "null-character")
    }

    @Test func fiveMebibytes() throws {
        let sandbox = try Sandbox()
        let line = "Мәтін мәтін мәтін мәтін.\n\n"
        let text = String(repeating: line, count: (5 << 20) / line.utf8.count + 1)
        try sandbox.folder.write(Self.text, Sandbox.kazakh + text)
        let checked = try sandbox.refused("check")
        #expect(checked.contains("\(Self.text)"), "\(checked.prefix(2000))")
        #expect(checked.contains("4194304"), "\(checked.prefix(2000))")
        _ = try sandbox.refused("publish", "terms", "1")
        let rendered = try sandbox.refused("render", Self.text)
        #expect(rendered.contains("4194304"), "\(rendered.prefix(2000))")
    }

    @Test func deepNesting() throws {
        let sandbox = try Sandbox()
        let deep = String(repeating: "> ", count: 80) + "x\n"
        try sandbox.folder.write(Self.text, Sandbox.kazakh + "\n" + deep)
        let checked = try sandbox.refused("check")
        #expect(checked.contains("\(Self.text):9:"), "\(checked)")
        #expect(checked.contains("64"), "\(checked)")
        _ = try sandbox.refused("publish", "terms", "1")
        #expect(try sandbox.refused("render", Self.text).contains("\(Self.text):9:"))
    }

    @Test(arguments: ["", " \n\n"])
    func emptyText(_ text: String) throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write(Self.text, text)
        let checked = try sandbox.refused("check")
        #expect(checked.contains("\(Self.text)"), "\(checked)")
        #expect(checked.contains("[empty-text]"), "\(checked)")
    }

    // MARK: - Metadata

    @Test(arguments: [
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
        h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
        ? [*h, *h]
        : 1

        """,
        "effective: " + String(repeating: "[", count: 20_000) + "\n",
        "effective: " + String(repeating: "- ", count: 20_000) + "\n",
        "effective: " + String(repeating: "x", count: 200_000) + "\n",
    ])
    func yamlBomb(_ yaml: String) throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("policies/terms/1/edition.yaml", yaml)
        let checked = try sandbox.refused("check")
        #expect(checked.contains("policies/terms/1/edition.yaml"), "\(checked.prefix(2000))")
        _ = try sandbox.refused("publish", "terms", "1")
    }

    @Test func duplicateKey() throws {
        let sandbox = try Sandbox()
        let file = "policies/terms/1/edition.yaml"
        try sandbox.folder.write(file, Sandbox.edition + "change: notice\n")
        try expectFinding(sandbox, "\(file):3:1", "duplicate-key")
    }

    @Test func unknownKey() throws {
        let sandbox = try Sandbox()
        let file = "policies/terms/1/edition.yaml"
        try sandbox.folder.write(file, Sandbox.edition + "efective: 2027-01-01\n")
        let checked = try sandbox.refused("check")
        #expect(checked.contains("\(file):3:1: error:"), "\(checked)")
        #expect(checked.contains("effective"), "it suggests the nearest key")
        _ = try sandbox.refused("publish", "terms", "1")
    }

    // MARK: - Names

    @Test(arguments: ["../terms", "te/rms", "..", "Terms", "", "terms;ls", "policies"])
    func slug(_ slug: String) throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("terms/policy.yaml", Sandbox.policy)
        for verb in [["publish", slug, "1"], ["show", slug], ["new", slug]] {
            let before = try sandbox.folder.snapshot()
            let command = try Command.run(Project.binary, verb, in: sandbox.folder.path)
            #expect(command.status == 1, "\(command.errors)")
            #expect(command.errors.contains("[unknown-policy]"), "\(command.errors)")
            #expect(try sandbox.folder.snapshot() == before)
        }
        let imported = try sandbox.refused(
            "import",
            Self.text,
            "--policy",
            slug,
            "--edition",
            "1",
            "--language",
            "kk",
            status: 64
        )
        #expect(imported.contains("--policy"), "\(imported)")
    }

    @Test(arguments: ["../kk", "k/k", "..", "KK", "kk.md", "x"])
    func language(_ language: String) throws {
        let sandbox = try Sandbox()
        let imported = try sandbox.refused(
            "import",
            Self.text,
            "--policy",
            "terms",
            "--edition",
            "2",
            "--language",
            language,
            status: 64
        )
        #expect(imported.contains("--language"), "\(imported)")
        let shown = try sandbox.refused("show", "terms", "--edition", "1", "--language", language)
        #expect(shown.contains("[unknown-language]"), "\(shown)")
    }

    @Test(arguments: ["Terms", "policies", "kk", "v1", "log", "-x", "a_b"])
    func folderName(_ name: String) throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("policies/\(name)/policy.yaml", Sandbox.policy)
        let checked = try sandbox.refused("check")
        #expect(checked.contains("policies/\(name): error:"), "\(checked)")
    }

    // MARK: - The repository

    @Test func linkOutOfTheRepository() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("secret.md", Sandbox.kazakh)
        let path = sandbox.folder.path(Self.text)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: path,
            withDestinationPath: "../../../secret.md"
        )
        let checked = try sandbox.refused("check")
        #expect(checked.contains("\(Self.text): error:"), "\(checked)")
        _ = try sandbox.refused("publish", "terms", "1")
    }

    @Test func importThroughALinkOutOfTheRepository() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("elsewhere/.keep", "")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.folder.path("policies/other"),
            withDestinationPath: "../elsewhere"
        )
        let message = try sandbox.refused(
            "import",
            Self.text,
            "--policy",
            "other",
            "--edition",
            "1",
            "--language",
            "kk"
        )
        #expect(message.contains("[link-leaves-repository]"), "\(message)")
    }

    @Test func gapInTheEditions() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.copy(sandbox.folder.path("policies/terms/1"), to: "policies/terms/3")
        let checked = try sandbox.refused("check")
        #expect(checked.contains("policies/terms"), "\(checked)")
        #expect(checked.contains("[edition-gap]"), "\(checked)")
        _ = try sandbox.refused("publish", "terms", "3")
    }

    @Test func missingRepository() throws {
        let sandbox = try Sandbox()
        let message = try sandbox.refused("--policies", "nowhere", "check", status: 2)
        #expect(message.contains("nowhere"), "\(message)")
    }

    @Test func editedPublication() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.kelisim("publish", "terms", "1").status == 0)
        let file = "policies/terms/1/publication.json"
        let record = try sandbox.folder.read(file)
        try sandbox.folder.write(file, record.replacing("reconsent", with: "editorial"))
        #expect(try sandbox.refused("check").contains(file))
        let edited = record.replacing("\"approvedBy\": null", with: "\"approvedBy\":null")
        try sandbox.folder.write(file, edited)
        for arguments in [["check"], ["build", "--output", "out", "--base-url", "https://a.kz/"]] {
            let before = try sandbox.folder.snapshot()
            let command = try Command.run(Project.binary, arguments, in: sandbox.folder.path)
            #expect(command.status == 1, "\(command.output)\(command.errors)")
            #expect((command.output + command.errors).contains("\(file):"))
            #expect(try sandbox.folder.snapshot() == before)
        }
    }

    @Test func editedPublishedText() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.kelisim("publish", "terms", "1").status == 0)
        let published = try sandbox.folder.read("policies/terms/1/publication.json")
        try sandbox.folder.write(Self.text, Sandbox.kazakh.replacing("30", with: "31"))
        for arguments in [["check"], ["build", "--output", "out", "--base-url", "https://a.kz/"]] {
            let before = try sandbox.folder.snapshot()
            let command = try Command.run(Project.binary, arguments, in: sandbox.folder.path)
            #expect(command.status == 1)
            let message = command.output + command.errors
            #expect(message.contains("\(Self.text): error:"), "\(message)")
            let digests = message.matches(of: /sha256:[0-9a-f]{64}/).map { String($0.output) }
            #expect(Set(digests).count == 2, "expected and actual digest")
            #expect(digests.contains { published.contains($0) })
            #expect(try sandbox.folder.snapshot() == before)
        }
    }

    @Test(arguments: ["policies", "policies/terms/site", "./policies/../policies/x"])
    func siteIntoTheRepository(_ output: String) throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.kelisim("publish", "terms", "1").status == 0)
        let message = try sandbox.refused(
            "build",
            "--output",
            output,
            "--base-url",
            "https://example.kz/"
        )
        #expect(message.contains("[output-in-repository]"), "\(message)")
    }

    // MARK: - The disk

    @Test func readOnlyFolder() throws {
        let sandbox = try Sandbox()
        guard let mount = try Mount(at: sandbox.folder.path("policies/terms/1"), options: "") else {
            return
        }
        try sandbox.folder.write("policies/terms/1/edition.yaml", Sandbox.edition)
        try sandbox.folder.write("policies/terms/1/kk.md", Sandbox.kazakh)
        try sandbox.folder.write("policies/terms/1/ru.md", Sandbox.russian)
        try mount.remount("ro")
        let message = try sandbox.refused("publish", "terms", "1", status: 2)
        #expect(message.contains("policies/terms/1/publication.json"), "\(message)")
        #expect(message.contains("[cannot-write]"), "\(message)")
    }

    @Test func fullDisk() throws {
        let sandbox = try Sandbox()
        guard
            let mount = try Mount(at: sandbox.folder.path("policies/terms/1"), options: "size=64k")
        else { return }
        try sandbox.folder.write("policies/terms/1/edition.yaml", Sandbox.edition)
        try sandbox.folder.write("policies/terms/1/kk.md", Sandbox.kazakh)
        try sandbox.folder.write("policies/terms/1/ru.md", Sandbox.russian)
        // Fill what is left to the last page.
        _ = try Command.run(
            "/bin/sh",
            ["-c", "cat /dev/zero > .filler || true"],
            in: sandbox.folder.path("policies/terms/1")
        )
        let message = try sandbox.refused("publish", "terms", "1", status: 2)
        #expect(message.contains("[disk-full]"), "\(message)")
        withExtendedLifetime(mount) {}
    }

    @Test func twoAtOnce() throws {
        let sandbox = try Sandbox()
        let script = """
            "$0" publish terms 1 > one 2>&1 & first=$!
            "$0" publish terms 1 > two 2>&1; second=$?
            wait $first; echo $? $second
            """
        let command = try Command.run(
            "/bin/sh",
            ["-c", script, Project.binary],
            in: sandbox.folder.path
        )
        let statuses = command.output.split(whereSeparator: \.isWhitespace).sorted()
        #expect(statuses == ["0", "1"], "\(command.output)")
        let messages = try sandbox.folder.read("one") + sandbox.folder.read("two")
        #expect(messages.contains("[already-published]"), "\(messages)")
        #expect(try sandbox.kelisim("check").status == 0)
    }
}
