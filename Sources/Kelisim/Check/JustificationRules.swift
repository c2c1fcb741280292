/// The reasons for the changes of an edition: one for each change, and none too many.
///
/// Only where there is a `justifications.yaml`: nobody has to write one.
enum JustificationRules {
    static func findings(in edition: Edition, of policy: Policy) -> [Finding] {
        let justifications = edition.justifications
        guard let file = justifications.file else { return [] }
        let changes = policy.replaced(by: edition).map { EditionChanges(from: $0, to: edition) }
        let keys = changes?.keys ?? JustificationKeys([])
        let rows = changes?.rows ?? []
        let known = Set(rows.flatMap(keys.keys))
        let vain = justifications.entries.filter { !known.contains($0.key) }
            .map { Finding(.justificationWithoutChange, at: $0.place, ["clause": $0.key]) }
        let missing = rows.filter(\.isConsiderable)
            .compactMap { row in
                gap(under: keys.keys(of: row), justifications, edition.texts.map(\.language), file)
            }
        return vain + missing
    }

    /// What is missing under the keys of one change, of which one is enough for each language.
    private static func gap(
        under keys: [String],
        _ justifications: Justifications,
        _ languages: [Language],
        _ file: String
    ) -> Finding? {
        let open = languages.filter { justifications.texts(for: keys, in: $0).isEmpty }
        guard let first = open.first, let key = keys.first else { return nil }
        let entry = keys.lazy.compactMap { justifications[$0] }.first
        return Finding(
            .justificationMissing,
            at: entry.map { $0.places[first] ?? $0.place } ?? Place(file),
            [
                "clause": entry?.key ?? key,
                "languages": open.map(\.tag).joined(separator: ", "),
            ]
        )
    }
}
