internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct StatusVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows the policies with their editions, states and dates."
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "How to show them: text or json.")
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
