internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct NewVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begins the next edition as a draft, copied from the one in force."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.")
    var policy: String
    @Option(name: .customLong("from"), help: "The edition to copy instead.")
    var source: Int?

    func run(_ application: Application) throws(Failure) {
        let draft = try application.writer.new(policy, from: source, now: application.now)
        try Console.write(application.describe(draft))
    }
}
