/// The contents of an `accepted.yaml`.
struct AcceptedFile {
    /// The entries that have nothing wrong with them.
    private(set) var warnings: [AcceptedWarning] = []
    /// What is wrong.
    var findings: [Finding] { documentFindings + reader.findings }

    private let documentFindings: [Finding]
    private var reader = YAMLReader()

    /// Reads `bytes`, which are those of `file`, for texts in `languages`, if they are known.
    init(_ bytes: [UInt8], of file: String, in languages: [Language]?) {
        let document = YAMLDocument.read(bytes, of: file)
        documentFindings = document.findings
        let entries = document.value.flatMap { reader.items($0) } ?? []
        warnings = entries.compactMap { read($0, languages) }
    }

    private mutating func read(_ value: YAMLValue, _ languages: [Language]?) -> AcceptedWarning? {
        let before = reader.findings.count
        guard
            let fields = reader.fields(
                value,
                required: ["warning", "reason"],
                optional: ["language", "clause"]
            )
        else { return nil }
        let code = fields["warning"].flatMap { readCode($0) }
        let reason = fields["reason"].flatMap { reader.string($0) }
        let language = fields["language"]
            .flatMap { value in
                reader.string(value)
                    .flatMap { reader.language($0, at: value.place, among: languages) }
            }
        let clause = fields["clause"].flatMap { reader.string($0) }
        if let clause, fields["language"] == nil, code?.isAboutClauseAlone != true {
            reader.report(.acceptedWithoutLanguage, value.place, ["clause": clause])
        }
        guard reader.findings.count == before, let code, let reason else { return nil }
        return AcceptedWarning(
            code: code,
            language: language,
            clause: clause,
            reason: reason,
            place: value.place
        )
    }

    private mutating func readCode(_ value: YAMLValue) -> FindingCode? {
        guard let name = reader.string(value) else { return nil }
        let known =
            FindingCode.repository + FindingCode.text + FindingCode.parity
            + FindingCode.justifications
        guard let code = known.first(where: { $0.name == name }) else {
            let nearest = Spelling.closest(to: name, among: known.map(\.name))
            reader.report(.unknownWarning, value.place, ["value": name, "nearest": nearest])
            return nil
        }
        guard code.severity == .warning else {
            reader.report(.errorNotAcceptable, value.place, ["value": name])
            return nil
        }
        return code
    }
}
