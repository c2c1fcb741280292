/// What stands behind a leaf of the log: the part that may hold personal data and can be destroyed.
public enum Record: Hashable, Sendable {
    /// A file with legal force was taken up.
    case published(PublishedFile, recordedAt: Instant)
    /// A subject decided.
    indirect case decision(Decision)
    /// A guardianship was registered or its end changed.
    case guardianship(Guardianship, recordedAt: Instant)
    /// A legal hold was placed or released, or forbade an erasure.
    case hold(Hold, recordedAt: Instant)
    /// The records of a subject were destroyed.
    case erasure(Erasure, recordedAt: Instant)
    /// A key began to sign the log: its verifier key, a vkey line.
    case key(String, recordedAt: Instant)

    /// The type of its leaf.
    public var type: LeafType {
        switch self {
        case .published: .publication
        case .decision: .decision
        case .guardianship: .guardianship
        case .hold: .hold
        case .erasure: .erasure
        case .key: .key
        }
    }

    /// When the registry recorded it.
    public var recordedAt: Instant {
        switch self {
        case .decision(let decision): decision.recordedAt
        case .published(_, let instant), .guardianship(_, let instant), .hold(_, let instant),
            .erasure(_, let instant), .key(_, let instant):
            instant
        }
    }

    /// Whose it is, and with whose erasure it is destroyed; nil for what holds no personal data.
    public var subject: Subject? {
        switch self {
        case .decision(let decision): decision.subject
        case .guardianship(let guardianship, _): guardianship.ward
        case .hold(let hold, _): hold.subject
        case .published, .erasure, .key: nil
        }
    }
}
