/// What an edition will ask of the subjects when it comes into force: looked at before it is published, or
/// while it is upcoming.
///
/// Nobody knows what they will do until then, so everything is told from what they have done by now.
public struct ImpactReport: Sendable {
    /// The policy.
    public let policy: PolicyID
    /// The edition.
    public let edition: Int
    /// What it asks of those who agreed before.
    public let change: ChangeKind
    /// Whether it is a draft, which is looked at as if published now.
    public let isDraft: Bool
    /// When it comes into force.
    public let effectiveAt: Instant
    /// Until when those who had agreed may take their time; nil without a deadline.
    public let acceptBy: Instant?
    /// When all this is told.
    public let at: Instant

    /// How many subjects the registry has heard of: ``again``, ``open`` and ``settled`` together.
    public private(set) var heardOf = 0
    /// How many have agreed to what is in force now and will have to decide again.
    public private(set) var again = 0
    /// Of ``again``, how many agreed to a text in each language; nil for those of whom that isn't known.
    public private(set) var byLanguage: [Language?: Int] = [:]
    /// Of ``again``, how many agreed through a guardian.
    public private(set) var throughGuardian = 0
    /// Of ``again``, how many agreed by nothing but using the service.
    public private(set) var impliedOnly = 0
    /// Of ``again``, how many would have to decide by then even without this edition: because of another
    /// one, or of their age.
    public private(set) var evenWithout = 0
    /// How many have not agreed to what is in force now, and won't have then.
    public private(set) var open = 0
    /// How many will have agreed to enough by what they have done already.
    public private(set) var settled = 0

    private init(of edition: ShelvedEdition, isDraft: Bool, at instant: Instant) {
        policy = edition.publication.policy
        self.edition = edition.number
        change = edition.publication.terms.change
        self.isDraft = isDraft
        effectiveAt = edition.publication.effectiveAt
        acceptBy = edition.acceptBy
        at = instant
    }

    /// What a subject is asked now, then with the edition, and then without it.
    private struct Questions {
        let now: PolicyQuestion?
        let with: PolicyQuestion
        let without: PolicyQuestion?
    }

    private mutating func count(_ history: SubjectHistory, _ questions: Questions) {
        guard questions.with.isHeardOf(history) else { return }
        heardOf += 1
        guard questions.with.answer(history).state != .current else {
            settled += 1
            return
        }
        guard let now = questions.now, case let answer = now.answer(history),
            answer.state == .current, let accepted = answer.accepted
        else {
            open += 1
            return
        }
        again += 1
        byLanguage[accepted.language, default: 0] += 1
        if accepted.actor != nil { throughGuardian += 1 }
        if accepted.method == .implied, !now.hasExplicitAcceptance(history) { impliedOnly += 1 }
        if questions.without.map({ $0.answer(history).state != .current }) ?? false {
            evenWithout += 1
        }
    }

    /// Counts the subjects of `registry`.
    ///
    /// Reads every history once; memory stays flat.
    ///
    /// - Parameters:
    ///   - number: the edition.
    ///   - policy: the policy.
    ///   - draft: the edition as it would be published now, when it is a draft.
    ///   - registry: the registry.
    ///   - instant: the present moment.
    /// - Returns: the report; nil when the edition is no draft and not upcoming either.
    /// - Throws: ``RegistryError``, among them that there is no such edition.
    public static func make(
        of number: Int,
        of policy: PolicyID,
        asIf draft: Publication?,
        in registry: any Registry,
        at instant: Instant
    ) async throws(RegistryError) -> ImpactReport? {
        let known = try await registry.shelf().policy(policy)
        let edition: ShelvedEdition
        let with: ShelvedPolicy?
        if let published = known?.edition(number) {
            let state = known?.timeline.state(of: number, at: instant)
            guard state == .upcoming || state == .draft else { return nil }
            (edition, with) = (published, known)
        } else if let draft {
            edition = ShelvedEdition(asIf: draft)
            with =
                known.map { $0.with(edition) }
                ?? ShelvedPolicy([edition], cancellations: [:], repeal: nil)
        } else {
            throw .refused(.unknownEdition(policy, number))
        }
        guard let with else { return nil }
        let ask = { (policy: ShelvedPolicy, time: Instant) in
            let horizon = Horizon(knownAt: Instant(milliseconds: .max))
            return PolicyQuestion(policy: policy, instant: time, horizon: horizon)
        }
        let then = edition.publication.effectiveAt
        let before = known.flatMap { $0.without(number) }
        let questions = Questions(
            now: before.map { ask($0, instant) },
            with: ask(with, then),
            without: before.map { ask($0, then) }
        )
        let isDraft = known?.timeline.state(of: number, at: instant) != .upcoming
        var report = ImpactReport(of: edition, isDraft: isDraft, at: instant)
        var walk = SubjectWalk(registry)
        while true {
            let histories = try await walk.next()
            guard !histories.isEmpty else { return report }
            for history in histories { report.count(history, questions) }
        }
    }
}

extension PolicyQuestion {
    /// Whether the subject has explicitly accepted an edition that counts.
    fileprivate func hasExplicitAcceptance(_ history: SubjectHistory) -> Bool {
        let timeline = policy.timeline
        let places = [timeline.reconsent(at: instant), timeline.inForce(at: instant)]
            .compactMap { $0.flatMap(policy.place) }
        guard let first = places.first, let last = places.last, first <= last else { return false }
        return history.acts.contains { act in
            act.policy == policy.id && act.act == .accepted && act.method != .implied
                && act.occurredAt <= instant
                && act.edition.flatMap(policy.place).map { first...last ~= $0 } ?? false
        }
    }
}

extension ImpactReport: Encodable {
    private struct Row: Encodable {
        let language: OrNull<String>
        let subjects: Int
    }

    private struct Body: Encodable {
        let policy: String
        let edition: Int
        let state: String
        let change: String
        let effectiveAt: String
        let acceptBy: OrNull<String>
        let at: String
        let heardOf: Int
        let again: Int
        let byLanguage: [Row]
        let throughGuardian: Int
        let impliedOnly: Int
        let evenWithout: Int
        let open: Int
        let settled: Int
    }

    /// ``byLanguage`` in the order of the tags; unknown languages last.
    public var languages: [(language: Language?, subjects: Int)] {
        byLanguage.sorted { ($0.key?.tag ?? "~") < ($1.key?.tag ?? "~") }
            .map { ($0.key, $0.value) }
    }

    /// Every number under its name; `state` is `draft` or `upcoming`.
    public func encode(to encoder: any Encoder) throws {
        let body = Body(
            policy: policy.slug,
            edition: edition,
            state: (isDraft ? EditionState.draft : .upcoming).rawValue,
            change: change.rawValue,
            effectiveAt: effectiveAt.description,
            acceptBy: OrNull(acceptBy?.description),
            at: at.description,
            heardOf: heardOf,
            again: again,
            byLanguage: languages.map {
                Row(language: OrNull($0.language?.tag), subjects: $0.subjects)
            },
            throughGuardian: throughGuardian,
            impliedOnly: impliedOnly,
            evenWithout: evenWithout,
            open: open,
            settled: settled
        )
        try body.encode(to: encoder)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
