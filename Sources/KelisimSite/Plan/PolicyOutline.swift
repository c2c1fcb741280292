internal import Kelisim
internal import KelisimLog

/// A policy as its readers see it at one instant: every edition with its state.
struct PolicyOutline: Sendable {
    /// What an edition is compared with: the one that it replaces or replaced.
    struct Predecessor: Sendable {
        let number: Int
        let languages: [Language]
        /// The digest of its record, which fixes its texts too.
        let record: Digest
    }

    /// An edition.
    struct Item: Sendable {
        let edition: Edition
        /// Its record; of a draft, what it would be.
        let publication: Publication
        let state: EditionState
        /// When it ceases or ceased to bind, if that is known.
        let end: Instant?
        /// The record of its cancellation, once it is cancelled.
        let cancellation: Cancellation?
        /// The edition that it replaces or replaced, or would: the one before it on the timeline.
        let predecessor: Predecessor?
        /// The digest of the record, which fixes everything but the state.
        let record: Digest
        /// What a page about the edition follows from.
        let key: ContentKey

        init(
            _ edition: Edition,
            _ publication: Publication,
            _ state: EditionState,
            end: Instant? = nil,
            cancellation: Cancellation? = nil,
            predecessor: Predecessor? = nil
        ) {
            self.edition = edition
            self.publication = publication
            self.state = state
            self.end = end
            self.cancellation = cancellation
            self.predecessor = predecessor
            record = edition.publicationFile ?? publication.digest
            key = ContentKey([
                record.description, state.rawValue,
                end?.description, cancellation?.digest.description,
                predecessor?.record.description,
            ])
        }

        /// The edition after `other`.
        func following(_ other: Item?) -> Item {
            let predecessor = other.map {
                Predecessor(number: $0.number, languages: $0.languages, record: $0.record)
            }
            return Item(
                edition,
                publication,
                state,
                end: end,
                cancellation: cancellation,
                predecessor: predecessor
            )
        }

        var number: Int { edition.number }
        var languages: [Language] { publication.texts.map(\.language) }

        func published(in language: Language) -> PublishedText? {
            publication.texts.first { $0.language == language }
        }

        /// The languages whose text can be accepted.
        var officialLanguages: [Language] {
            publication.texts.filter(\.official).map(\.language)
        }

        /// Whether search engines should know its page: not when it no longer binds or never will.
        var isListed: Bool { state == .upcoming || state == .inForce }

        /// The languages in which both it and the one before it have a text.
        var comparedLanguages: [Language] {
            languages.filter { predecessor?.languages.contains($0) ?? false }
        }

        /// The language in which to link to its changes from a page in `language`; nil when they
        /// have no page in it.
        func changesLanguage(for language: Language) -> Language? {
            let home = home(for: language)
            return comparedLanguages.contains(home) ? home : nil
        }

        /// The language whose text prevails over the one in `language`, when both are official.
        func prevailing(over language: Language) -> Language? {
            guard published(in: language)?.official == true,
                case .language(let prevailing) = publication.terms.authoritative,
                prevailing != language, languages.contains(prevailing)
            else { return nil }
            return prevailing
        }

        /// When its pages last changed.
        var changed: Instant {
            let publication = publication
            let recorded = publication.backdated?.recordedAt ?? publication.publishedAt
            let began = [.inForce, .superseded].contains(state) ? publication.effectiveAt : nil
            return [recorded, began, cancellation?.cancelledAt].compactMap(\.self).max() ?? recorded
        }

        /// The language in which to link to the edition from a page in `language`.
        func home(for language: Language) -> Language {
            published(in: language) == nil ? languages[0] : language
        }
    }

    let policy: Policy
    /// The editions, by number.
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
    /// The languages of all editions, those of the one in force first.
    let languages: [Language]

    private let byNumber: [Int: Item]

    var id: PolicyID { policy.id }

