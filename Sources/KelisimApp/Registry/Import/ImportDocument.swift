internal import Kelisim
internal import KelisimText

/// What came of an import, as programs are told of it.
struct ImportDocument: Encodable {
    private struct Row: Encodable {
        let line: OrNull<Int>
        let code: String
        let message: String
        let help: String
    }

    private let file: String
    private let dryRun: Bool
    private let lines: Int
    private let recorded: Int
    private let known: Int
    private let historyOnly: Int
    private let bad: Int
    private let findings: [Row]

    init(_ outcome: ImportOutcome, in language: WordingLanguage) {
        file = outcome.file
        dryRun = outcome.isDryRun
        lines = outcome.lines
        recorded = outcome.recorded
        known = outcome.known
        historyOnly = outcome.historyOnly
        bad = outcome.bad
        findings = outcome.findings.map { finding in
            Row(
                line: OrNull(finding.place.line),
                code: finding.code.name,
                message: finding.message(in: language),
                help: finding.help(in: language)
            )
        }
    }
}
