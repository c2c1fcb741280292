internal import KelisimLog

/// What is answered when a decision was recorded.
public struct DecisionAnswer: Encodable, Sendable {
    private let id: String
    private let index: UInt64
    private let leafHash: String
    private let recordedAt: String
    private let occurredAt: String
    private let subject: String
    private let policy: String
    private let edition: OrNull<Int>
    private let language: OrNull<String>
    private let textDigest: OrNull<String>
    private let act: String
    private let method: String
    private let standing: StandingDocument

    /// The answer about `recorded`.
    public init(_ recorded: Answer.Recorded) {
        let decision = recorded.decision
        id = decision.id.description
        index = recorded.index
        leafHash = recorded.leafHash.hex
        recordedAt = decision.recordedAt.description
        occurredAt = decision.occurredAt.description
        subject = decision.subject.id
        policy = decision.policy.slug
        edition = OrNull(decision.edition)
        language = OrNull(decision.language?.tag)
        textDigest = OrNull(decision.textDigest?.description)
        act = decision.act.rawValue
        method = decision.method.rawValue
        standing = StandingDocument(recorded.standing)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
