internal import Kelisim

/// What `site.yaml` in the folder of a look says about the site as a whole.
struct ThemeSettings: Sendable {
    /// The name of the file.
    static let file = "site.yaml"

    /// The policies that come first in lists, in order, with the places that name them.
    private(set) var policies: [(id: PolicyID, place: Place)] = []
    /// The languages that come first, in order, with the places that name them.
    private(set) var languages: [(language: Language, place: Place)] = []

    init() {}

    /// The settings in `file`; what is wrong with them is in `findings`.
    init(_ file: ThemeFile, _ findings: inout [Finding]) {
        let (value, problems) = YAMLDocument.read(file.bytes, of: file.source)
        findings += problems
        guard let value else { return }
        var reader = YAMLReader()
        let fields = reader.fields(value, required: [], optional: ["languages", "policies"]) ?? [:]
        if let list = fields["policies"] {
            for item in reader.items(list) ?? [] {
                guard let id: PolicyID = reader.parsed(item, orReport: .invalidPolicyName) else {
                    continue
                }
                if policies.contains(where: { $0.id == id }) {
                    reader.report(.sitePolicyTwice, item.place, ["policy": id.slug])
                } else {
                    policies.append((id, item.place))
                }
            }
        }
        if let list = fields["languages"] {
            let places = reader.items(list) ?? []
            let found = reader.languages(list, among: nil) ?? []
            languages = zip(found, places).map { ($0, $1.place) }
        }
        findings += reader.findings
    }

    /// `ids` with those first that are listed.
    func ordered<Element>(_ items: [Element], by id: (Element) -> PolicyID) -> [Element] {
        arrange(items) { item in policies.firstIndex { $0.id == id(item) } }
    }

    /// `found` with those first that are listed.
    func ordered(_ found: [Language]) -> [Language] {
        arrange(found) { language in languages.firstIndex { $0.language == language } }
    }

    private func arrange<Element>(
        _ items: [Element],
        by rank: (Element) -> Int?
    ) -> [Element] {
        items.enumerated().map { (rank($0.element) ?? Int.max, $0.offset, $0.element) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map(\.2)
    }
}
