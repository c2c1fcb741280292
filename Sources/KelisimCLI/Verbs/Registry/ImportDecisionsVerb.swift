internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

struct ImportDecisionsVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "import-decisions",
        abstract: "Takes over acceptances of another system from a CSV file.",
        discussion: """
            The header names the columns, in any order: subject, policy, edition, language, at, method, \
            note. Only subject, policy and at are needed. Where edition or language are not known they \
            stay empty: such an acceptance is history, and satisfies nothing. Lines that were imported \
            before are passed over, so an import can be repeated.

            A file with a bad line is not imported, and every bad line is named; --skip-bad leaves them out.
            """,
        examples: [
            Example(
                "what would come of it",
                "kelisim import-decisions users.csv --dry-run"
            ),
            Example(
                "times are those of clocks in Almaty",
                "kelisim import-decisions users.csv --time-zone Asia/Almaty"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The file.", completion: .file(extensions: ["csv"]))
    var file: String
    @Option(help: "The time zone of times without an offset, such as Asia/Almaty.")
    var timeZone: TimeZoneRules?
    @Flag(help: "Record nothing; show counts and every bad line.")
    var dryRun = false
    @Flag(help: "Leave bad lines out, and import the others.")
    var skipBad = false
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let outcome = try await application.importDecisions(
            file,
            choices,
            progress: ProgressBar.show
        )
        ProgressBar.clear()
        switch format {
        case .text:
            Console.report(outcome.findings, in: application.language)
            Console.say(application.describeHidden(outcome))
            try Console.write(application.describe(outcome))
        case .json: try Console.write(application.json(outcome))
        }
        if outcome.bad > 0, !skipBad { throw .refused([]) }
    }

    private var choices: ImportOptions {
        var options = ImportOptions()
        options.timeZone = timeZone
        options.skipsBad = skipBad
        options.isDryRun = dryRun
        return options
    }
}

/// How far an import has come, on a terminal.
private enum ProgressBar {
    private static let width = 30

    static func show(_ progress: ImportProgress) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let done = Int(progress.part * Double(width))
        let bar = String(repeating: "#", count: done) + String(repeating: ".", count: width - done)
        let pass = progress.isRecording ? "2/2" : "1/2"
        Console.say("\r\(pass) [\(bar)] \(Int(progress.part * 100)) %  \(progress.lines)\u{1B}[K")
    }

    static func clear() {
        if isatty(STDERR_FILENO) == 1 { Console.say("\r\u{1B}[K") }
    }
}
