internal import KelisimLog

/// The contents of a `justifications.yaml`.
struct JustificationsFile {
    /// The entries that have nothing wrong with them.
    let justifications: Justifications
    /// What is wrong.
    let findings: [Finding]

    /// Reads `bytes`, which are those of `file`, for texts in `languages`, if they are known.
    init(_ bytes: [UInt8], of file: String, in languages: [Language]?) {
        let document = YAMLDocument.read(bytes, of: file)
        var reader = YAMLReader()
        let members = document.value.flatMap { reader.members($0) } ?? []
        let entries = members.compactMap { Self.read($0, languages, &reader) }
        justifications = Justifications(
            file: file,
            digest: Digest(of: bytes),
            entries: entries
        )
        findings = document.findings + reader.findings
    }

    private static func read(
        _ member: YAMLValue.Member,
        _ languages: [Language]?,
        _ reader: inout YAMLReader
    ) -> Justifications.Entry? {
        guard let wordings = reader.members(member.value) else { return nil }
        var texts: [Language: String] = [:]
        var places: [Language: Place] = [:]
        for wording in wordings {
            guard let language = reader.language(wording.key, at: wording.place, among: languages)
            else { continue }
            places[language] = wording.value.place
            if !reader.isAbsent(wording.value), !isEmpty(wording.value) {
                texts[language] = reader.string(wording.value)
            }
        }
        return Justifications.Entry(
            key: member.key,
            texts: texts,
            place: member.place,
            places: places
        )
    }

    /// Whether a reason is still to be written.
    private static func isEmpty(_ value: YAMLValue) -> Bool {
        guard case .scalar(let text, _) = value.content else { return false }
        return Spelling.trimmed(text).isEmpty
    }
}
