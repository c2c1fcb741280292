internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct ReportVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "report",
        abstract: "Counts who has agreed to what, or lists the subjects with a standing.",
        discussion: """
            Each subject that the registry has heard of is counted once, under what it has accepted and \
            the state that comes of it. With --state the subjects are listed instead, a line each.
            """,
        examples: [
            Example("how many have agreed to what", "kelisim report terms"),
            Example("whom to ask", "kelisim report terms --state due"),
            Example(
                "whom to tell of the upcoming edition, for a program",
                "kelisim report terms --state current --edition 1 --format json"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The policy.", completion: .policy)
    var policy: PolicyID
    @Option(help: "List the subjects in this state.")
    var state: Standing.State?
    @Option(
        help: """
            With --state: only those that have to accept this edition or, where nothing is required, have \
            accepted it; an upcoming one is looked at from when it is in force.
            """,
        completion: .edition
    )
    var edition: Int?
    @Option(help: "The standings at this instant instead of now.")
    var at: Instant?
    @Option(help: "By what was recorded until this instant.")
    var knownAt: Instant?
    @Option(help: "How to show it.")
    var format: ReportFormat = .text

    func validate() throws {
        guard edition == nil || state != nil else {
            throw ValidationError("--edition belongs to --state.")
        }
    }

    func run(_ application: Application) async throws(Failure) {
        if let state {
            try await list(state, application)
            return
        }
        let report = try await application.report(on: policy, at: at, knownAt: knownAt)
        switch format {
        case .text: try Console.write(application.describe(report))
        case .json: try Console.write(report.json)
        }
    }

    private func list(
        _ state: Standing.State,
        _ application: Application
    ) async throws(Failure) {
        let question = Application.SubjectQuestion(
            policy: policy,
            state: state,
            edition: edition,
            at: at,
            knownAt: knownAt
        )
        // Written while they are found: there may be millions.
        var isFirst = true
        try await application.subjects(question) { subjects throws(Failure) in
            var text = ""
            for subject in subjects {
                switch format {
                case .text: text += "\(subject)\n"
                case .json: text += (isFirst ? "{\"subjects\": [\n  " : ",\n  ") + "\"\(subject)\""
                }
                isFirst = false
            }
            try Console.write(text)
        }
        guard format == .json else { return }
        try Console.write((isFirst ? "{\"subjects\": [" : "\n") + "], \"next\": null}\n")
    }
}
