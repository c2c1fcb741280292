public import Kelisim
public import KelisimLog

/// A decision to be recorded.
public struct NewDecision: Encodable, Hashable, Sendable {
    /// Whose decision it is.
    public var subject: Subject
    /// What was done.
    public var act: Act
    /// How.
    public var method: DecisionMethod
    /// The token of what was shown, ``ShownText/token``; then what follows about the text is nil.
    public var presentation: String?
    /// The policy.
    public var policy: PolicyID?
    /// The edition.
    public var edition: Int?
    /// The language of the text.
    public var language: Language?
    /// The digest of the text, where it is known.
    public var textDigest: Digest?
    /// The guardian who acted; nil when the subject did.
    public var actor: Actor?
    /// When the act was made; nil for now.
    public var occurredAt: Instant?
    /// What shows it.
    public var evidence: Evidence?
    /// What surrounded it.
    public var context = DecisionContext()

    /// A decision about a text that was shown.
    public init(
        _ act: Act,
        by subject: Subject,
        method: DecisionMethod = .click,
        shown: ShownText
    ) {
        self.subject = subject
        self.act = act
        self.method = method
        presentation = shown.token
    }

    /// A decision about a text that is named.
    public init(
        _ act: Act,
        by subject: Subject,
        method: DecisionMethod = .click,
        policy: PolicyID,
        edition: Int? = nil,
        language: Language? = nil
    ) {
        self.subject = subject
        self.act = act
        self.method = method
        self.policy = policy
        self.edition = edition
        self.language = language
    }

    private enum Key: String, CodingKey {
        case subject, act, method, presentation, policy, edition, language, textDigest, actor
        case occurredAt, evidence, context
    }

    private struct ActorBody: Encodable {
        let id: Subject
        let capacity = "guardian"
        let guardianship: GuardianshipID
    }

    /// Writes the body of POST /v1/decisions.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(act, forKey: .act)
        try container.encode(method, forKey: .method)
        try container.encodeIfPresent(presentation, forKey: .presentation)
        try container.encodeIfPresent(policy, forKey: .policy)
        try container.encodeIfPresent(edition, forKey: .edition)
        try container.encodeIfPresent(language, forKey: .language)
        try container.encodeIfPresent(textDigest, forKey: .textDigest)
        let body = actor.map { ActorBody(id: $0.id, guardianship: $0.guardianship) }
        try container.encodeIfPresent(body, forKey: .actor)
        try container.encodeIfPresent(occurredAt, forKey: .occurredAt)
        try container.encodeIfPresent(evidence, forKey: .evidence)
        try container.encode(context, forKey: .context)
    }
}
