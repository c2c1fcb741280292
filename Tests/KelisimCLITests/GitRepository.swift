import Foundation
import KelisimTesting
import Testing

/// A small valid policy repository that is under git, with `kelisim` on the PATH.
struct GitRepository {
    let sandbox: Sandbox
    private let tools: TemporaryFolder

    init() throws {
        sandbox = try Sandbox()
        tools = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: tools.path("kelisim"),
            withDestinationPath: Project.binary
        )
        try git("init", "--quiet", "--initial-branch=main")
        try git("add", "--all")
        try git("commit", "--quiet", "--message=Begin")
    }

    var folder: TemporaryFolder { sandbox.folder }

    /// The variables of commands here; `changes` come on top.
    func environment(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "PATH": "\(tools.path):/usr/bin:/bin", "HOME": tools.path,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.kz",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.kz",
        ]
        .merging(changes) { $1 }
    }

    /// Runs git here, which must succeed.
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let command = try tryGit(arguments)
        try #require(command.status == 0, "git \(arguments): \(command.errors)")
        return command.output
    }

    /// Runs git here.
    func tryGit(_ arguments: [String], _ changes: [String: String] = [:]) throws -> Command {
        try Command.run(
            "/usr/bin/git",
            arguments,
            in: folder.path,
            environment: environment(changes)
        )
    }

    /// Runs a script as the CI service does, with `bash -e`.
    func bash(_ script: String, _ changes: [String: String] = [:]) throws -> Command {
        try Command.run(
            "/bin/bash",
            ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
            in: folder.path,
            environment: environment(changes)
        )
    }
}
