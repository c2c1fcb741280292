internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

struct CheckVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "check",
        abstract: "Finds what a careful reviewer would find, in the whole repository.",
        discussion: """
            Errors block publishing and make the exit status 1. The formats github and sarif are for \
            continuous integration; their paths are relative to the working folder.
            """,
        examples: [
            Example("read the findings, in Russian", "kelisim check --messages ru"),
            Example("annotations in a workflow of GitHub Actions", "kelisim check --format github"),
            Example("a log for code scanning", "kelisim check --format sarif > kelisim.sarif"),
            Example(
                "would a draft still be right next year?",
                "kelisim check --at \"$(date -u -d '+1 year' +%FT%TZ)\""
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "How to show the findings.")
    var format: FindingFormat = .text
    @Option(help: "Judge drafts as if published at this instant.")
    var at: Instant?

    func run(_ application: Application) throws(Failure) {
        let outcome = try application.check(at: at)
        let report = FindingReport(
            outcome.findings,
            accepted: outcome.accepted,
            in: application.language
        )
        switch format {
        case .text: try Console.write(report.text(style: Console.style(of: STDOUT_FILENO)))
        case .json: try Console.write(report.json + "\n")
        case .github: try Console.write(report.github)
        case .sarif: try Console.write(report.sarif + "\n")
        }
        if report.errors > 0 { throw .refused([]) }
    }
}

/// The formats in which findings are shown.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case github
    case sarif
}
