public import KelisimLog

/// The part of a decision that standing depends on.
public struct StandingAct: Codable, Hashable, Sendable {
    /// The decision.
    public let decision: DecisionID
    /// Its index in the log.
    public let index: UInt64
    /// When it was recorded.
    public let recordedAt: Instant
    /// When the act was made.
    public let occurredAt: Instant
    /// Whose it is.
    public let subject: Subject
    /// Who acted for the subject; nil when the subject did.
    public let actor: Actor?
    /// The policy.
    public let policy: PolicyID
    /// The edition, where it is known.
    public let edition: Int?
    /// The language of the text, where it is known.
    public let language: Language?
    /// The digest of the text, where it is known.
    public let textDigest: Digest?
    /// What was done.
    public let act: Act
    /// How.
    public let method: DecisionMethod

    /// The part of `decision`, recorded at `index`.
    public init(_ decision: Decision, index: UInt64) {
        self.decision = decision.id
        self.index = index
        recordedAt = decision.recordedAt
        occurredAt = decision.occurredAt
        subject = decision.subject
        actor = decision.actor
        policy = decision.policy
        edition = decision.edition
        language = decision.language
        textDigest = decision.textDigest
        act = decision.act
        method = decision.method
    }

    /// Whether standing doesn't depend on it: a legacy acceptance of which the edition or the text is not
    /// known, or a legacy act on nobody knows which edition.
    var isHistoryOnly: Bool {
        edition == nil || act == .accepted && method == .imported && language == nil
    }

    /// Reads the first fields of a decision, in the order in which they are written.
    init?(_ reader: inout FieldReader, recordedAt: Instant, index: UInt64) {
        let decision = reader.made(of: { DecisionID(bytes: $0) })
        let occurredAt = reader.instant()
        let subject = reader.subject()
        let (guardian, guardianship) = (reader.subject(), reader.value { GuardianshipID($0) })
        let policy = reader.value { PolicyID($0) }
        let edition = reader.integer()
        let language = reader.value { Language($0) }
        let textDigest = reader.digest()
        let act = reader.value(Act.init(rawValue:))
        let method = reader.value(DecisionMethod.init(rawValue:))
        guard let decision, let occurredAt, let subject, let policy, let act, let method,
            (guardian == nil) == (guardianship == nil)
        else { return nil }
        self.decision = decision
        self.index = index
        self.recordedAt = recordedAt
        self.occurredAt = occurredAt
        self.subject = subject
        self.actor = guardian.flatMap { id in
            guardianship.map { Actor(id: id, guardianship: $0) }
        }
        self.policy = policy
        self.edition = edition
        self.language = language
        self.textDigest = textDigest
        self.act = act
        self.method = method
    }
}

extension StandingAct: Comparable {
    /// Orders acts as they were made: by time, then by their place in the log.
    public static func < (left: StandingAct, right: StandingAct) -> Bool {
        (left.occurredAt, left.index) < (right.occurredAt, right.index)
    }
}
