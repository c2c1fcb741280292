internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct CancelVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "cancel",
        abstract: "Calls off a published edition before it comes into force.",
        examples: [
            Example(
                "with the reason from a file",
                "kelisim cancel terms 2 --reason \"$(cat reason.kk.txt)\""
            )
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: String
    @Argument(help: "The number of the edition.", completion: .edition)
    var edition: Int
    @Option(help: "Why, for its page and its record.")
    var reason: String
    @Flag(help: "Write nothing; print what would be written.")
    var dryRun = false

    func run(_ application: Application) throws(Failure) {
        let outcome = try application.writer.cancel(
            policy,
            edition: edition,
            reason: reason,
            now: application.now,
            dryRun: dryRun
        )
        try Console.write(dryRun ? outcome.bytes : Array(application.describe(outcome).utf8))
    }
}
