internal import Kelisim

/// A policy as the public sees it at one instant: drafts left out, every edition with its state.
struct PolicyOutline: Sendable {
    /// A published edition.
    struct Item: Sendable {
        let edition: Edition
        let publication: Publication
        let state: EditionState
        /// When it ceases or ceased to bind, if that is known.
        let end: Instant?
        /// The record of its cancellation, once it is cancelled.
        let cancellation: Cancellation?

        var number: Int { edition.number }
        var languages: [Language] { publication.texts.map(\.language) }

        func published(in language: Language) -> PublishedText? {
            publication.texts.first { $0.language == language }
        }

        /// The languages whose text can be accepted.
        var officialLanguages: [Language] {
            publication.texts.filter(\.official).map(\.language)
        }
    }

    let policy: Policy
    /// The published editions, by number.
    let items: [Item]
    /// The edition in force.
    let inForce: Item?
    /// The upcoming editions, in the order in which they come into force.
    let upcoming: [Item]
    /// The record of the policy's end, once it is recorded.
    let repeal: Repeal?
    /// Whether the policy has ended.
    let isRepealed: Bool
    /// The name in each language.
    let title: LocalizedText
    /// The languages of all published editions.
    let languages: [Language]
    /// The next instant at which a page of the policy changes.
    let nextChange: Instant?

    var id: PolicyID { policy.id }

    /// The policy at `instant`, or nil when none of its editions is published by then.
    init?(_ policy: Policy, at instant: Instant) {
        let timeline = policy.timeline
        let order = timeline.order
        var ends: [Int: Instant] = [:]
        for (index, entry) in order.enumerated() {
            // Later in the order means at the same instant or later.
            let next = index + 1 < order.count ? order[index + 1].effectiveAt : nil
            ends[entry.number] = [next, timeline.repealedFrom].compactMap(\.self).min()
        }
        var items: [Item] = []
        for edition in policy.editions {
            guard let publication = edition.publication, publication.publishedAt <= instant else {
                continue
            }
            let cancellation = edition.cancellation
            items.append(
                Item(
                    edition: edition,
                    publication: publication,
                    state: timeline.state(of: edition.number, at: instant),
                    end: ends[edition.number],
                    cancellation: cancellation.flatMap { $0.cancelledAt <= instant ? $0 : nil }
                )
            )
        }
        guard let title = policy.title(at: instant), !items.isEmpty else { return nil }
        self.policy = policy
        self.items = items.sorted { $0.number < $1.number }
        inForce = items.first { $0.state == .inForce }
        upcoming = items.filter { $0.state == .upcoming }
            .sorted {
                ($0.publication.effectiveAt, $0.number) < ($1.publication.effectiveAt, $1.number)
            }
        repeal = policy.repeal.flatMap { $0.repealedAt <= instant ? $0 : nil }
        isRepealed = timeline.isRepealed(at: instant)
        self.title = title
        var languages: [Language] = []
        let newest = inForce ?? items.last
        for language in (newest?.languages ?? []) + items.reversed().flatMap(\.languages)
        where !languages.contains(language) {
            languages.append(language)
        }
        self.languages = languages
        nextChange = PolicyOutline.nextChange(policy, after: instant)
    }

    /// The next instant at which something about `policy` changes for the public.
    static func nextChange(_ policy: Policy, after instant: Instant) -> Instant? {
        let announced = policy.repeal.flatMap { $0.repealedAt > instant ? $0.repealedAt : nil }
        return [policy.timeline.nextChange(after: instant), announced].compactMap(\.self).min()
    }
}
