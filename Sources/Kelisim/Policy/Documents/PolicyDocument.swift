internal import KelisimLog

/// A policy as programs are told of it: its published editions and their state at an instant.
public struct PolicyDocument: Encodable, Sendable {
    private struct Text: Encodable {
        let digest: String
        let html: String
        let official: Bool
    }

    private struct Backdated: Encodable {
        let reason: String
        let recordedAt: String
    }

    private struct Cancelled: Encodable {
        let cancelledAt: String
        let reason: String
    }

    private struct Repealed: Encodable {
        let repealedAt: String
        let effectiveAt: String
        let reason: [String: String]
        let replacedBy: OrNull<String>
    }

    /// One edition of a policy.
    public struct EditionRow: Encodable, Sendable {
        private let policy: String
        private let number: Int
        private let state: String
        private let publishedAt: String
        private let effectiveAt: String
        private let change: String
        private let acceptWithin: OrNull<String>
        private let texts: [String: Text]
        private let summary: OrNull<[String: String]>
        private let backdated: OrNull<Backdated>
        private let cancelled: OrNull<Cancelled>

        /// The document of `edition` in `state`; nil for a draft.
        public init?(_ edition: Edition, state: EditionState) {
            guard state != .draft, let publication = edition.publication else { return nil }
            policy = edition.policy.slug
            number = edition.number
            self.state = state.rawValue
            publishedAt = publication.publishedAt.description
            effectiveAt = publication.effectiveAt.description
            change = publication.terms.change.rawValue
            acceptWithin = OrNull(publication.terms.acceptWithin?.description)
            let texts = publication.texts.map { text in
                (
                    text.language.tag,
                    Text(
                        digest: text.digest.description,
                        html: text.html.description,
                        official: text.official
                    )
                )
            }
            self.texts = Dictionary(texts) { first, _ in first }
            summary = OrNull(publication.terms.summary?.byTag)
            backdated = OrNull(
                publication.backdated.map {
                    Backdated(reason: $0.reason, recordedAt: $0.recordedAt.description)
                }
            )
            let cancellation = state == .cancelled ? edition.cancellation : nil
            cancelled = OrNull(
                cancellation.map {
                    Cancelled(cancelledAt: $0.cancelledAt.description, reason: $0.reason)
                }
            )
        }

        /// The document as text, with a final newline.
        public var json: String { JSONText.make(self) + "\n" }
    }

    private let policy: String
    private let title: OrNull<[String: String]>
    private let at: String
    private let editions: [EditionRow]
    private let inForce: OrNull<Int>
    private let upcoming: [Int]
    private let repealed: OrNull<Repealed>

    /// The document of `policy` at `instant`; nil when nothing of it was published by then.
    public init?(_ policy: Policy, at instant: Instant) {
        let timeline = policy.timeline
        let rows = policy.editions.compactMap { edition in
            EditionRow(edition, state: timeline.state(of: edition.number, at: instant))
        }
        guard !rows.isEmpty else { return nil }
        self.policy = policy.id.slug
        title = OrNull(policy.title(at: instant)?.byTag)
        at = instant.description
        editions = rows
        inForce = OrNull(timeline.inForce(at: instant))
        upcoming = timeline.upcoming(at: instant)
        let repeal = policy.repeal.flatMap { $0.repealedAt <= instant ? $0 : nil }
        repealed = OrNull(
            repeal.map {
                Repealed(
                    repealedAt: $0.repealedAt.description,
                    effectiveAt: $0.effectiveAt.description,
                    reason: $0.reason.byTag,
                    replacedBy: OrNull($0.replacedBy?.slug)
                )
            }
        )
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

extension LocalizedText {
    /// The texts by the tags of their languages.
    package var byTag: [String: String] {
        Dictionary(entries.map { ($0.language.tag, $0.text) }) { first, _ in first }
    }
}
