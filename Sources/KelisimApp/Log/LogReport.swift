public import Kelisim
internal import KelisimText

/// What came out of checking a log, for people and for programs.
public struct LogReport: Sendable {
    /// What is wrong; empty when nothing is.
    public let findings: [Finding]

    private let report: LogCheck.Report
    private let language: WordingLanguage

    init(_ report: LogCheck.Report, at place: Place, in language: WordingLanguage) {
        self.report = report
        self.language = language
        findings = report.flaws.map { $0.finding(at: place) }
    }

    private struct Document: Encodable {
        let rows: UInt64
        let erased: UInt64
        let checkpoints: Int
        let tiles: Int
        let flaws: [Flaw]
    }

    private struct Flaw: Encodable {
        let code: String
        let message: String
    }

    /// `{"rows", "erased", "checkpoints", "tiles", "flaws": [{"code", "message"}]}`.
    public var json: String {
        let flaws = findings.map { finding in
            Flaw(code: finding.code.name, message: finding.message(in: language))
        }
        let document = Document(
            rows: report.rows,
            erased: report.erased,
            checkpoints: report.checkpoints,
            tiles: report.tiles,
            flaws: flaws
        )
        return JSONText.make(document) + "\n"
    }

    /// One line.
    public var text: String {
        let counts = [
            "rows": String(report.rows), "erased": String(report.erased),
            "checkpoints": String(report.checkpoints), "tiles": String(report.tiles),
        ]
        return Messages.logChecked.text(in: language, counts) + "\n"
    }
}
