internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct PreviewVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "preview",
        abstract: "Shows the site with drafts and findings in a browser of this machine.",
        discussion: """
            Each finding stands beside its clause, and pages reload when something is saved. \
            Ctrl-C ends it.
            """,
        examples: [
            Example("look at the drafts", "kelisim preview"),
            Example(
                "the site as it will be in a year, at another port",
                "kelisim preview --port 8080 --at \"$(date -u -d '+1 year' +%FT%TZ)\""
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "The port at 127.0.0.1; 0 for any free one.")
    var port: UInt16 = 8000
    @Option(
        help: "Templates, strings and static files in place of the built-in ones.",
        completion: .directory
    )
    var site: String?
    @Option(help: "Show the site as it is at this instant.")
    var at: Instant?

    func run(_ application: Application) async throws(Failure) {
        let language = application.language
        try await application.preview(
            port: port,
            site: site,
            at: at,
            onListening: { url in
                // Who closed the output does not want to know.
                try? Console.write(application.describePreview(at: url))
            },
            onWarning: { Console.report([$0], in: language) }
        )
    }
}
