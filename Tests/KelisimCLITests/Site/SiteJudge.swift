import KelisimTesting
import Testing

/// The program Tests/Browser/check, which judges built sites.
enum SiteJudge {
    /// What it looks at.
    enum Question: String {
        /// Every file: HTML, links, languages, feeds, digests.
        case files
        /// Each kind of page in a browser: axe, content policy, reflow, keyboard, print.
        case browser
        /// What the contract of the site names and a site does not have.
        case gaps
    }

    /// The address for which the sites are built: in a folder, so that no link may begin at the root.
    static let base = "https://example.kz/legal/"

    /// The problems of the sites in `folders`: page, rule, element and message, one a line.
    static func problems(_ question: Question, of folders: [String]) throws -> [String] {
        let command = try Command.run(
            "\(Project.root)/Tests/Browser/check",
            [question.rawValue, base] + folders,
            in: Project.root
        )
        let lines = command.output.split(separator: "\n").map(String.init)
        // 1 with problems, 0 without any; everything else is trouble of the program itself.
        try #require(
            command.status == (lines.isEmpty ? 0 : 1) && command.errors.isEmpty,
            "Tests/Browser/check failed; has `scripts/setup tests` been run? \(command.errors)"
        )
        return lines
    }
}
