internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

/// The verbs about guardianships.
struct GuardianVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guardian",
        abstract: "Registers, ends and shows guardianships.",
        discussion: CommandConfiguration.discussion(
            """
            A guardian decides for a child under the age that the policy names. Only the end of a \
            guardianship can be changed; every version is kept. Days on which the child reaches an age are \
            said by who verified them, and never taken from an IIN.
            """,
            examples: [
                Example(
                    "register what was verified",
                    "kelisim guardian add gs-7 --guardian g-17 --ward u-9 "
                        + "\\\n    --basis parent --from 2026-01-10T00:00:00+05:00 "
                        + "\\\n    --reaches 14=2031-03-02 --reaches 18=2035-03-02"
                ),
                Example("end it now", "kelisim guardian end gs-1"),
                Example("every version of it", "kelisim guardian show gs-1"),
                Example("of a child, or of a guardian", "kelisim guardian list u-7"),
            ]
        ),
        subcommands: [
            GuardianAddVerb.self, GuardianEndVerb.self, GuardianShowVerb.self,
            GuardianListVerb.self,
        ]
    )

    @OptionGroup var options: CommonOptions
}

struct GuardianAddVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Registers a guardianship that somebody has verified."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "A name for it, of your own.")
    var guardianship: GuardianshipID
    @Option(help: "Who may decide.")
    var guardian: String
    @Option(help: "For whom.")
    var ward: String
    @Option(help: "On what ground.")
    var basis: Guardianship.Basis
    @Option(help: "From when on.")
    var from: Instant
    @Option(help: "Until when, if that is known.")
    var until: Instant?
    @Option(help: ArgumentHelp("When the child reaches an age.", valueName: "AGE=DATE"))
    var reaches: [AgeArgument] = []
    @Option(help: "Where the evidence is, such as a number in an archive.")
    var evidence: String?
    @Option(help: "Who verified it.")
    var verifiedBy: String?
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func validate() throws {
        guard Set(reaches.map(\.age)).count == reaches.count else {
            throw ValidationError("--reaches names an age twice.")
        }
    }

    func run(_ application: Application) async throws(Failure) {
        let guardianship = Guardianship(
            id: guardianship,
            guardian: try application.subject(guardian, givenAs: "--guardian"),
            ward: try application.subject(ward, givenAs: "--ward"),
            basis: basis,
            from: from,
            until: until,
            wardReaches: Dictionary(reaches.map { ($0.age, $0.day) }) { first, _ in first },
            evidence: evidence,
            verifiedBy: verifiedBy
        )
        let registered = try await application.register(guardianship)
        try Console.write(registered, format, application)
    }
}

struct GuardianEndVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Ends a guardianship, or changes its end."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The name of the guardianship.")
    var guardianship: GuardianshipID
    @Option(help: "When it ends; without it now.")
    var until: Instant?
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let registered = try await application.end(guardianship, at: until)
        try Console.write(registered, format, application)
    }
}

struct GuardianShowVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a guardianship and its earlier versions."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The name of the guardianship.")
    var guardianship: GuardianshipID
    @Option(help: "How to show it.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let versions = try await application.guardianship(guardianship)
        switch format {
        case .text: try Console.write(application.describe(versions))
        case .json: try Console.write(GuardianshipVersions(versions).json)
        }
    }
}

struct GuardianListVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the guardianships of a subject, as ward and as guardian."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The ward or the guardian.")
    var subject: String
    @Option(help: "How to show them.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let guardianships = try await application.guardianships(of: subject)
        switch format {
        case .text: try Console.write(application.describe(guardianships, of: subject))
        case .json: try Console.write(GuardianshipList(guardianships).json)
        }
    }
}

extension Console {
    /// Writes a guardianship that was registered.
    fileprivate static func write(
        _ registered: Application.Registered,
        _ format: ReportFormat,
        _ application: Application
    ) throws(Failure) {
        switch format {
        case .text: try write(application.describe(registered))
        case .json: try write(GuardianshipDocument(registered.guardianship).json)
        }
    }
}
