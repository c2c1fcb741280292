extension Standing {
    /// The standing of the subject of `history` under `policy` at `instant`, from what is seen within
    /// `horizon`.
    ///
    /// - Returns: nil when the registry knew no such policy.
    public init?(
        of history: SubjectHistory,
        under policy: PolicyID,
        on shelf: Shelf,
        at instant: Instant,
        within horizon: Horizon
    ) {
        guard let policy = shelf.policy(policy, within: horizon) else { return nil }
        self.init(
            StandingQuestion(policy, history, within: horizon),
            history.subject,
            instant,
            horizon
        )
    }

    private init(
        _ question: StandingQuestion,
        _ subject: Subject,
        _ instant: Instant,
        _ horizon: Horizon
    ) {
        let answer = question.answer(at: instant)
        self.init(
            subject: subject,
            policy: question.policy.id,
            at: instant,
            knownAt: horizon.knownAt,
            state: answer.state,
            allowed: answer.allowed,
            validUntil: question.turningPoints(after: instant)
                .first { question.answer(at: $0, actsUntil: instant) != answer },
            accepted: answer.accepted.flatMap(Accepted.init),
            lastAccepted: answer.lastAccepted.flatMap(Accepted.init),
            required: answer.required,
            inForce: answer.inForce,
            upcoming: answer.upcoming
        )
    }
}

extension Standing.Accepted {
    /// The acceptance `act`; nil when it names no edition.
    init?(_ act: StandingAct) {
        guard let edition = act.edition else { return nil }
        self.init(
            edition: edition,
            language: act.language,
            textDigest: act.textDigest,
            at: act.occurredAt,
            method: act.method,
            decision: act.decision,
            actor: act.actor
        )
    }
}
