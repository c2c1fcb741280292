import Foundation
import KelisimTesting
import Testing

/// What `build` says of a bad look, a bad address and a folder that it cannot or may not write to.
struct SiteInputTests {
    private static let address = ["--base-url", "https://example.kz/"]

    /// A sandbox with a published policy and a copy of the default look in `site`.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        #expect(try sandbox.kelisim("publish", "terms", "1").status == 0)
        try sandbox.folder.copy("\(Project.root)/site", to: "site")
        return sandbox
    }

    private func build(_ sandbox: Sandbox, _ arguments: [String] = []) throws -> Command {
        try Command.run(
            Project.binary,
            ["build", "--output", "out", "--site", "site"] + Self.address + arguments,
            in: sandbox.folder.path
        )
    }

    /// `build` refuses with `status`, a place, a code and advice, and changes nothing.
    private func expectRefusal(
        _ sandbox: Sandbox,
        _ place: String,
        _ code: String,
        status: Int32 = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try sandbox.folder.snapshot()
        let command = try build(sandbox)
        #expect(command.status == status, "\(command.errors)", sourceLocation: sourceLocation)
        #expect(
            command.errors.contains("\(place): error:"),
            "\(command.errors)",
            sourceLocation: sourceLocation
        )
        #expect(
            command.errors.contains("[\(code)]"),
            "\(command.errors)",
            sourceLocation: sourceLocation
        )
        #expect(command.errors.contains("→ "), sourceLocation: sourceLocation)
        #expect(try sandbox.folder.snapshot() == before, sourceLocation: sourceLocation)
    }

    @Test func theSandboxIsBuiltAndSaysWhenItGoesStale() throws {
        let sandbox = try sandbox()
        let edition =
            "effective: 2099-01-01\nchange: notice\nsummary: {kk: Өзгеріс., ru: Правка.}\n"
        try sandbox.folder.copy(sandbox.folder.path("policies/terms/1"), to: "policies/terms/2")
        try FileManager.default.removeItem(
            atPath: sandbox.folder.path("policies/terms/2/publication.json")
        )
        try sandbox.folder.write("policies/terms/2/edition.yaml", edition)
        #expect(try sandbox.kelisim("publish", "terms", "2").status == 0)
        let command = try build(sandbox)
        #expect(command.status == 0, "\(command.errors)")
        let last = command.output.split(separator: "\n").last ?? ""
        #expect(last.contains("2098-12-31T19:00:00Z"), "\(command.output)")
    }

    @Test func brokenTemplate() throws {
        let sandbox = try sandbox()
        let file = "site/templates/history.mustache"
        let template = try sandbox.folder.read(file)
        try sandbox.folder.write(file, "\n{{#policy}}\n\(template)")
        try expectRefusal(sandbox, "\(file):2:1", "site-template-syntax")
        try sandbox.folder.write(file, "{{titel}}")
        try expectRefusal(sandbox, "\(file):1:1", "site-template-variable")
        try FileManager.default.removeItem(atPath: sandbox.folder.path(file))
        try expectRefusal(sandbox, file, "site-template-missing")
    }

    @Test func missingString() throws {
        let sandbox = try sandbox()
        let file = "site/strings/ru.yaml"
        let lines = try sandbox.folder.read(file).split(separator: "\n")
        let kept = lines.filter { !$0.hasPrefix("permanent-address:") }
        try sandbox.folder.write(file, kept.joined(separator: "\n") + "\n")
        let template = try sandbox.folder.read("site/templates/kept.mustache")
        let line = try #require(
            template.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains("t.permanent-address") }
        )
        try expectRefusal(
            sandbox,
            "site/templates/kept.mustache:\(line + 1):5",
            "site-string-missing"
        )
        try FileManager.default.removeItem(atPath: sandbox.folder.path(file))
        try expectRefusal(sandbox, file, "site-strings-missing")
    }

    @Test func badSettings() throws {
        let sandbox = try sandbox()
        try sandbox.folder.write("site/site.yaml", "policies: [terms]\nlanguage: [kk]\n")
        try expectRefusal(sandbox, "site/site.yaml:2:1", "misspelled-key")
        try sandbox.folder.write("site/site.yaml", "policies: [term]\n")
        try expectRefusal(sandbox, "site/site.yaml:1:12", "unknown-policy")
    }

    @Test(arguments: ["example.kz", "//example.kz/", "ftp://example.kz/", "/legal/", ""])
    func baseURLWithoutScheme(_ url: String) throws {
        let sandbox = try sandbox()
        let message = try sandbox.refused("build", "--output", "out", "--base-url", url)
        #expect(message.contains("--base-url: error:"), "\(message)")
        #expect(message.contains("[site-url-scheme]"), "\(message)")
        #expect(message.contains("https://example.kz/legal/"), "it shows how to write one")
    }

    @Test func outputThatIsAFile() throws {
        let sandbox = try sandbox()
        try sandbox.folder.write("out", "mine")
        let before = try sandbox.folder.snapshot()
        let command = try build(sandbox)
        #expect(command.status != 0)
        #expect(command.errors.contains("out: error:"), "\(command.errors)")
        #expect(try sandbox.folder.snapshot() == before)
    }

    @Test func outputThatCannotBeWritten() throws {
        let sandbox = try sandbox()
        try sandbox.folder.write("out/.keep", "")
        guard let mount = try Mount(at: sandbox.folder.path("out"), options: "ro") else { return }
        let command = try build(sandbox)
        #expect(command.status == 2, "\(command.errors)")
        #expect(command.errors.contains("[output-unwritable]"), "\(command.errors)")
        #expect(command.errors.contains("out"), "\(command.errors)")
        withExtendedLifetime(mount) {}
    }

    @Test func foreignFilesStay() throws {
        let sandbox = try sandbox()
        try sandbox.folder.write("out/robots.txt", "User-agent: *\n")
        try sandbox.folder.write("out/kk/terms/notes.txt", "mine\n")
        #expect(try build(sandbox).status == 0)
        let again = try build(sandbox)
        #expect(again.output.contains(" 0 files written") && again.output.contains("0 removed"))
        #expect(try sandbox.folder.read("out/robots.txt") == "User-agent: *\n")
        #expect(try sandbox.folder.read("out/kk/terms/notes.txt") == "mine\n")
        // One that stands where a page should go stops a build before it has written anything.
        let other = try self.sandbox()
        try other.folder.write("out/kk/terms/index.html", "mine\n")
        try expectRefusal(other, "out/kk/terms/index.html", "output-foreign")
    }
}
