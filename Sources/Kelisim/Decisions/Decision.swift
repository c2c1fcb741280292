public import KelisimLog

/// One recorded act of a subject.
///
/// Rows are only ever added.
public struct Decision: Hashable, Sendable {
    /// Its name.
    public let id: DecisionID
    /// When the registry recorded it, by its own clock; never before the row above it.
    public let recordedAt: Instant
    /// When the act was made.
    public let occurredAt: Instant
    /// Whose decision it is.
    public let subject: Subject
    /// Who acted for the subject; nil when the subject did.
    public let actor: Actor?
    /// The policy.
    public let policy: PolicyID
    /// The edition; nil where a legacy acceptance doesn't say.
    public let edition: Int?
    /// The language of the text that was decided on; nil where it isn't known.
    public let language: Language?
    /// The digest of that text; nil where edition or language is.
    public let textDigest: Digest?
    /// The digest of the HTML that was served, when a presentation tells.
    public let htmlDigest: Digest?
    /// When it was shown, when a presentation tells.
    public let presentedAt: Instant?
    /// How the text was identified.
    public let identification: Identification
    /// What was done.
    public let act: Act
    /// How.
    public let method: DecisionMethod
    /// What shows it.
    public let evidence: Evidence?
    /// What surrounded it.
    public let context: DecisionContext
    /// Which API key recorded it; nil at the command line.
    public let recordedBy: String?
    /// What makes the request recognisable when it comes again.
    public let idempotency: Idempotency
}
