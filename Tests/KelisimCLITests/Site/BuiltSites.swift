import Foundation
import KelisimTesting
import Testing

/// Sites that the real binary built, with its own look.
///
/// `mixed` has editions in force, upcoming, superseded, cancelled and repealed, and an unofficial
/// text; in `early` a policy is about to end; `own` shows the policies of this repository.
struct BuiltSites {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let valid = ["articles", "cookies", "insertions", "unofficial"].map { "valid/\($0)" }
        for repository in ["timeline"] + valid {
            try copyPolicies(of: "\(Project.root)/Tests/Fixtures/\(repository)", to: "fixtures")
        }
        try copyPolicies(of: Project.root, to: "project")
        try build("mixed", of: "fixtures", at: "2026-04-01T00:00:00Z")
        try build("early", of: "fixtures", at: "2025-08-25T00:00:00Z")
        try build("own", of: "project", at: "2026-12-01T00:00:00Z")
    }

    /// Fails the test with every problem that `question` finds.
    func expectNone(_ question: SiteJudge.Question) throws {
        let folders = ["mixed", "early", "own"].map(folder.path)
        let problems = try SiteJudge.problems(question, of: folders)
        if !problems.isEmpty { Issue.record("\(problems.joined(separator: "\n"))") }
    }

    private func copyPolicies(of repository: String, to name: String) throws {
        let policies = "\(repository)/policies"
        let target = folder.path(name)
        try FileManager.default.createDirectory(
            atPath: target,
            withIntermediateDirectories: true
        )
        for policy in try FileManager.default.contentsOfDirectory(atPath: policies) {
            try folder.copy("\(policies)/\(policy)", to: "\(name)/\(policy)")
        }
    }

    private func build(_ name: String, of policies: String, at instant: String) throws {
        let arguments = [
            "--policies", policies, "build", "--output", name, "--base-url", SiteJudge.base,
            "--at", instant,
        ]
        let command = try Command.run(Project.binary, arguments, in: folder.path)
        try #require(command.status == 0, "\(command.output)\(command.errors)")
    }
}
