internal import KelisimText

/// What standing is computed from: a pure function of timeline, acts, guardianships, T and K.
///
/// The rules are those of domain.md, "Standing of a subject under a policy". Where that page is silent:
///
/// - An `implied` acceptance made while the last explicit act is a refusal or a withdrawal never counts:
///   a visit in order to withdraw is no consent.
/// - Who "had agreed before", and so has a deadline, is who accepted an edition that has come into force
///   by a method that was sufficient for that edition, and did not withdraw: using the service during the
///   days of grace takes nothing away, and refusing after a withdrawal gives nothing back.
/// - An edition is "upcoming" for a withdrawal that names it when it was so at the time of the act; a
///   withdrawal that names a cancelled one ends everything.
/// - A guardian's act counts while the newest known version of its guardianship covers the time at which
///   it was made. One that doesn't count is still shown as the last acceptance.
/// - The settings of the policy are those of F(T). Where no edition up to F(T) asks for re-consent, since
///   the first was cancelled, all of them are asked about.
/// - Once the policy is repealed there is no F(T), and nothing is accepted any more.
struct StandingQuestion {
    /// The policy, as known at K.
    let policy: ShelvedPolicy
    /// The acts known at K that standing depends on, as they were made.
    let acts: [StandingAct]
    /// The guardianships known at K, by name.
    let guardianships: [GuardianshipID: Guardianship]

    /// Collects from `history` what is seen within `horizon` about `policy`.
    init(_ policy: ShelvedPolicy, _ history: SubjectHistory, within horizon: Horizon) {
        self.policy = policy
        acts = history.acts
            .filter { act in
                act.policy == policy.id && act.act != .notified && !act.isHistoryOnly
                    && horizon.sees(index: act.index, recordedAt: act.recordedAt)
            }
            .sorted()
        guardianships =
            history.guardianships.isEmpty ? [:] : history.guardianships(within: horizon)
    }

    /// The answer at `instant`, without the time until which it holds.
    ///
    /// - Parameters:
    ///   - instant: for when.
    ///   - last: acts made later are left out; nil for `instant`.
    /// - Returns: the answer.
    func answer(at instant: Instant, actsUntil last: Instant? = nil) -> StandingAnswer {
        let timeline = policy.timeline
        let reached = timeline.order.lastIndex { $0.effectiveAt <= instant }
        let terms = reached.flatMap { policy.edition(timeline.order[$0].number) }?.publication.terms
        let made = acts.prefix { $0.occurredAt <= last ?? instant }
        let heard = audible(made.filter { counts($0, at: instant, under: terms) })
        let standing = unwithdrawn(heard).filter { $0.act == .accepted }
        let inForce = timeline.inForce(at: instant)
        var answer = StandingAnswer(
            inForce: inForce,
            upcoming: timeline.upcoming(at: instant)
        )
        answer.lastAccepted = (audible(Array(made)) + heard).filter { $0.act == .accepted }.max()
        guard let inForce, let reached, let terms else { return answer }
        answer.accepted = best(of: standing, until: reached, under: terms)

        let first = timeline.order[...reached].lastIndex { $0.change == .reconsent } ?? 0
        let asked = first...reached
        if isSatisfied(standing, heard, asked, under: terms.acceptance) {
            answer.state = .current
            return answer
        }
        let acceptBy = deadline(for: standing, at: reached)
        answer.required = Standing.Required(edition: inForce, acceptBy: acceptBy)
        answer.state =
            state(heard, asked, isMandatory: terms.acceptance.mandatory)
            ?? (acceptBy.map { $0 <= instant } ?? false ? .overdue : .due)
        answer.allowed =
            !terms.acceptance.mandatory
            || answer.state != .withdrawn && acceptBy.map { instant < $0 } ?? false
        return answer
    }

    /// The instants after `instant` at which the answer may change without a new act, ascending.
    func turningPoints(after instant: Instant) -> [Instant] {
        var points: Set<Instant> = []
        var last = instant
        while let next = policy.timeline.nextChange(after: last) {
            points.insert(next)
            last = next
        }
        for edition in policy.editions {
            if let end = edition.acceptBy { points.insert(end) }
        }
        for guardianship in guardianships.values {
            for edition in policy.editions {
                let terms = edition.publication.terms
                if let end = terms.comingOfAge(of: guardianship) { points.insert(end) }
            }
        }
        return points.filter { $0 > instant }.sorted()
    }

