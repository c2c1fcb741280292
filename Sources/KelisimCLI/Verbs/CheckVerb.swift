internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

struct CheckVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds what a careful reviewer would find, in the whole repository."
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "How to show the findings: text or json.")
    var format: ReportFormat = .text
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
        }
        if report.errors > 0 { throw .refused([]) }
    }
}
