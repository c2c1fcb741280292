/// What can be asked to be added to the registry.
///
/// One submission is recorded wholly or not at all.
public enum Submission: Codable, Sendable {
    /// Files with legal force, each behind those it refers to. What the log has already is passed over.
    case publications([PublishedFile])
    /// Decisions under one idempotency key.
    case decisions([DecisionRequest], Idempotency)
    /// Legacy decisions, each under a mark of its own. Those recorded before are passed over, and one
    /// that is refused doesn't hold up the others.
    case legacy([Legacy])
    /// A guardianship, or another end of one.
    case guardianship(Guardianship)
    /// A legal hold is placed, or gets another reason.
    case hold(Subject, reason: String)
    /// A legal hold is released.
    case release(Subject, reason: String)
    /// The records of a subject are destroyed.
    case erasure(Subject, ground: String)
    /// A key begins to sign the log.
    case key(String)

    /// A legacy decision, and the mark under which it is recorded once.
    public struct Legacy: Codable, Hashable, Sendable {
        /// The decision.
        public let request: DecisionRequest
        /// Its mark.
        public let mark: Idempotency

        /// Puts both together.
        public init(request: DecisionRequest, mark: Idempotency) {
            self.request = request
            self.mark = mark
        }
    }
}

extension Submission {
    /// The subjects whose histories it takes to settle it.
    public var subjects: [Subject] {
        switch self {
        case .decisions(let requests, _): requests.map(\.subject)
        case .legacy(let lines): lines.map(\.request.subject)
        case .guardianship(let guardianship): [guardianship.ward]
        case .hold(let subject, _), .release(let subject, _), .erasure(let subject, _): [subject]
        case .publications, .key: []
        }
    }

    /// The guardianship, whoever the ward is, whose newest version it takes to settle it.
    public var guardianship: GuardianshipID? {
        if case .guardianship(let guardianship) = self { guardianship.id } else { nil }
    }

    /// The keys for which it must be known whether they were used before.
    public var marks: [Idempotency] {
        switch self {
        case .decisions(_, let mark): [mark]
        case .legacy(let lines): lines.map(\.mark)
        case .publications, .guardianship, .hold, .release, .erasure, .key: []
        }
    }
}
