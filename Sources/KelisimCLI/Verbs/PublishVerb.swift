internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct PublishVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "publish",
        abstract: "Fixes an edition for ever: checks it and writes publication.json.",
        examples: [
            Example("see what would be written", "kelisim publish terms 3 --dry-run"),
            Example("publish now", "kelisim publish terms 3"),
            Example(
                "publish when the site is deployed, in two hours",
                "kelisim publish terms 3 --at \"$(date -u -d '+2 hours' +%FT%TZ)\""
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: String
    @Argument(help: "The number of the edition.", completion: .edition)
    var edition: Int
    @Option(help: "The instant of publication; a later one is a deploy slot.")
    var at: Instant?
    @Option(help: "Why a past instant is recorded only now.")
    var backdated: String?
    @Flag(help: "Write nothing; print what would be written.")
    var dryRun = false

    func run(_ application: Application) throws(Failure) {
        let outcome = try application.writer.publish(
            policy,
            edition: edition,
            now: application.now,
            at: at,
            backdated: backdated,
            dryRun: dryRun
        )
        Console.report(outcome.warnings, in: application.language)
        try Console.write(dryRun ? outcome.bytes : Array(application.describe(outcome).utf8))
    }
}
