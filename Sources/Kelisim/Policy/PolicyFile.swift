/// The contents of a `policy.yaml`.
struct PolicyFile {
    /// The settings, or nil when anything is wrong with them.
    let settings: PolicySettings?
    /// What editions must agree with, as far as that is right itself.
    let context: EditionFile.Context
    /// Where each key stands.
    let places: [String: Place]
    /// What is wrong.
    let findings: [Finding]

    private static let keys = [
        "title", "operator", "languages", "authoritative", "timeZone", "acceptance",
    ]

    /// Reads `bytes`, which are those of `file`.
    init(_ bytes: [UInt8], of file: String) {
        let document = YAMLDocument.read(bytes, of: file)
        var reader = YAMLReader()
        let fields = document.value.flatMap { reader.fields($0, required: PolicyFile.keys) } ?? [:]
        let languages = fields["languages"].flatMap { reader.languages($0) }
        let title = fields["title"].flatMap { reader.localized($0, in: languages) }
        let owner = fields["operator"].flatMap { reader.policyOperator($0, in: languages) }
        let authoritative = fields["authoritative"].flatMap { reader.authority($0, in: languages) }
        let timeZone = fields["timeZone"].flatMap { reader.timeZone($0) }
        let acceptance = fields["acceptance"].flatMap { reader.acceptance($0) }
        context = EditionFile.Context(
            languages: languages,
            authoritative: authoritative,
            timeZone: timeZone
        )
        places = fields.mapValues(\.place)
        findings = document.findings + reader.findings
        if let title, let owner, let languages, let authoritative, let timeZone, let acceptance {
            settings = PolicySettings(
                title: title,
                operator: owner,
                languages: languages,
                authoritative: authoritative,
                timeZone: timeZone,
                acceptance: acceptance
            )
        } else {
            settings = nil
        }
    }
}

extension YAMLReader {
    /// The languages of a policy: at least one.
    fileprivate mutating func languages(_ value: YAMLValue) -> [Language]? {
        guard let languages = languages(value, among: nil) else { return nil }
        if languages.isEmpty { report(.emptyValue, value.place, ["key": value.path]) }
        return languages.isEmpty || Set(languages).count < languages.count ? nil : languages
    }
}
