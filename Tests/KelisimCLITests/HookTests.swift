import Foundation
import KelisimTesting
import Testing

/// The hook `integrations/git/pre-commit` in a real repository.
struct HookTests {
    private static let text = "policies/terms/1/kk.md"
    private static let flawed = Sandbox.kazakh.replacing("30 күн", with: "31 күн")

    private func hooked() throws -> GitRepository {
        let repository = try GitRepository()
        try repository.folder.copy(
            "\(Project.root)/integrations/git/pre-commit",
            to: ".git/hooks/pre-commit"
        )
        return repository
    }

    @Test func anErrorStopsTheCommit() throws {
        let repository = try hooked()
        let before = try repository.git("rev-parse", "HEAD")
        try repository.folder.write(Self.text, Self.flawed)
        let commit = try repository.tryGit(["commit", "--all", "--message=Change"])
        #expect(commit.status == 1)
        let said = commit.output + commit.errors
        #expect(said.contains("policies/terms/1/ru.md:7:"), "\(said)")
        #expect(said.contains("[parity-number]"))
        #expect(try repository.git("rev-parse", "HEAD") == before)
        #expect(try repository.folder.read(Self.text) == Self.flawed)
    }

    @Test func onlyWhatIsStagedIsJudged() throws {
        let repository = try hooked()
        let names = ["notes/two words.txt", "notes/it's \"so\"; $(touch x) `y`.txt", "-f", "a\nb"]
        for name in names { try repository.folder.write(name, "Мәтін\n") }
        try repository.git("add", "--all")
        try repository.folder.write(Self.text, Self.flawed)
        let clean = try repository.tryGit(["commit", "--message=The mistake is not staged"])
        #expect(clean.status == 0, "\(clean.output)\(clean.errors)")
        #expect(
            try repository.git("ls-tree", "-r", "-z", "--name-only", "HEAD").split(separator: "\0")
                .filter { names.contains(String($0)) }.count == names.count
        )

        try repository.git("add", "--all")
        try repository.folder.write(Self.text, Sandbox.kazakh)
        let flawed = try repository.tryGit(["commit", "--message=The mistake is staged"])
        #expect(flawed.status == 1)
        #expect(try repository.folder.read(Self.text) == Sandbox.kazakh)
    }

    /// With paths git gives the hook an index of its own.
    @Test func aCommitOfSomePathsIsJudgedByThem() throws {
        let repository = try hooked()
        try repository.folder.write(Self.text, Self.flawed)
        try repository.git("add", "--all")
        try repository.folder.write("notes.txt", "Мәтін\n")
        try repository.git("add", "notes.txt")
        let other = try repository.tryGit(["commit", "--message=Notes", "--", "notes.txt"])
        #expect(other.status == 0, "\(other.output)\(other.errors)")
        #expect(try repository.tryGit(["commit", "--message=Text", "--", Self.text]).status == 1)
    }

    @Test func withoutKelisimItSaysWhatToDo() throws {
        let repository = try hooked()
        try repository.folder.write("notes.txt", "Мәтін\n")
        try repository.git("add", "--all")
        let commit = try repository.tryGit(["commit", "--message=x"], ["PATH": "/usr/bin:/bin"])
        #expect(commit.status == 1)
        #expect(commit.errors.contains("kelisim is not on the PATH"))
    }

    @Test func nothingIsLeftBehind() throws {
        let repository = try hooked()
        let temporary = try TemporaryFolder()
        for text in [Self.flawed, Sandbox.kazakh + "\n1.3. Қосымша.\n"] {
            try repository.folder.write(Self.text, text)
            _ = try repository.tryGit(["commit", "-qam", "x"], ["TMPDIR": temporary.path])
        }
        #expect(try temporary.snapshot().isEmpty)
    }

    @Test(arguments: ["scripts", "integrations/git", "Benchmarks", ".ci"])
    func theScriptsAreSound(in folder: String) throws {
        let scripts = try FileManager.default
            .contentsOfDirectory(atPath: "\(Project.root)/\(folder)")
            .map { "\(folder)/\($0)" }
            .filter { path in
                let bytes =
                    FileManager.default.contents(atPath: "\(Project.root)/\(path)") ?? Data()
                let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
                return line.hasPrefix("#!") && line.hasSuffix("sh")
            }
        try #require(!scripts.isEmpty)
        let verdict = try PythonTool("shellcheck").run(["--severity=warning"] + scripts)
        #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }
}
