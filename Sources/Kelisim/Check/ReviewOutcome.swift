/// What a review leaves to look at, once the warnings that authors let stand are set aside.
public struct ReviewOutcome: Sendable {
    /// The findings, in order, and one for each entry of an `accepted.yaml` that silences nothing.
    public let findings: [Finding]
    /// How many warnings were set aside.
    public let accepted: Int

    /// Sets aside what the `accepted.yaml` of each of `editions` names among `found`.
    init(_ found: [Finding], accepting editions: [Edition]) {
        var open = found
        var inVain: [Finding] = []
        for edition in editions where !edition.acceptedWarnings.isEmpty {
            let texts = edition.texts.compactMap { ReviewedText($0, of: edition) }
            for entry in edition.acceptedWarnings {
                let before = open.count
                open.removeAll { entry.silences($0, in: edition, texts) }
                guard open.count == before else { continue }
                let facts = ["value": entry.code.name]
                inVain.append(Finding(.acceptedInVain, at: entry.place, facts))
            }
        }
        accepted = found.count - open.count
        findings = (open + inVain).sorted()
    }
}

extension AcceptedWarning {
    /// Whether `finding`, about something in `edition` with these texts, is meant.
    fileprivate func silences(
        _ finding: Finding,
        in edition: Edition,
        _ texts: [ReviewedText]
    ) -> Bool {
        guard finding.code == code, finding.severity == .warning,
            finding.place.isInside(edition.folder)
        else { return false }
        if code.isAboutClauseAlone {
            return language == nil && finding.arguments["clause"] == clause
        }
        let text = texts.first { $0.text.file == finding.place.file }
        return text?.language == language && text?.clauseID(at: finding.place) == clause
    }
}
