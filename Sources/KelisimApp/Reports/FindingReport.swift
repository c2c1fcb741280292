internal import Foundation
public import Kelisim
public import KelisimText

/// Findings as a person or a program reads them.
public struct FindingReport: Sendable {
    let findings: [Finding]
    let language: WordingLanguage
    private let accepted: Int

    /// Makes a report of `findings` with sentences in `language`; `accepted` is how many other
    /// warnings were let stand.
    public init(_ findings: [Finding], accepted: Int = 0, in language: WordingLanguage) {
        self.findings = findings
        self.accepted = accepted
        self.language = language
    }

    /// How many of them are errors.
    public var errors: Int { findings.count { $0.severity == .error } }

    /// How many of them are warnings.
    public var warnings: Int { findings.count - errors }

    // MARK: - For programs

    private struct Row: Encodable {
        let file: String
        let line: OrNull<Int>
        let column: OrNull<Int>
        let code: String
        let severity: String
        let message: String
        let help: String
    }

    private struct Document: Encodable {
        let findings: [Row]
        let errors: Int
        let warnings: Int
        let accepted: Int
    }

    /// `{"findings": [{file, line, column, code, severity, message, help}], "errors", "warnings",
    /// "accepted"}`.
    public var json: String {
        let rows = findings.map { finding in
            Row(
                file: finding.place.file,
                line: OrNull(finding.place.line),
                column: OrNull(finding.place.column),
                code: finding.code.name,
                severity: finding.severity.rawValue,
                message: finding.message(in: language),
                help: finding.help(in: language)
            )
        }
        return JSONText.make(
            Document(findings: rows, errors: errors, warnings: warnings, accepted: accepted)
        )
    }

    // MARK: - For people

    /// Each finding with the source line, a mark below the place, and what to do; then a count.
    public func text(style: TerminalStyle) -> String {
        let details = details(style: style)
        return details + (details.isEmpty ? "" : "\n") + summary + "\n"
    }

    /// Each finding with the source line, a mark below the place, and what to do.
    public func details(style: TerminalStyle) -> String {
        var sources = SourceExcerpts()
        return findings.map { block($0, style, &sources) }.joined(separator: "\n")
    }

    private func block(
        _ finding: Finding,
        _ style: TerminalStyle,
        _ sources: inout SourceExcerpts
    ) -> String {
        let severity =
            finding.severity == .error
            ? style.error(Messages.error.text(in: language))
            : style.warning(Messages.warning.text(in: language))
        var lines = [
            "\(style.strong(finding.place.description)): \(severity): \(finding.message(in: language)) "
                + style.faint("[\(finding.code.name)]")
        ]
        lines += sources.excerpt(finding.place)
        for place in finding.related {
            lines.append("  " + style.faint(place.description))
            lines += sources.excerpt(place)
        }
        lines.append("  → \(finding.help(in: language))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// How many errors and warnings there are, in words.
    public var summary: String {
        let counts =
            findings.isEmpty
            ? Messages.nothingFound.text(in: language)
            : Messages.findings(errors: errors, warnings: warnings, in: language)
        guard accepted > 0 else { return counts }
        return counts + " " + Messages.accepted.text(in: language, ["count": String(accepted)])
    }
}

extension Place {
    /// `file:line:column`, as compilers write it.
    var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}
