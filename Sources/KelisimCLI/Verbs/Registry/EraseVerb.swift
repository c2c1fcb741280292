internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct EraseVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "erase",
        abstract: "Destroys everything that is held of a subject.",
        discussion: """
            The log keeps its leaves, which hold no personal data, so that every other proof still \
            verifies, and an entry that says on what ground records were destroyed. The ground stays: \
            don't name the person in it. A subject on legal hold is not erased, and the refusal is recorded.
            """,
        examples: [
            Example(
                "at the request of the person",
                "kelisim erase u-8f3 --ground 'Request of the person, letter 44 of 2026'"
            )
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject.")
    var subject: String
    @Option(help: "On what ground.")
    var ground: String
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let erased = try await application.erase(subject, ground: ground)
        switch format {
        case .text: try Console.write(application.describe(erased, of: subject))
        case .json: try Console.write(application.document(erased).json)
        }
    }
}