    /// Whether `act` counts at `instant`: the subject's own do, and a guardian's until the ward decides
    /// alone.
    private func counts(
        _ act: StandingAct,
        at instant: Instant,
        under terms: EditionTerms?
    ) -> Bool {
        guard let actor = act.actor else { return true }
        guard let guardianship = guardianships[actor.guardianship],
            guardianship.covers(act.occurredAt)
        else { return false }
        return terms?.comingOfAge(of: guardianship).map { instant < $0 } ?? true
    }

    /// `acts` without the implied acceptances that neither count nor are shown.
    private func audible(_ acts: [StandingAct]) -> [StandingAct] {
        var isSilenced = false
        let heard = acts.filter { act in
            if act.act == .accepted, act.method == .implied { return !isSilenced }
            isSilenced = act.act != .accepted
            return true
        }
        return isSilenced ? heard.filter { $0.act != .accepted || $0.method != .implied } : heard
    }

    /// `acts` without the acceptances that a later withdrawal ended.
    private func unwithdrawn(_ acts: [StandingAct]) -> [StandingAct] {
        var remaining: [StandingAct] = []
        for act in acts {
            if act.act == .withdrawn {
                remaining.removeAll { earlier in
                    earlier.act == .accepted
                        && (!namesUpcoming(act) || earlier.edition == act.edition)
                }
            }
            remaining.append(act)
        }
        return remaining
    }

    /// Whether `withdrawal` names an edition that was upcoming when it was made.
    private func namesUpcoming(_ withdrawal: StandingAct) -> Bool {
        withdrawal.edition
            .map { policy.timeline.state(of: $0, at: withdrawal.occurredAt) == .upcoming } ?? false
    }

    private func place(of act: StandingAct) -> Int? {
        act.edition.flatMap(policy.place(of:))
    }

    private func isSatisfied(
        _ standing: [StandingAct],
        _ heard: [StandingAct],
        _ asked: ClosedRange<Int>,
        under acceptance: Acceptance
    ) -> Bool {
        let refusal = heard.last { act in
            act.act == .declined && place(of: act).map(asked.contains) ?? false
        }
        return standing.contains { act in
            acceptance.isMet(by: act.method) && place(of: act).map(asked.contains) ?? false
                && refusal.map { $0 < act } ?? true
        }
    }

    /// The state that follows from acts or from the policy being optional; nil when only the deadline
    /// decides.
    private func state(
        _ heard: [StandingAct],
        _ asked: ClosedRange<Int>,
        isMandatory: Bool
    ) -> Standing.State? {
        if heard.last?.act == .withdrawn { return .withdrawn }
        let last = heard.last { place(of: $0).map(asked.contains) ?? false }
        if last?.act == .declined { return .declined }
        return isMandatory ? nil : .unanswered
    }

    /// Until when those who had agreed before may take their time; nil for everybody else.
    private func deadline(for standing: [StandingAct], at reached: Int) -> Instant? {
        let agreed = standing.filter { act in
            act.edition.flatMap(policy.edition)
                .map { $0.publication.terms.acceptance.isMet(by: act.method) } ?? false
        }
        let order = policy.timeline.order
        guard let last = agreed.compactMap(place).filter({ $0 <= reached }).max(),
            let next = order[...reached][(last + 1)...].first(where: { $0.change == .reconsent })
        else { return nil }
        return policy.edition(next.number)?.acceptBy
    }

    /// Of the standing acceptances up to the edition at `reached`, the one that counts most.
    private func best(
        of standing: [StandingAct],
        until reached: Int,
        under terms: EditionTerms
    ) -> StandingAct? {
        standing.filter { place(of: $0).map { $0 <= reached } ?? false }
            .max { left, right in
                let (one, other) = (rank(left, terms), rank(right, terms))
                return one == other ? left < right : one.lexicographicallyPrecedes(other)
            }
    }

    private func rank(_ act: StandingAct, _ terms: EditionTerms) -> [Int] {
        let isSufficient = terms.acceptance.isMet(by: act.method)
        return [isSufficient ? 1 : 0, place(of: act) ?? -1, act.method.strength ?? -1]
    }
}

extension EditionTerms {
    /// When the ward of `guardianship` begins to decide alone; nil when wards always do or the day is
    /// not known.
    ///
    /// A day without a midnight begins, here, with the next one that has one.
    func comingOfAge(of guardianship: Guardianship) -> Instant? {
        guard let age = acceptance.guardianUnder, let day = guardianship.day(wardReaches: age)
        else { return nil }
        let days = [day, LocalDate(dayNumber: day.dayNumber + 1)].compactMap(\.self)
        return days.lazy.compactMap { try? timeZone.startOfDay($0) }.first
    }
}
