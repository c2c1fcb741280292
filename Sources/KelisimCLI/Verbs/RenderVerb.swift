internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct RenderVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "render",
        abstract: "Writes the HTML of a Markdown file: anchors, reference links, definitions.",
        examples: [
            Example("a page's fragment", "kelisim render policies/terms/3/kk.md > kk.html"),
            Example("what libcmark makes of it", "kelisim render --plain policies/terms/3/kk.md"),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The Markdown file.", completion: .file(extensions: ["md"]))
    var file: String
    @Flag(help: "Write exactly what libcmark makes of the file in safe mode.")
    var plain = false
    @Option(
        help: "The language of the text; without it the name of the file or its letters tell.",
        completion: .language
    )
    var language: Language?

    func run(_ application: Application) async throws(Failure) {
        try await application.render(
            file,
            plain: plain,
            language: language?.tag,
            write: Console.write
        )
    }
}
