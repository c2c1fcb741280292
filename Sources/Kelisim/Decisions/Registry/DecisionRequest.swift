public import KelisimLog

/// What is asked to be recorded as a decision.
public struct DecisionRequest: Codable, Hashable, Sendable {
    /// How the text that was decided on is named.
    public enum Target: Codable, Hashable, Sendable {
        /// By what was shown.
        case presentation(Presentation)
        /// By policy, edition and language, and perhaps the digest of the text.
        ///
        /// A withdrawal need not name edition and language, a legacy acceptance may not know them.
        case edition(PolicyID, Int?, Language?, Digest?)
    }

    /// Whose decision it is.
    public let subject: Subject
    /// What was done.
    public let act: Act
    /// How.
    public let method: DecisionMethod
    /// The text that was decided on.
    public let target: Target
    /// Who acted for the subject; nil when the subject did.
    public let actor: Actor?
    /// When the act was made; nil for now.
    ///
    /// Only `paper`, `imported`, and a `click` with a presentation may say so.
    public let occurredAt: Instant?
    /// What shows it.
    public let evidence: Evidence?
    /// What surrounded it.
    public let context: DecisionContext
    /// Which API key asks; nil at the command line.
    public let recordedBy: String?

    /// Makes a request.
    public init(
        subject: Subject,
        act: Act,
        method: DecisionMethod,
        target: Target,
        actor: Actor? = nil,
        occurredAt: Instant? = nil,
        evidence: Evidence? = nil,
        context: DecisionContext = DecisionContext(),
        recordedBy: String? = nil
    ) {
        self.subject = subject
        self.act = act
        self.method = method
        self.target = target
        self.actor = actor
        self.occurredAt = occurredAt
        self.evidence = evidence
        self.context = context
        self.recordedBy = recordedBy
    }

    /// The policy.
    public var policy: PolicyID {
        switch target {
        case .presentation(let presentation): presentation.policy
        case .edition(let policy, _, _, _): policy
        }
    }
}
