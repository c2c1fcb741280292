internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

struct LogVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Checks the log of decisions, and tells or changes its key.",
        discussion: CommandConfiguration.discussion(
            """
            Every publication and decision is in an append-only log, whose checkpoints are signed.
            """,
            examples: [
                Example("compute everything again", "kelisim log check"),
                Example("for a program", "kelisim log check --format json"),
                Example("the key, for auditors", "kelisim log key > log.vkey"),
                Example("a new key, once a year", "kelisim log rotate-key > log-2027.vkey"),
            ]
        ),
        subcommands: [LogCheckVerb.self, LogKeyVerb.self, LogRotateKeyVerb.self]
    )

    @OptionGroup var options: CommonOptions
}

struct LogCheckVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Computes the whole log again and compares everything with it.",
        discussion: """
            Every record with its leaf, every tile, every bundle and every checkpoint that was kept. \
            Records that were erased are told from those that are missing.
            """
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "How to show what came out.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let report = try await application.checkLog()
        switch format {
        case .text: try Console.write(report.text)
        case .json: try Console.write(report.json)
        }
        guard report.findings.isEmpty else {
            throw .refused(format == .text ? report.findings : [])
        }
    }
}

struct LogKeyVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Prints the public key of the log.",
        discussion: """
            It is the line that "kelisim verify" and other programs take as a verifier key. A log that \
            has no key yet gets one, in a file that only its owner may read.
            """
    )

    @OptionGroup var options: CommonOptions

    func run(_ application: Application) throws(Failure) {
        try Console.write("\(try application.logKey())\n")
    }
}

struct LogRotateKeyVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key",
        abstract: "Has the log signed by a new key from now on, and prints its public key.",
        discussion: """
            The old key is kept beside it: receipts made so far are verified with its public key for ever. \
            Nobody else may use the registry meanwhile; other servers need the new file of the key before they \
            go on.
            """
    )

    @OptionGroup var options: CommonOptions

    func run(_ application: Application) async throws(Failure) {
        let rotation = try await application.rotateLogKey()
        Console.say(application.describe(rotation))
        try Console.write(rotation.key + "\n")
    }
}
