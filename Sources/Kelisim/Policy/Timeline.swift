/// Which edition of a policy binds when: a pure function of its records and an instant.
///
/// The timeline is the published, not cancelled editions in the order (effectiveAt, number).
public struct Timeline: Hashable, Sendable {
    /// What the timeline needs to know about one published edition.
    public struct Entry: Hashable, Sendable {
        /// The number.
        public let number: Int
        /// From when on it is published.
        public let publishedAt: Instant
        /// From when on it binds, unless cancelled.
        public let effectiveAt: Instant
        /// What it asks of those who agreed before.
        public let change: ChangeKind
        /// From when on it is cancelled.
        public let cancelledAt: Instant?

        /// Makes an entry from its facts.
        public init(
            number: Int,
            publishedAt: Instant,
            effectiveAt: Instant,
            change: ChangeKind,
            cancelledAt: Instant? = nil
        ) {
            self.number = number
            self.publishedAt = publishedAt
            self.effectiveAt = effectiveAt
            self.change = change
            self.cancelledAt = cancelledAt
        }
    }

    /// The editions that are not cancelled, in the order (effectiveAt, number).
    public let order: [Entry]
    /// From when on the policy is repealed.
    public let repealedFrom: Instant?

    private let all: [Entry]
    private let positions: [Int: Int]

    /// Makes the timeline of the published editions `entries`, in any order.
    public init(_ entries: some Sequence<Entry>, repealedFrom: Instant? = nil) {
        all = entries.sorted { ($0.effectiveAt, $0.number) < ($1.effectiveAt, $1.number) }
        positions = Dictionary(all.enumerated().map { ($1.number, $0) }) { first, _ in first }
        order = all.filter { $0.cancelledAt == nil }
        self.repealedFrom = repealedFrom
    }

    /// Whether the policy has ended by `instant`.
    public func isRepealed(at instant: Instant) -> Bool {
        repealedFrom.map { $0 <= instant } ?? false
    }

    /// F(T): the number of the edition in force at `instant`; nil before the first and after the
    /// end of the policy.
    public func inForce(at instant: Instant) -> Int? {
        isRepealed(at: instant) ? nil : last(at: instant)?.number
    }

    /// R(T): the last edition in force by `instant` that asked for renewed agreement; nil before
    /// the first and after the end of the policy.
    public func reconsent(at instant: Instant) -> Int? {
        guard !isRepealed(at: instant) else { return nil }
        return order.last { $0.effectiveAt <= instant && $0.change == .reconsent }?.number
    }

    /// What edition `number` is at `instant`; a number that was never published is a draft.
    public func state(of number: Int, at instant: Instant) -> EditionState {
        guard let entry = positions[number].map({ all[$0] }), entry.publishedAt <= instant
        else { return .draft }
        if let cancelledAt = entry.cancelledAt, cancelledAt <= instant { return .cancelled }
        if instant < entry.effectiveAt { return .upcoming }
        return inForce(at: instant) == number ? .inForce : .superseded
    }

    /// The upcoming editions at `instant`, in the order in which they come into force.
    public func upcoming(at instant: Instant) -> [Int] {
        all.map(\.number).filter { state(of: $0, at: instant) == .upcoming }
    }

    /// The editions that are no longer drafts at `instant`, cancelled ones included, by number.
    public func published(at instant: Instant) -> [Int] {
        all.filter { $0.publishedAt <= instant }.map(\.number).sorted()
    }

    /// The edition that `number` replaces: the one before it on the timeline.
    ///
    /// Nil for the first, and for one that is not on the timeline.
    public func replaced(by number: Int) -> Int? {
        guard let index = order.firstIndex(where: { $0.number == number }), index > 0 else {
            return nil
        }
        return order[index - 1].number
    }

    /// The first instant after `instant` at which anything here changes: an edition becomes
    /// public, comes into force or is cancelled, or the policy ends; nil when nothing will.
    public func nextChange(after instant: Instant) -> Instant? {
        let changes = all.flatMap { [$0.publishedAt, $0.cancelledAt ?? $0.effectiveAt] }
        return (changes + [repealedFrom].compactMap(\.self)).filter { $0 > instant }.min()
    }

    private func last(at instant: Instant) -> Entry? {
        order.last { $0.effectiveAt <= instant }
    }
}
