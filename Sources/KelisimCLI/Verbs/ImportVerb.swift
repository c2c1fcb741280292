internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ImportVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "import",
        abstract: "Turns plain text or Markdown into the text of an edition.",
        discussion: """
            A title becomes a heading, section titles become `## 1. ...`, every word and number stays. \
            Files that end in .md are read as Markdown, all others as plain text.
            """,
        examples: [
            Example(
                "a text as a lawyer sends it becomes edition 4",
                "kelisim import terms.txt --policy terms --edition 4 --language kk"
            )
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The file to read.", completion: .file())
    var file: String
    @Option(help: "The policy.", completion: .policy)
    var policy: PolicyID
    @Option(help: "The number of the edition.", completion: .edition)
    var edition: Int
    @Option(help: "The language of the text, such as kk.", completion: .language)
    var language: Language

    func validate() throws {
        guard (1...9999).contains(edition) else {
            throw ValidationError("--edition takes a number from 1 to 9999.")
        }
    }

    func run(_ application: Application) throws(Failure) {
        let imported = try application.importText(
            file,
            policy: policy,
            edition: edition,
            language: language
        )
        try Console.write(application.describe(imported))
    }
}
