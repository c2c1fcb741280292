internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct NewVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "new",
        abstract: "Begins the next edition as a draft, copied from the one in force.",
        examples: [
            Example("the next edition of the cookie policy", "kelisim new cookies"),
            Example("the same, when another edition is the basis", "kelisim new cookies --from 1"),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: String
    @Option(name: .customLong("from"), help: "The edition to copy instead.", completion: .edition)
    var source: Int?

    func run(_ application: Application) throws(Failure) {
        let draft = try application.writer.new(policy, from: source, now: application.now)
        try Console.write(application.describe(draft))
    }
}
