internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ShowVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a text, or one clause of it."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.")
    var policy: String
    @Option(help: "The number of an edition, be it a draft.")
    var edition: Int?
    @Option(help: "The edition in force at this instant; without it now.")
    var at: Instant?
    @Option(help: "The language of the text, such as kk.")
    var language: String?
    @Option(help: "One clause: its printed number, such as 9.2, or its id.")
    var clause: String?
    @Option(help: "text, markdown, html or json.")
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
