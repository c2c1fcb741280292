import Foundation
import KelisimTesting
import Testing

/// The CI files in `integrations/`: their form, and the steps of them that can run here, in the
/// repository of a legal team.
struct IntegrationTests {
    private struct Workflow: Decodable {
        struct Job: Decodable { let steps: [Step] }
        struct Step: Decodable {
            let name: String?
            let run: String?
        }
        let jobs: [String: Job]
    }

    private struct Pipeline: Decodable {
        let before: [String]
        let script: [String]

        private enum CodingKeys: String, CodingKey {
            case before = "before_script"
            case script
        }
    }

    private static let github = "integrations/github/kelisim-check.yml"
    private static let gitlab = "integrations/gitlab/kelisim-check.gitlab-ci.yml"
    private static let build = "git clone"

    /// A YAML file, read by a YAML 1.2 reader of others.
    private func yaml<Value: Decodable>(_ path: String) throws -> Value {
        let script = """
            import json, sys
            from ruamel.yaml import YAML
            json.dump(YAML(typ='safe').load(open(sys.argv[1])), sys.stdout)
            """
        let json = try PythonTool("python3").run(["-c", script, path])
        return try JSONDecoder().decode(Value.self, from: Data(json.output.utf8))
    }

    private func steps(ofGitHub path: String) throws -> [String] {
        let workflow: Workflow = try yaml(path)
        return workflow.jobs.values.flatMap(\.steps).compactMap(\.run)
    }

    private func steps(ofGitLab path: String) throws -> [String] {
        let jobs: [String: Pipeline] = try yaml(path)
        return jobs.values.flatMap { $0.before + $0.script }
    }

    private func allSteps() throws -> [[String]] {
        [try steps(ofGitHub: Self.github), try steps(ofGitLab: Self.gitlab)]
    }

    /// The steps without those that install system packages, which `scripts/setup tests` has done.
    private func runnable(_ steps: [String]) -> [String] {
        steps.filter { !$0.contains("apt-get") }
    }

    // MARK: - The form

    @Test func theFormIsRight() throws {
        for (schema, path) in [
            ("vendor.github-workflows", Self.github), ("vendor.gitlab-ci", Self.gitlab),
        ] {
            let verdict = try PythonTool("check-jsonschema")
                .run(["--builtin-schema", schema, path])
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
        }
        let lint = try PythonTool("jactionlint").run(["--profile", "correctness", Self.github])
        #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
    }

    // MARK: - The steps

    @Test func nothingIsDoneUntilEverythingIsFilledIn() throws {
        let repository = try GitRepository()
        for steps in try allSteps() {
            let first = try #require(steps.first)
            for (source, commit) in [("", ""), ("x", ""), ("", digits), ("x", "main")] {
                let command = try repository.bash(first, variables(source, commit))
                #expect(command.status == 1)
                let said = command.output + command.errors
                #expect(said.contains("SOURCE_OF_KELISIM and COMMIT_OF_KELISIM"), "\(said)")
            }
            #expect(try repository.bash(first, variables("x", digits)).status == 0)
        }
    }

    private let digits = String(repeating: "0a", count: 20)

    private func variables(_ source: String, _ commit: String) -> [String: String] {
        ["SOURCE_OF_KELISIM": source, "COMMIT_OF_KELISIM": commit]
    }

    /// Kelisim is really cloned from here and installed by its script; only its compilation is
    /// replaced by what the tests were built with.
    @Test func kelisimIsFetchedAndChecksThePolicies() throws {
        for steps in try allSteps() {
            let repository = try GitRepository()
            let temporary = try TemporaryFolder()
            let head = try Command.run("/usr/bin/git", ["rev-parse", "HEAD"], in: Project.root)
                .output.trimmingCharacters(in: .newlines)
            let changes = variables(Project.root, head)
                .merging(
                    [
                        "RUNNER_TEMP": temporary.path, "TMPDIR": temporary.path,
                        "BUILT": URL(fileURLWithPath: Project.binary).deletingLastPathComponent()
                            .path,
                    ]
                ) { $1 }
            for step in runnable(steps) {
                let command = try repository.bash(step, changes)
                #expect(command.status == 0, "\(step)\n\(command.output)\(command.errors)")
            }
            let build = try #require(steps.first { $0.contains(Self.build) })
            let again = try repository.bash(build, changes.merging(variables("", "")) { $1 })
            #expect(again.status == 0, "what is in the cache needs nothing: \(again.errors)")

            try repository.folder.write(
                "policies/terms/1/ru.md",
                Sandbox.russian.replacing("30 дней", with: "31 дня")
            )
            let check = try repository.bash(try #require(steps.last), changes)
            #expect(check.status == 1, "an error must stop the pipeline")
            #expect(check.output.contains("policies/terms/1/ru.md"), "\(check.output)")
        }
    }
}
