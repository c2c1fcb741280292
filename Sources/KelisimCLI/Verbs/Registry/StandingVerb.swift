internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct StandingVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "standing",
        abstract: "Shows what a subject has agreed to, and whether that is enough.",
        discussion: """
            Exit status 0: the subject may use the service; 1: not before it agrees. A time that is still \
            to come shows what will be if nothing is done.
            """,
        examples: [
            Example("now", "kelisim standing u-8f3 terms"),
            Example(
                "in five days, for a program",
                "kelisim standing u-8f3 terms --format json "
                    + "\\\n    --at \"$(date -u -d '+5 days' +%FT%TZ)\""
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject.")
    var subject: String
    @Argument(help: "The policy.", completion: .policy)
    var policy: PolicyID
    @Option(help: "The standing at this instant instead of now.")
    var at: Instant?
    @Option(help: "By what was recorded until this instant.")
    var knownAt: Instant?
    @Option(help: "How to show it.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let standing = try await application.standing(
            of: subject,
            under: policy,
            at: at,
            knownAt: knownAt
        )
        switch format {
        case .text: try Console.write(application.describe(standing))
        case .json: try Console.write(StandingDocument(standing).json)
        }
        if !standing.allowed { throw .refused([]) }
    }
}
