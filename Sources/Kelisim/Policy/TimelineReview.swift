/// What deserves a second look about the order and the notice of a policy's editions.
struct TimelineReview {
    private let policy: Policy
    private let instant: Instant
    /// The drafts as they would be if all were published now, with the places of their rules.
    private let drafts: [Draft]

    private struct Draft {
        let edition: Edition
        let terms: EditionTerms
        let effectiveAt: Instant
    }

    /// What to say about `policy` at `instant`.
    static func findings(of policy: Policy, at instant: Instant) -> [Finding] {
        let review = TimelineReview(policy: policy, instant: instant)
        return review.bases + review.notices + review.pastDates
    }

    private init(policy: Policy, instant: Instant) {
        self.policy = policy
        self.instant = instant
        drafts =
            policy.repeal == nil
            ? policy.editions.compactMap { edition in
                guard edition.publicationFile == nil, let terms = edition.terms,
                    let effectiveAt = try? terms.effective.resolved(
                        publishedAt: instant,
                        in: terms.timeZone
                    )
                else { return nil }
                return Draft(edition: edition, terms: terms, effectiveAt: effectiveAt)
            } : []
    }

    /// Editions that are not made from the one they replace, and so undo what that one changed.
    private var bases: [Finding] {
        let entries = drafts.map { draft in
            Timeline.Entry(
                number: draft.edition.number,
                publishedAt: instant,
                effectiveAt: max(draft.effectiveAt, instant),
                change: draft.terms.change
            )
        }
        let projected = Timeline(policy.timeline.order + entries)
        // An upcoming edition is judged as the drafts would leave it: none may slip in before it
        // unnoticed.
        let published = policy.timeline.order.compactMap { entry in
            basis(of: entry.number, in: projected, key: nil)
        }
        return published
            + drafts.compactMap { basis(of: $0.edition.number, in: projected, key: "basedOn") }
    }

    private func basis(of number: Int, in timeline: Timeline, key: String?) -> Finding? {
        guard number > 1 || key == nil, let edition = policy.edition(number),
            let terms = edition.terms,
            let replaced = timeline.replaced(by: number), replaced != terms.basedOn
        else { return nil }
        let file = key == nil ? "publication.json" : "edition.yaml"
        return Finding(
            .basisNotReplaced,
            at: key.flatMap { edition.settings?.places[$0] } ?? Place("\(edition.folder)/\(file)"),
            [
                "edition": String(number), "replaced": String(replaced),
                "basedOn": terms.basedOn.map(String.init) ?? "—",
            ]
        )
    }

    /// Drafts and upcoming editions that give less notice than the edition before.
    private var notices: [Finding] {
        policy.editions.compactMap { edition in
            let state = policy.timeline.state(of: edition.number, at: instant)
            guard edition.terms?.change != .editorial, state == .draft || state == .upcoming,
                let days = notice(of: edition),
                let before = policy.editions.last(where: {
                    $0.number < edition.number && $0.cancellation == nil
                        && $0.terms?.change != .editorial
                }),
                let earlier = notice(of: before), days < earlier
            else { return nil }
            let isDraft = edition.publicationFile == nil
            let place = isDraft ? edition.settings?.places["effective"] : nil
            let file = isDraft ? "edition.yaml" : "publication.json"
            return Finding(
                .shorterNotice,
                at: place ?? Place("\(edition.folder)/\(file)"),
                [
                    "edition": String(edition.number), "days": String(days),
                    "previous": String(before.number), "previousDays": String(earlier),
                ]
            )
        }
    }

    /// The days from the day of publication to the day of coming into force.
    private func notice(of edition: Edition) -> Int? {
        if edition.cancellation != nil { return nil }
        if let publication = edition.publication {
            return publication.terms.timeZone.days(
                from: publication.publishedAt,
                to: publication.effectiveAt
            )
        }
        return drafts.first { $0.edition.number == edition.number }
            .map { draft in
                max(0, draft.terms.timeZone.days(from: instant, to: draft.effectiveAt))
            }
    }

    /// Drafts whose date has passed: they could not be published now.
    private var pastDates: [Finding] {
        drafts.filter { $0.effectiveAt < instant }
            .map { draft in
                Finding(
                    .effectiveInPast,
                    at: draft.edition.settings?.places["effective"]
                        ?? Place("\(draft.edition.folder)/edition.yaml"),
                    ["effectiveAt": draft.effectiveAt.description]
                )
            }
    }
}
