internal import ArgumentParser
internal import KelisimApp

/// Runs the verb that the command line names.
///
/// Verbs begin on the main thread, where libcmark's memory costs least.
@main
enum Main {
    @MainActor
    static func main() async {
        do {
            var verb = try KelisimCommand.parseAsRoot()
            if let asynchronous = verb as? any AsyncVerb {
                try await asynchronous.perform()
            } else {
                try verb.run()
            }
        } catch {
            KelisimCommand.exit(withError: error)
        }
    }
}

/// The command `kelisim`; each verb is a file of its own.
struct KelisimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kelisim",
        abstract: "Keeps the legal texts that people agree to.",
        discussion: """
            Policies are Markdown in Kazakh, Russian and other languages, in a folder `policies/`.

            Exit status: 0 done, 1 findings or a refusal, 2 could not be done, 64 wrong usage.
            """,
        version: Application.version,
        subcommands: [
            ImportVerb.self, NewVerb.self, CheckVerb.self, StatusVerb.self, PublishVerb.self,
            CancelVerb.self, RepealVerb.self, ShowVerb.self, DiffVerb.self, RenderVerb.self,
            BuildVerb.self, PreviewVerb.self, ServeVerb.self, DecideVerb.self, StandingVerb.self,
            HistoryVerb.self, ReportVerb.self, ImpactVerb.self, ExportVerb.self, EraseVerb.self,
            HoldVerb.self, ReleaseVerb.self, GuardianVerb.self, ImportDecisionsVerb.self,
            ReceiptVerb.self, VerifyVerb.self, LogVerb.self, KeyVerb.self, BackupVerb.self,
            RestoreVerb.self, MigrateVerb.self, TransferVerb.self,
        ]
    )

    @OptionGroup var options: CommonOptions
}
