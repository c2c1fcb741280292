public import Kelisim
public import KelisimText

/// The policies with their editions, states and dates.
public struct StatusReport: Sendable {
    private let repository: Repository
    private let instant: Instant
    private let language: WordingLanguage

    /// Makes a report of `repository` as it is at `instant`.
    public init(_ repository: Repository, at instant: Instant, in language: WordingLanguage) {
        self.repository = repository
        self.instant = instant
        self.language = language
    }

    private struct Row: Encodable {
        let number: Int
        let state: String
        let publishedAt: OrNull<String>
        let effectiveAt: OrNull<String>
        let effective: OrNull<String>
        let change: OrNull<String>
        let texts: [String]
    }

    private struct PolicyRow: Encodable {
        let policy: String
        let title: [String: String]
        let inForce: OrNull<Int>
        let upcoming: [Int]
        let repealedFrom: OrNull<String>
        let editions: [Row]
    }

    private struct Document: Encodable {
        let at: String
        let policies: [PolicyRow]
    }

    /// `{"at", "policies": [{"policy", "title", "inForce", "upcoming", "editions": […]}]}`.
    public var json: String {
        JSONText.make(
            Document(
                at: instant.description,
                policies: repository.policies.map { policy in
                    PolicyRow(
                        policy: policy.id.slug,
                        title: title(policy),
                        inForce: OrNull(policy.timeline.inForce(at: instant)),
                        upcoming: policy.timeline.upcoming(at: instant),
                        repealedFrom: OrNull(policy.timeline.repealedFrom?.description),
                        editions: policy.editions.map { row($0, policy) }
                    )
                }
            )
        )
    }

    private func title(_ policy: Policy) -> [String: String] {
        guard let title = policy.title(at: instant) else { return [:] }
        let pairs = policy.languages(at: instant)
            .compactMap { language in
                title[language].map { (language.tag, $0) }
            }
        return Dictionary(pairs) { first, _ in first }
    }

    private func row(_ edition: Edition, _ policy: Policy) -> Row {
        Row(
            number: edition.number,
            state: policy.timeline.state(of: edition.number, at: instant).rawValue,
            publishedAt: OrNull(edition.publication?.publishedAt.description),
            effectiveAt: OrNull(edition.publication?.effectiveAt.description),
            effective: OrNull(edition.terms?.effective.description),
            change: OrNull(edition.terms?.change.rawValue),
            texts: edition.texts.map(\.language.tag)
        )
    }

    /// One line an edition, under the title of its policy.
    public var text: String {
        guard !repository.policies.isEmpty else {
            return Messages.noPolicies.text(in: language, ["folder": repository.root]) + "\n"
        }
        return repository.policies.map(text).joined(separator: "\n")
    }

    private func text(_ policy: Policy) -> String {
        let titles = title(policy)
        let name = titles[language.rawValue] ?? titles.sorted { $0.key < $1.key }.first?.value
        var lines = ["\(policy.id.slug)\(name.map { " — \($0)" } ?? "")"]
        if let end = policy.timeline.repealedFrom {
            let sentence = Messages.repealedFrom.text(in: language, ["instant": end.description])
            lines.append("  \(sentence)")
        }
        let rows = policy.editions.map { edition in
            let state = policy.timeline.state(of: edition.number, at: instant)
            let date =
                edition.publication?.effectiveAt.description
                ?? edition.terms.map { "(\($0.effective))" } ?? "—"
            return [
                EditionWording.name(edition.number, in: language),
                Messages.states[state]?.text(in: language) ?? state.rawValue,
                date,
                edition.terms?.change.rawValue ?? "—",
                edition.texts.map(\.language.tag).joined(separator: " "),
            ]
        }
        lines += TextTable(rows).lines
        return lines.joined(separator: "\n") + "\n"
    }
}
