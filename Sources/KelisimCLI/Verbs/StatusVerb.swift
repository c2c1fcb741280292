internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct StatusVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "status",
        abstract: "Shows the policies with their editions, states and dates.",
        examples: [
            Example("what is in force, and what will be", "kelisim status"),
            Example(
                "what was in force on a day, for a program",
                "kelisim status --at 2026-06-01T00:00:00+05:00 --format json"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "How to show them.")
    var format: ReportFormat = .text
    @Option(help: "The states at this instant instead of now.")
    var at: Instant?

    func run(_ application: Application) throws(Failure) {
        let report = StatusReport(
            try application.repository(),
            at: at ?? application.now,
            in: application.language
        )
        switch format {
        case .text: try Console.write(report.text)
        case .json: try Console.write(report.json + "\n")
        }
    }
}
