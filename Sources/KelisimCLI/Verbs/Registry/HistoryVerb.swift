internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct HistoryVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "history",
        abstract: "Lists the decisions of a subject, the oldest first.",
        examples: [
            Example("on all policies", "kelisim history u-8f3"),
            Example("with everything that is recorded", "kelisim history u-8f3 --format json"),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject.")
    var subject: String
    @Option(help: "How to show them.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let history = try await application.history(of: subject)
        switch format {
        case .text:
            try Console.show(Array(application.describe(history, of: subject).utf8))
        case .json: try Console.write(history.json)
        }
    }
}