    /// The policy at `instant`, or nil when readers see no edition.
    ///
    /// Drafts are among the editions only when `drafts` says so, as if published at `instant`.
    init?(_ policy: Policy, at instant: Instant, drafts: Bool = false) {
        let timeline = policy.timeline
        let order = timeline.order.filter { $0.publishedAt <= instant }
        var ends: [Int: Instant] = [:]
        for (index, entry) in order.enumerated() {
            // Later in the order means at the same instant or later.
            let next = index + 1 < order.count ? order[index + 1].effectiveAt : nil
            ends[entry.number] = [next, timeline.repealedFrom].compactMap(\.self).min()
        }
        let items = policy.editions.compactMap { edition -> Item? in
            guard let publication = edition.publication, publication.publishedAt <= instant else {
                guard drafts else { return nil }
                return (edition.publication ?? Publication(asIf: edition, publishedAt: instant))
                    .map { Item(edition, $0, .draft) }
            }
            return Item(
                edition,
                publication,
                timeline.state(of: edition.number, at: instant),
                end: ends[edition.number],
                cancellation: edition.cancellation.flatMap {
                    $0.cancelledAt <= instant ? $0 : nil
                }
            )
        }
        guard let title = policy.title(at: instant), !items.isEmpty else { return nil }
        let replaced = PolicyOutline.replaced(items, order)
        let linked = items.map { $0.following(replaced[$0.number]) }
        self.init(policy, linked, timeline, title, at: instant)
    }

    private init(
        _ policy: Policy,
        _ items: [Item],
        _ timeline: Timeline,
        _ title: LocalizedText,
        at instant: Instant
    ) {
        self.policy = policy
        self.items = items
        byNumber = Dictionary(items.map { ($0.number, $0) }) { first, _ in first }
        inForce = items.first { $0.state == .inForce }
        upcoming = items.filter { $0.state == .upcoming }
            .sorted {
                ($0.publication.effectiveAt, $0.number) < ($1.publication.effectiveAt, $1.number)
            }
        repeal = policy.repeal.flatMap { $0.repealedAt <= instant ? $0 : nil }
        isRepealed = timeline.isRepealed(at: instant)
        self.title = title
        var languages: [Language] = []
        for language in (inForce?.languages ?? []) + items.reversed().flatMap(\.languages)
        where !languages.contains(language) {
            languages.append(language)
        }
        self.languages = languages
    }

    /// The edition in force, or else the last one: what the policy is at present.
    var newest: Item { inForce ?? items[items.count - 1] }

    /// When something about it last changed for the public.
    var changed: Instant {
        let end = repeal.flatMap { isRepealed ? $0.effectiveAt : nil }
        return (items.map(\.changed) + [repeal?.repealedAt, end].compactMap(\.self)).max()
            ?? newest.changed
    }

    /// The edition that `item` replaces or replaced, or would: the one before it on the timeline.
    func replaced(by item: Item) -> Item? { item.predecessor.flatMap { byNumber[$0.number] } }

    /// What the pages of all editions have in common; `replacement` takes the policy's place.
    func facts(replacement: PolicyOutline?) -> PolicyFacts {
        PolicyFacts(
            id: id,
            title: title,
            languages: languages,
            isInForce: inForce != nil,
            isRepealed: isRepealed,
            repeal: repeal,
            replacement: replacement.map {
                PolicyFacts.Replacement(id: $0.id, title: $0.title, languages: $0.languages)
            }
        )
    }

    /// The next instant at which something about `policy` changes for the public.
    static func nextChange(_ policy: Policy, after instant: Instant) -> Instant? {
        let announced = policy.repeal.flatMap { $0.repealedAt > instant ? $0.repealedAt : nil }
        return [policy.timeline.nextChange(after: instant), announced].compactMap(\.self).min()
    }

    private static func replaced(_ items: [Item], _ order: [Timeline.Entry]) -> [Int: Item] {
        let byNumber = Dictionary(items.map { ($0.number, $0) }) { first, _ in first }
        var result: [Int: Item] = [:]
        for (before, entry) in zip(order, order.dropFirst()) {
            result[entry.number] = byNumber[before.number]
        }
        // What is not on the timeline would stand where its date puts it.
        let placed = Set(order.map(\.number))
        for item in items where !placed.contains(item.number) {
            let own = (item.publication.effectiveAt, item.number)
            let before = order.last { ($0.effectiveAt, $0.number) < own }
            result[item.number] = before.flatMap { byNumber[$0.number] }
        }
        return result
    }
}
