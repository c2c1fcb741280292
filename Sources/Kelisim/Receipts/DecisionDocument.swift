internal import KelisimLog

/// A decision as programs are told of it: everything that is recorded, and where.
public struct DecisionDocument: Codable, Hashable, Sendable {
    /// A guardian who acted.
    public struct Actor: Codable, Hashable, Sendable {
        let id: String
        let capacity: String
        let guardianship: String
    }

    /// What shows the act.
    public struct Evidence: Codable, Hashable, Sendable {
        let type: String
        @OrNull var digest: String?
        @OrNull var reference: String?
    }

    /// What surrounded the act.
    public struct Context: Codable, Hashable, Sendable {
        @OrNull var screen: String?
        @OrNull var statement: String?
        @OrNull var button: String?
        @OrNull var ip: String?
        @OrNull var userAgent: String?
        @OrNull var note: String?
    }

    let id: String
    package let index: UInt64
    let recordedAt: String
    let occurredAt: String
    package let subject: String
    @OrNull var actor: Actor?
    package let policy: String
    @OrNull var edition: Int?
    @OrNull var language: String?
    @OrNull var textDigest: String?
    @OrNull var htmlDigest: String?
    @OrNull var presentedAt: String?
    let identifiedBy: String
    package let act: String
    let method: String
    @OrNull var evidence: Evidence?
    @OrNull var recordedBy: String?
    let context: Context

    /// The document of `decision`, which stands at `index` of the log.
    public init(_ decision: Decision, index: UInt64) {
        id = decision.id.description
        self.index = index
        recordedAt = decision.recordedAt.description
        occurredAt = decision.occurredAt.description
        subject = decision.subject.id
        actor = decision.actor.map {
            Actor(id: $0.id.id, capacity: "guardian", guardianship: $0.guardianship.name)
        }
        policy = decision.policy.slug
        edition = decision.edition
        language = decision.language?.tag
        textDigest = decision.textDigest?.description
        htmlDigest = decision.htmlDigest?.description
        presentedAt = decision.presentedAt?.description
        identifiedBy = decision.identification.rawValue
        act = decision.act.rawValue
        method = decision.method.rawValue
        evidence = decision.evidence.map {
            Evidence(
                type: $0.type,
                digest: $0.digest?.description,
                reference: $0.reference
            )
        }
        recordedBy = decision.recordedBy
        context = Context(
            screen: decision.context.screen,
            statement: decision.context.statement,
            button: decision.context.button,
            ip: decision.context.ip,
            userAgent: decision.context.userAgent,
            note: decision.context.note
        )
    }
}
