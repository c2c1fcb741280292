internal import Kelisim
internal import KelisimText

/// Findings as a preview shows them: those about a clause beside it.
struct ReviewNotes: Sendable {
    /// Everything, in order.
    let findings: [Finding]

    private var clauses: [Finding: String] = [:]
    private var beside: [String: [String: [Finding]]] = [:]
    private var above: [String: [Finding]] = [:]

    /// Sorts `findings` to the clauses of `repository`.
    init(_ findings: [Finding], in repository: Repository) {
        self.findings = findings
        let files = Set(findings.map(\.place.file))
        var editions: [String: Edition] = [:]
        var texts: [String: ReviewedText] = [:]
        for edition in repository.policies.flatMap(\.editions) {
            for text in edition.texts where files.contains(text.file) {
                editions[text.file] = edition
                texts[text.file] = ReviewedText(text, of: edition)
            }
        }
        for finding in findings {
            let file = finding.place.file
            if let clause = texts[file]?.clauseID(at: finding.place) {
                clauses[finding] = clause
                beside[file, default: [:]][clause, default: []].append(finding)
            } else {
                above[file, default: []].append(finding)
            }
        }
    }

    /// The id of the clause that `finding` is about, if it is about one.
    func clause(of finding: Finding) -> String? { clauses[finding] }

    /// The notes beside each clause of the text in `file` that has any, as phrasing content.
    func markup(besideClausesOf file: String, in language: WordingLanguage) -> [String: String] {
        (beside[file] ?? [:])
            .mapValues { findings in
                findings.map { ReviewNotes.markup($0, "span", language) }.joined()
            }
    }

    /// The notes about the text of `edition` in `file` that belong to no clause, and those about
    /// the edition's other files.
    func markup(above file: String, of edition: Edition, in language: WordingLanguage) -> String {
        let files = [
            "edition.yaml", "accepted.yaml", "justifications.yaml", "publication.json",
            "cancellation.json",
        ]
        .map { "\(edition.folder)/\($0)" }
        return ([file, edition.folder] + files).flatMap { above[$0] ?? [] }
            .map { ReviewNotes.markup($0, "p", language) }.joined()
    }

    /// One finding in an element of its own.
    static func markup(
        _ finding: Finding,
        _ element: String,
        _ language: WordingLanguage
    ) -> String {
        let kind = finding.severity == .error ? PreviewWords.error : PreviewWords.warning
        let message = finding.message(in: language)
        let help = finding.help(in: language)
        let line = finding.place.line.map { ":\($0)" } ?? ""
        let name = finding.place.file.split(separator: "/").suffix(2).joined(separator: "/")
        return """
            <\(element) class="finding \(finding.severity.rawValue)" lang="\(language.rawValue)">\
            <strong>\(kind.text(in: language))</strong> \
            \(HTMLEscape.text(message)) \
            \(HTMLEscape.text(help)) \
            <code>\(HTMLEscape.text(name))\(line)</code> \
            <code>\(finding.code.name)</code></\(element)>
            """
    }
}
