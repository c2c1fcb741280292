internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ShowVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "show",
        abstract: "Shows a text, or one clause of it.",
        examples: [
            Example("what is in force, in Russian", "kelisim show terms --language ru"),
            Example(
                "one clause, as it was on a day",
                "kelisim show terms --clause 1.2 --at 2026-06-01T00:00:00+05:00"
            ),
            Example(
                "a draft, for a program",
                "kelisim show terms --edition 3 --language kk --format json"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: String
    @Option(help: "The number of an edition, be it a draft.", completion: .edition)
    var edition: Int?
    @Option(help: "The edition in force at this instant; without it now.")
    var at: Instant?
    @Option(help: "The language of the text, such as kk.", completion: .language)
    var language: String?
    @Option(help: "One clause: its printed number, such as 9.2, or its id.")
    var clause: String?
    @Option(help: "How to show it.")
    var format: Application.TextFormat = .text

    func validate() throws {
        guard edition == nil || at == nil else {
            throw ValidationError("Give --edition or --at, not both.")
        }
    }

    func run(_ application: Application) throws(Failure) {
        let choice = Application.TextChoice(
            policy: policy,
            edition: edition,
            at: at,
            language: language,
            clause: clause
        )
        try Console.write(try application.show(choice, as: format))
    }
}
