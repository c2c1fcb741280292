import Foundation
import KelisimTesting
import Testing

/// Sites that the real binary built, with its own look.
struct BuiltSites {
    /// Where they stand, each in a folder of its name.
    let folder: TemporaryFolder
    private(set) var names: [String] = []

    init() throws { folder = try TemporaryFolder() }

    /// Every state that a page can be in.
    ///
    /// `mixed` has editions in force, upcoming, superseded, cancelled and repealed, and an unofficial
    /// text; in `early` a policy is about to end; `own` shows the policies of this repository.
    static func all() throws -> BuiltSites {
        let fixtures = "\(Project.root)/Tests/Fixtures"
        let valid = ["articles", "cookies", "insertions", "unofficial"]
        let repositories = ["\(fixtures)/timeline"] + valid.map { "\(fixtures)/valid/\($0)" }
        var sites = try BuiltSites()
        try sites.build("mixed", of: repositories, at: "2026-04-01T00:00:00Z")
        try sites.build("early", of: repositories, at: "2025-08-25T00:00:00Z")
        try sites.build("own", of: [Project.root], at: "2026-12-01T00:00:00Z")
        return sites
    }

    /// Fails the test with every problem that `question` finds.
    func expectNone(_ question: SiteJudge.Question) throws {
        let problems = try SiteJudge.problems(question, of: names.map(folder.path))
        if !problems.isEmpty { Issue.record("\(problems.joined(separator: "\n"))") }
    }

    /// Builds the site of all policies of `repositories` as it is at `instant`.
    mutating func build(_ name: String, of repositories: [String], at instant: String) throws {
        let manager = FileManager.default
        let policies = "\(name)-policies"
        try manager.createDirectory(
            atPath: folder.path(policies),
            withIntermediateDirectories: true
        )
        for repository in repositories {
            for policy in try manager.contentsOfDirectory(atPath: "\(repository)/policies") {
                try folder.copy("\(repository)/policies/\(policy)", to: "\(policies)/\(policy)")
            }
        }
        let arguments = [
            "--policies", policies, "build", "--output", name, "--base-url", SiteJudge.base,
            "--at", instant,
        ]
        let command = try Command.run(Project.binary, arguments, in: folder.path)
        try #require(command.status == 0, "\(command.output)\(command.errors)")
        names.append(name)
    }
}
