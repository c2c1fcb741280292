internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ServeVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "serve",
        abstract: "Serves the site, the texts, the registry and its log over HTTP.",
        discussion: """
            Backends ask with a key of 'kelisim key create'; /openapi.json describes the calls. \
            SIGHUP, or a change in the policy repository, makes it take up what was published; \
            SIGTERM lets it finish what it has accepted.
            """,
        examples: [
            Example("serve at 127.0.0.1:8080", "kelisim serve"),
            Example("show the settings that hold", "kelisim serve --print-config"),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Option(
        help: "Templates, strings and static files in place of the built-in ones.",
        completion: .directory
    )
    var site: String?
    @Flag(help: "Print the settings that hold, secrets hidden, and end.")
    var printConfig = false

    func run(_ application: Application) async throws(Failure) {
        guard !printConfig else {
            try Console.write(application.describeSettings())
            return
        }
        try await application.serve(site: site) { url in
            try? Console.write(application.describeService(at: url))
        }
    }
}
