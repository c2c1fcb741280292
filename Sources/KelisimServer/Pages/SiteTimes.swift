internal import Kelisim

/// Where the pages of a site have other times (RFC 7089), as `interfaces.md` lays the site out.
struct SiteTimes: Sendable {
    /// The gates of policies' pages, by the folder of the page.
    let gates: [String: TimeGate]
    /// The policies, with the languages in which they have a page.
    let languages: [PolicyID: [Language]]
    private let mementos: [String: TimeGate.Memento]

    /// The times of the pages `site` of `policies`.
    init(_ policies: [Policy], _ site: SitePages) {
        var gates: [String: TimeGate] = [:]
        var languages: [PolicyID: [Language]] = [:]
        var mementos: [String: TimeGate.Memento] = [:]
        for policy in policies {
            let known = site.languages.filter {
                site.files["\($0.tag)/\(policy.id.slug)/index.html"] != nil
            }
            guard !known.isEmpty else { continue }
            languages[policy.id] = known
            let bound = SiteTimes.bound(policy, by: site.instant)
            for language in known where !bound.isEmpty {
                let path = "\(language.tag)/\(policy.id.slug)/"
                let own = bound.map { SiteTimes.memento($0, policy, in: language) }
                gates[path] = TimeGate(
                    path: path,
                    home: path,
                    mementos: own,
                    baseURL: site.baseURL
                )
                for memento in own { mementos[memento.path] = memento }
            }
        }
        self.gates = gates
        self.languages = languages
        self.mementos = mementos
    }

    /// The edition that the file at `path` shows as it was in force, with the gate to other ones.
    func memento(of path: String) -> (edition: TimeGate.Memento, gate: TimeGate)? {
        let parts = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[3].hasPrefix("changes/"),
            let edition = mementos["\(parts[0])/\(parts[1])/\(parts[2])/"],
            let gate = gates["\(parts[0])/\(parts[1])/"]
        else { return nil }
        return (edition, gate)
    }

    /// The editions that were in force at some time until `instant`, in that order.
    private static func bound(_ policy: Policy, by instant: Instant) -> [Timeline.Entry] {
        policy.timeline.order.filter {
            $0.effectiveAt <= instant && policy.timeline.inForce(at: $0.effectiveAt) == $0.number
        }
    }

    /// The page of an edition, in `language` if it has a text in it.
    private static func memento(
        _ entry: Timeline.Entry,
        _ policy: Policy,
        in language: Language
    ) -> TimeGate.Memento {
        let texts = policy.edition(entry.number)?.publication?.texts.map(\.language) ?? []
        let own = texts.contains(language) ? language : texts.first ?? language
        return TimeGate.Memento(
            effectiveAt: entry.effectiveAt,
            path: "\(own.tag)/\(policy.id.slug)/\(entry.number)/"
        )
    }
}
