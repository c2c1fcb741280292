/// Everything that the registry holds of one subject, in the order of the log.
public struct SubjectHistory: Codable, Hashable, Sendable {
    /// A version of a guardianship and where the log has it.
    public struct Version: Codable, Hashable, Sendable {
        /// Its index in the log.
        public let index: UInt64
        /// When it was recorded.
        public let recordedAt: Instant
        /// What it says.
        public let guardianship: Guardianship

        /// Makes a version of its parts.
        public init(index: UInt64, recordedAt: Instant, guardianship: Guardianship) {
            self.index = index
            self.recordedAt = recordedAt
            self.guardianship = guardianship
        }
    }

    /// The subject.
    public let subject: Subject
    /// The acts on every policy, in the order of the log.
    public private(set) var acts: [StandingAct] = []
    /// The guardianships in which the subject is the ward: all versions, in the order of the log.
    public private(set) var guardianships: [Version] = []
    /// The reason of the legal hold that is on, if one is.
    public private(set) var holdReason: String?
    /// The indices of all rows, ascending.
    public private(set) var indices: [UInt64] = []

    /// The history of a subject that nothing is known of.
    public init(subject: Subject) {
        self.subject = subject
    }

    /// Adds the row at `index`, whose record has the canonical `bytes`; rows come in the order of the
    /// log.
    ///
    /// - Returns: whether the bytes are a record of this subject; if not, nothing is added.
    public mutating func add(_ bytes: [UInt8], at index: UInt64) -> Bool {
        guard let act = StandingAct(recordBytes: bytes, index: index) else {
            guard let record = Record(bytes), record.subject == subject else { return false }
            add(record, at: index)
            return true
        }
        guard act.subject == subject else { return false }
        acts.append(act)
        indices.append(index)
        return true
    }

    /// Adds the row at `index`, whose record is `record`.
    public mutating func add(_ record: Record, at index: UInt64) {
        indices.append(index)
        switch record {
        case .decision(let decision): acts.append(StandingAct(decision, index: index))
        case .guardianship(let guardianship, let recordedAt):
            guardianships.append(
                Version(index: index, recordedAt: recordedAt, guardianship: guardianship)
            )
        case .hold(let hold, _):
            switch hold.step {
            case .placed: holdReason = hold.reason
            case .released: holdReason = nil
            case .refusedErasure: break
            }
        case .published, .erasure, .key: break
        }
    }

    /// The newest version of each guardianship that is seen within `horizon`, by name.
    public func guardianships(within horizon: Horizon) -> [GuardianshipID: Guardianship] {
        let seen = guardianships.filter {
            horizon.sees(index: $0.index, recordedAt: $0.recordedAt)
        }
        return Dictionary(seen.map { ($0.guardianship.id, $0.guardianship) }) { $1 }
    }
}
