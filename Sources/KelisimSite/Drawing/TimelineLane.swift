internal import Kelisim
internal import KelisimText

/// One edition in the drawing of a policy's timeline.
struct TimelineLane: Hashable, Sendable {
    /// The number of the edition.
    let number: Int
    /// What it is at the instant of the drawing.
    let state: EditionState
    /// From when on it is published; nil for a draft without a date.
    let publishedAt: Instant?
    /// From when on it binds or would have; nil for a draft without a date.
    let effectiveAt: Instant?
    /// From when on it no longer binds, if that is known.
    let end: Instant?
    /// When it was called off.
    let cancelledAt: Instant?

    /// Every instant that it shows.
    var instants: [Instant] { [publishedAt, effectiveAt, end, cancelledAt].compactMap(\.self) }

    /// Whether another edition took its place, or the policy ended, before it bound at all.
    var isNeverInForce: Bool {
        guard let effectiveAt, let end else { return false }
        return end <= effectiveAt
    }

    /// The lanes of all editions of `policy` at `instant`, drafts too, by number.
    static func lanes(of policy: Policy, at instant: Instant) -> [TimelineLane] {
        let timeline = policy.timeline
        let order = timeline.order
        let ends = zip(order, order.dropFirst()).map { ($0.number, $1.effectiveAt) }
        let successors = Dictionary(ends) { first, _ in first }
        return policy.editions.map { edition in
            let isOn = edition.publication != nil && edition.cancellation == nil
            let end = isOn ? [successors[edition.number], timeline.repealedFrom] : []
            return TimelineLane(
                number: edition.number,
                state: timeline.state(of: edition.number, at: instant),
                publishedAt: edition.publication?.publishedAt,
                effectiveAt: edition.publication?.effectiveAt,
                end: end.compactMap(\.self).min(),
                cancelledAt: edition.cancellation?.cancelledAt
            )
        }
    }
}
