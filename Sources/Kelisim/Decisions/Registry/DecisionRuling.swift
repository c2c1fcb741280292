internal import KelisimLog

/// Whether a decision that is asked for can be recorded, and as what: a pure function of the request,
/// what the registry holds of its subject, and the time.
///
/// The rules are those of domain.md: "What can be decided", "Guardians" and "What a decision records".
/// Where that page is silent:
///
/// - Whatever is shown, also on paper, is decided between its issue and its expiry; what a server issued
///   whose clock is ahead by no more than ``Presentation/skew`` counts as shown now.
/// - Who may agree to an edition or refuse it follows from that edition's age, so that guardians can agree
///   early to one that raises it; who may withdraw, from the edition in force.
/// - A ward is under age also behind the end of a guardianship; whose day is not known decides alone.
/// - Where a text need not be named, a digest that is given names it all the same.
struct DecisionRuling {
    private let request: DecisionRequest
    private let shelf: Shelf
    private let history: SubjectHistory

    init(_ request: DecisionRequest, shelf: Shelf, history: SubjectHistory) {
        self.request = request
        self.shelf = shelf
        self.history = history
    }

    /// The decision as it is recorded at `now`, and the digest of the publication that it is about.
    func decision(
        under mark: Idempotency,
        at now: Instant,
        using random: inout RandomPool
    ) throws(Refusal) -> (Decision, Digest?) {
        guard let policy = shelf.policy(request.policy) else {
            throw .unknownPolicy(request.policy)
        }
        guard request.method.isPossible(for: request.act) else {
            throw .methodNotPossible(request.act, request.method)
        }
        guard request.method != .signature || request.evidence != nil else {
            throw .evidenceMissing
        }
        let occurredAt = try time(at: now)
        let edition = try edition(of: policy, at: occurredAt)
        try checkActor(under: terms(of: edition, of: policy, at: occurredAt), at: occurredAt)
        var text: PublishedText?
        if let edition { text = try self.text(of: edition, in: policy) }
        let decision = Decision(
            id: DecisionID(at: now, using: &random),
            recordedAt: now,
            occurredAt: occurredAt,
            subject: request.subject,
            actor: request.actor,
            policy: policy.id,
            edition: edition?.number,
            language: text?.language,
            textDigest: text?.digest,
            htmlDigest: presentation?.htmlDigest,
            presentedAt: presentation.map { shownAt($0, now) },
            identification: identification(edition: edition, text: text),
            act: request.act,
            method: request.method,
            evidence: request.evidence,
            context: request.context,
            recordedBy: request.recordedBy,
            idempotency: mark
        )
        return (decision, edition?.digest)
    }

    private var presentation: Presentation? {
        if case .presentation(let presentation) = request.target { presentation } else { nil }
    }

    /// Entered afterwards: the time of the act is that of the paper or of the other system.
    private var isEnteredLate: Bool {
        request.method == .paper || request.method == .imported
    }

    // MARK: - When

    private func time(at now: Instant) throws(Refusal) -> Instant {
        guard let given = request.occurredAt else {
            if let presentation {
                guard shownAt(presentation, now) <= now else { throw .presentationInvalid }
                guard now < presentation.expiresAt else {
                    throw .presentationExpired(presentation.expiresAt)
                }
            }
            return now
        }
        guard given <= now else { throw .occurredAtNotAllowed(.future) }
        guard isEnteredLate || request.method == .click && presentation != nil else {
            throw .occurredAtNotAllowed(.method)
        }
        // Nothing is decided on before it is shown, or long after.
        if let presentation {
            guard shownAt(presentation, now) <= given, given < presentation.expiresAt else {
                throw .occurredAtNotAllowed(.presentation)
            }
        }
        return given
    }

    /// When `presentation` was shown: never behind `now`, unless it was issued by more than the servers'
    /// clocks may differ.
    private func shownAt(_ presentation: Presentation, _ now: Instant) -> Instant {
        let ahead = presentation.issuedAt.milliseconds - now.milliseconds
        return (1...Presentation.skew).contains(ahead) ? now : presentation.issuedAt
    }

    // MARK: - Who

    private func checkActor(under terms: EditionTerms?, at instant: Instant) throws(Refusal) {
        let known = history.guardianships(within: Horizon(knownAt: Instant(milliseconds: .max)))
        guard let actor = request.actor else {
            guard request.act != .notified else { return }
            let isWard = known.values.contains { isUnderAge($0, under: terms, at: instant) }
            guard !isWard else { throw .wardCannotDecide }
            return
        }
        guard let guardianship = known[actor.guardianship] else {
            throw .guardianshipNotValid(.unknown)
        }
        guard guardianship.guardian == actor.id else { throw .guardianshipNotValid(.otherPersons) }
        guard guardianship.covers(instant) else { throw .guardianshipNotValid(.outsideInterval) }
        guard let age = terms?.acceptance.guardianUnder else { return }
        guard guardianship.day(wardReaches: age) != nil else {
            throw .guardianshipNotValid(.ageUnknown)
        }
        guard isUnderAge(guardianship, under: terms, at: instant) else {
            throw .guardianshipNotValid(.wardOfAge)
        }
    }

