internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct HoldVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "hold",
        abstract: "Places a legal hold: the subject can't be erased.",
        discussion: "A second hold replaces the reason of the first.",
        examples: [
            Example("because of a dispute", "kelisim hold u-8f3 --reason 'Case 2-117/2026'")
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject.")
    var subject: String
    @Option(help: "Why.")
    var reason: String
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let held = try await application.hold(subject, reason: reason)
        try Console.write(hold: held, on: subject, format, application)
    }
}

struct ReleaseVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "release",
        abstract: "Releases a legal hold.",
        examples: [
            Example(
                "the dispute is over",
                "kelisim release u-8f3 --reason 'Case 2-117/2026 closed'"
            )
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject.")
    var subject: String
    @Option(help: "Why.")
    var reason = ""
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let held = try await application.release(subject, reason: reason)
        try Console.write(hold: held, on: subject, format, application)
    }
}

extension Console {
    /// Writes whether a subject is on hold.
    fileprivate static func write(
        hold reason: String?,
        on subject: String,
        _ format: ReportFormat,
        _ application: Application
    ) throws(Failure) {
        switch format {
        case .text: try write(application.describe(hold: reason, on: subject))
        case .json: try write(HoldDocument(reason: reason).json)
        }
    }
}
