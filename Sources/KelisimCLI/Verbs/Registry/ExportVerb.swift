internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ExportVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "export",
        abstract: "Prints everything that is held of a subject, with the texts agreed to.",
        examples: [Example("into a file to hand out", "kelisim export u-8f3 > u-8f3.json")]
    )

    /// An export is for programs, and for people who can wait for one.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject.")
    var subject: String
    @Option(help: "In which form.")
    var format: Format = .json

    func run(_ application: Application) async throws(Failure) {
        try Console.write(try await application.export(of: subject).json)
    }
}