    /// Whether the ward does not yet decide alone; when the day is not known, it does.
    private func isUnderAge(
        _ guardianship: Guardianship,
        under terms: EditionTerms?,
        at instant: Instant
    ) -> Bool {
        terms?.comingOfAge(of: guardianship).map { instant < $0 } ?? false
    }

    /// The terms by which it follows who may act: of the edition agreed to or refused; for other acts of
    /// the one in force at `instant`, else of the first.
    private func terms(
        of edition: ShelvedEdition?,
        of policy: ShelvedPolicy,
        at instant: Instant
    ) -> EditionTerms? {
        let isAnswer = request.act == .accepted || request.act == .declined
        if isAnswer, let edition { return edition.publication.terms }
        let inForce = policy.timeline.order.last { $0.effectiveAt <= instant }
        return (inForce.flatMap { policy.edition($0.number) } ?? policy.editions.first)?
            .publication.terms
    }

    // MARK: - What

    private func edition(
        of policy: ShelvedPolicy,
        at occurredAt: Instant
    ) throws(Refusal) -> ShelvedEdition? {
        guard let number = number(of: policy, at: occurredAt) else {
            // A legacy acceptance of nobody knows which edition is history only.
            if request.method == .imported { return nil }
            throw .unknownEdition(policy.id, nil)
        }
        // What was shown is judged by when it was shown; other acts by when they were made.
        let instant = presentation?.issuedAt ?? occurredAt
        guard let edition = policy.edition(number) else {
            throw .unknownEdition(policy.id, number)
        }
        let state = policy.timeline.state(of: number, at: instant)
        switch (state, request.act) {
        case (.inForce, _), (.upcoming, _): break
        case (.superseded, .withdrawn), (.superseded, .notified), (.cancelled, .withdrawn): break
        case (.draft, _) where !isEnteredLate: throw .unknownEdition(policy.id, number)
        case (.draft, _), (.superseded, _), (.cancelled, _):
            throw .editionNotAcceptable(policy.id, number, state, at: instant)
        }
        let isCancelled = policy.place(of: number) == nil
        guard !isCancelled || request.act == .withdrawn else {
            throw .editionNotAcceptable(policy.id, number, .cancelled, at: instant)
        }
        return edition
    }

    /// The edition asked for; for a withdrawal by default the one that is taken back.
    private func number(of policy: ShelvedPolicy, at instant: Instant) -> Int? {
        switch request.target {
        case .presentation(let presentation): return presentation.edition
        case .edition(_, let number?, _, _): return number
        case .edition:
            guard request.act == .withdrawn else { return nil }
            return taken(under: policy, at: instant)?.edition
                ?? policy.timeline.inForce(at: instant)
        }
    }

    /// The acceptance that a withdrawal without an edition takes back.
    private func taken(under policy: ShelvedPolicy, at instant: Instant) -> StandingAct? {
        let horizon = Horizon(knownAt: Instant(milliseconds: .max))
        let answer = StandingQuestion(policy, history, within: horizon).answer(at: instant)
        return answer.accepted ?? answer.lastAccepted
    }

    /// The text in the language or with the digest asked for; nil for a withdrawal, a notice or a legacy
    /// decision that names none.
    private func text(
        of edition: ShelvedEdition,
        in policy: ShelvedPolicy
    ) throws(Refusal) -> PublishedText? {
        let (language, digest): (Language?, Digest?) =
            switch request.target {
            case .presentation(let shown): (shown.language, shown.textDigest)
            case .edition(_, _, let language, let digest): (language, digest)
            }
        guard language != nil || digest != nil || needsNoText else {
            throw .unknownLanguage(policy.id, edition.number, nil)
        }
        let texts = edition.publication.texts
        let named = texts.first { text in
            language.map { $0 == text.language } ?? (digest == text.digest)
        }
        guard let text = named else {
            if let language { throw .unknownLanguage(policy.id, edition.number, language) }
            guard digest != nil, let first = texts.first else { return nil }
            throw .textMismatch(expected: first.digest)
        }
        guard digest == nil || digest == text.digest else {
            throw presentation == nil ? .textMismatch(expected: text.digest) : .presentationInvalid
        }
        guard text.official || request.act != .accepted else {
            throw .textNotOfficial(text.language)
        }
        return text
    }

    /// Whether the act can be recorded without saying of which text it is.
    private var needsNoText: Bool {
        request.act == .withdrawn || request.act == .notified || request.method == .imported
    }

    private func identification(edition: ShelvedEdition?, text: PublishedText?) -> Identification {
        switch request.target {
        case .presentation: .presentation
        case .edition(_, _, _, let digest):
            if edition == nil {
                .unknown
            } else if digest != nil, text != nil {
                .digest
            } else {
                .number
            }
        }
    }
}
