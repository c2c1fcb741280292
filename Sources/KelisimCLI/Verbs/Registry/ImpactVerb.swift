internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ImpactVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "impact",
        abstract: "Counts whom an edition will ask again, before it is in force.",
        discussion: """
            A draft is looked at as if published now. Everything follows from what the subjects have done \
            so far; what they will do until then nobody knows.
            """,
        examples: [
            Example("of a draft", "kelisim impact terms 3"),
            Example(
                "of an upcoming edition, for a program",
                "kelisim impact terms 2 --format json"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: PolicyID
    @Argument(help: "The number of the edition.", completion: .edition)
    var edition: Int
    @Option(help: "How to show it.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let report = try await application.impact(of: policy, edition: edition)
        switch format {
        case .text: try Console.write(application.describe(report))
        case .json: try Console.write(report.json)
        }
    }
}
