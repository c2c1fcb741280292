internal import Kelisim
internal import KelisimLog

/// What is known of the log, and what a batch needs of it.
struct HeldLog {
    /// How far the log has grown.
    private(set) var head: LogHead
    /// The newest key that signs it.
    private(set) var key: String?
    /// How many publications it has.
    let publications: UInt64
    /// Where the last partition of leaves ends.
    let leafEnd: UInt64
    /// How many leaves a partition has.
    let leafStep: UInt64
    /// Those of the subjects of the batch.
    private(set) var histories: [Subject: SubjectHistory] = [:]
    /// The newest versions of the guardianships of the batch.
    private(set) var guardianships: [GuardianshipID: Guardianship] = [:]
    /// What is known of the idempotency keys of the batch.
    private(set) var remembered: [[UInt8]: Remembered] = [:]

    /// Reads the row of the head.
    init(_ rows: PostgresRows) throws(PostgresError) {
        head = try StoredHead(rows).head
        guard let publications = rows.unsigned(0, 4), let leafEnd = rows.unsigned(0, 5),
            let leafStep = rows.unsigned(0, 6)
        else { throw .malformed("the head of the log can't be read") }
        key = rows.text(0, 3)
        self.publications = publications
        self.leafEnd = leafEnd
        self.leafStep = leafStep
    }

    /// Takes in rows of subject, index and record.
    mutating func add(histories rows: PostgresRows) throws(PostgresError) {
        for row in 0..<rows.count {
            guard let name = rows.text(row, 0), let subject = try? Subject(name),
                let index = rows.unsigned(row, 1), let bytes = rows.bytes(row, 2),
                histories[subject, default: SubjectHistory(subject: subject)]
                    .add(bytes, at: index)
            else { throw .malformed("a record of a subject can't be read") }
        }
    }

    /// Takes in rows of index and record.
    mutating func add(guardianships rows: PostgresRows) throws(PostgresError) {
        for row in 0..<rows.count {
            guard let bytes = rows.bytes(row, 1), case .guardianship(let known, _) = Record(bytes)
            else { throw .malformed("a guardianship can't be read") }
            guardianships[known.id] = known
        }
    }

    /// Takes in what was recorded under the idempotency key `key`: `count` rows, of which `entries` are
    /// still whole.
    mutating func add(remembered key: [UInt8], count: Int, entries: [Entry]) {
        let decisions = entries.compactMap { entry in
            if case .decision(let decision) = entry.record { (entry, decision) } else { nil }
        }
        remembered[key] = decisions.count == count ? .decisions(decisions) : .erased
    }

    /// Brings what was read for `submissions`, before or after `batch` was committed, to where that leaves
    /// it.
    mutating func follow(_ batch: SettledBatch, for submissions: [Submission]) {
        let registrar = batch.registrar
        head = LogHead(frontier: batch.after, lastRecordedAt: registrar.lastRecordedAt)
        key = registrar.key
        for submission in submissions {
            for subject in submission.subjects {
                if let history = registrar.histories[subject] { histories[subject] = history }
            }
            if let id = submission.guardianship, let known = registrar.guardianships[id] {
                guardianships[id] = known
            }
            for mark in submission.marks {
                if let known = registrar.remembered[mark.key] { remembered[mark.key] = known }
            }
        }
    }
}
