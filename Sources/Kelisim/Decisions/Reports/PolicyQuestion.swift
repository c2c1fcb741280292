/// One policy, asked about many subjects: what they have agreed to at an instant, as known at another.
struct PolicyQuestion {
    let policy: ShelvedPolicy
    let instant: Instant
    let horizon: Horizon

    /// Whether the registry had heard of the subject: it had acted, on whatever policy, or was a ward.
    func isHeardOf(_ history: SubjectHistory) -> Bool {
        history.acts.contains { act in
            act.occurredAt <= instant
                && horizon.sees(index: act.index, recordedAt: act.recordedAt)
        }
            || history.guardianships.contains { version in
                version.guardianship.from <= instant
                    && horizon.sees(index: version.index, recordedAt: version.recordedAt)
            }
    }

    /// The standing of the subject, without the time until which it holds.
    func answer(_ history: SubjectHistory) -> StandingAnswer {
        StandingQuestion(policy, history, within: horizon).answer(at: instant)
    }
}
