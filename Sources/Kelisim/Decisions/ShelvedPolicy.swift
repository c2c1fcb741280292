/// A policy as the registry knows it: its published editions, its timeline and its end.
public final class ShelvedPolicy: Sendable {
    /// The name.
    public let id: PolicyID
    /// The published editions, by number.
    public let editions: [ShelvedEdition]
    /// Which edition binds when.
    public let timeline: Timeline
    /// The record of its end.
    public let repeal: Repeal?

    private let cancellations: [Int: Instant]
    private let places: [Int: Int]

    /// Puts together what `files` say about one policy; nil without a publication.
    convenience init?(_ files: [ShelvedFile]) {
        var cancellations: [Int: Instant] = [:]
        var repeal: Repeal?
        var editions: [ShelvedEdition] = []
        for file in files {
            switch file.content {
            case .publication(let edition): editions.append(edition)
            case .cancellation(let record): cancellations[record.edition] = record.cancelledAt
            case .repeal(let record): repeal = record
            case .unreadable: break
            }
        }
        self.init(editions, cancellations: cancellations, repeal: repeal)
    }

    /// Puts together what is known of one policy; nil without an edition.
    init?(_ editions: [ShelvedEdition], cancellations: [Int: Instant], repeal: Repeal?) {
        guard let first = editions.first else { return nil }
        id = first.publication.policy
        self.editions = editions.sorted { $0.number < $1.number }
        self.cancellations = cancellations
        self.repeal = repeal
        timeline = Timeline(
            editions.map { edition in
                Timeline.Entry(
                    number: edition.number,
                    publishedAt: edition.publication.publishedAt,
                    effectiveAt: edition.publication.effectiveAt,
                    change: edition.publication.terms.change,
                    cancelledAt: cancellations[edition.number]
                )
            },
            repealedFrom: repeal?.effectiveAt
        )
        places = Dictionary(
            timeline.order.enumerated().map { ($1.number, $0) }
        ) { first, _ in first }
    }

    /// The published edition with `number`.
    public func edition(_ number: Int) -> ShelvedEdition? {
        // Numbers have no gaps, so nearly always the place follows from the number.
        if number >= 1, number <= editions.count, editions[number - 1].number == number {
            return editions[number - 1]
        }
        return editions.first { $0.number == number }
    }

    /// The place of edition `number` on the timeline; nil for one that is not on it.
    ///
    /// "Before" and "after" between editions always mean this order.
    public func place(of number: Int) -> Int? { places[number] }

    /// The policy without edition `number`; nil when that was all.
    func without(_ number: Int) -> ShelvedPolicy? {
        ShelvedPolicy(
            editions.filter { $0.number != number },
            cancellations: cancellations,
            repeal: repeal
        )
    }

    /// The policy as it would be with `draft` published.
    func with(_ draft: ShelvedEdition) -> ShelvedPolicy? {
        ShelvedPolicy(editions + [draft], cancellations: cancellations, repeal: repeal)
    }
}
