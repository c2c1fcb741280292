internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct RepealVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "repeal",
        abstract: "Ends a policy from an instant on; its texts and history stay.",
        discussion: """
            The reason is needed in every language of the policy: --reason-kk, --reason-ru, or for \
            any other language --reason TAG=TEXT.
            """,
        examples: [
            Example(
                "in 30 days, with the reasons from files",
                "kelisim repeal cookies --effective '30 days after publication' "
                    + "\\\n    --reason-kk \"$(cat reason.kk.txt)\" "
                    + "--reason-ru \"$(cat reason.ru.txt)\""
            )
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: String
    @Option(
        help: "'on publication' (now), a date, an instant, or 'N days after publication'.",
        completion: .list(["on publication"])
    )
    var effective: EffectiveRule
    @Option(help: "Why, in Kazakh.")
    var reasonKk: String?
    @Option(help: "Why, in Russian.")
    var reasonRu: String?
    @Option(help: ArgumentHelp("Why, in another language.", valueName: "TAG=TEXT"))
    var reason: [LocalizedArgument] = []
    @Option(help: "The policy that takes its place.", completion: .policy)
    var replacedBy: String?
    @Flag(help: "Write nothing; print what would be written.")
    var dryRun = false

    func run(_ application: Application) throws(Failure) {
        let given = [("kk", reasonKk), ("ru", reasonRu)]
            .compactMap { tag, text in
                text.flatMap { LocalizedArgument(argument: "\(tag)=\($0)") }
            }
        let outcome = try application.writer.repeal(
            policy,
            effective: effective,
            reason: LocalizedText((given + reason).map(\.entry)),
            replacedBy: replacedBy,
            now: application.now,
            dryRun: dryRun
        )
        try Console.write(dryRun ? outcome.bytes : Array(application.describe(outcome).utf8))
    }
}

/// A wording with its language, `ru=…`.
struct LocalizedArgument: ExpressibleByArgument {
    let entry: LocalizedText.Entry

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="),
            let language = Language(String(argument[..<equals]))
        else { return nil }
        entry = LocalizedText.Entry(language, String(argument[argument.index(after: equals)...]))
    }
}
