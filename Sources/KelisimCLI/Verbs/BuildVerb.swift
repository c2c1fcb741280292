internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp
internal import KelisimSite

struct BuildVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "build",
        abstract: "Builds the static site.",
        discussion: """
            Only files that changed are written, and files of an earlier build that are not needed any \
            more are removed; what else is in the folder stays.
            """,
        examples: [
            Example(
                "the site as it is now",
                "kelisim build --output public --base-url https://example.kz/"
            ),
            Example(
                "the site as it will be in two weeks",
                "kelisim build --output later --base-url https://example.kz/ "
                    + "\\\n    --at \"$(date -u -d '+2 weeks' +%FT%TZ)\""
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "The folder to build into.", completion: .directory)
    var output: String
    @Option(help: "The address of the site; without it KELISIM_BASE_URL.")
    var baseURL: String?
    @Option(
        help: "Templates, strings and static files in place of the built-in ones.",
        completion: .directory
    )
    var site: String?
    @Option(help: "Build the site as it is at this instant.")
    var at: Instant?

    func run(_ application: Application) async throws(Failure) {
        let isTerminal = isatty(STDERR_FILENO) == 1
        let built = try await application.build(
            output: output,
            baseURL: baseURL,
            site: site,
            at: at,
            progress: { progress in
                guard isTerminal else { return }
                Console.say("\r\(progress.done)/\(progress.total)")
            }
        )
        if isTerminal { Console.say("\r\u{1B}[K") }
        Console.report(built.warnings, in: application.language)
        try Console.write(application.describe(built, in: output))
    }
}
