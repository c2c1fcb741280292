internal import KelisimLog

/// The rules of recording: turns submissions into rows, given what the registry holds.
///
/// A registry fills one with all that a batch of submissions needs, settles them one after the other,
/// and adds the rows and destroys the records that come out of it in the same transaction. Registries
/// have no rules of their own.
public struct Registrar: Sendable {
    /// The publications taken up so far.
    public private(set) var shelf: Shelf
    /// How many rows the log has: the index of the next.
    public private(set) var size: UInt64
    /// When the last row was recorded.
    public private(set) var lastRecordedAt: Instant
    /// The newest key that signs the log.
    public private(set) var key: String?
    /// The histories of the subjects that the batch is about.
    public private(set) var histories: [Subject: SubjectHistory]
    /// The newest versions of the guardianships that the batch changes, whoever the wards are.
    public private(set) var guardianships: [GuardianshipID: Guardianship]
    /// What is remembered of the idempotency keys of the batch.
    public private(set) var remembered: [[UInt8]: Remembered]

    /// The rows to add, in order.
    public private(set) var entries: [NewEntry] = []
    /// The records to destroy among the rows that were there before.
    public private(set) var erasures: [(subject: Subject, indices: [UInt64])] = []

    /// The index of the first row to add.
    private let start: UInt64
    private var random = RandomPool()

    /// Fills a registrar with what the registry holds.
    ///
    /// - Parameters:
    ///   - shelf: the publications taken up.
    ///   - size: how many rows the log has.
    ///   - lastRecordedAt: when the last of them was recorded; nil when there is none.
    ///   - key: the newest key that signs the log, if one does.
    ///   - histories: of every subject in ``Submission/subjects``; one that is missing is unknown.
    ///   - guardianships: the newest version of every ``Submission/guardianship`` that is known.
    ///   - remembered: what is known of every key in ``Submission/marks``.
    public init(
        shelf: Shelf,
        size: UInt64,
        lastRecordedAt: Instant?,
        key: String?,
        histories: [Subject: SubjectHistory] = [:],
        guardianships: [GuardianshipID: Guardianship] = [:],
        remembered: [[UInt8]: Remembered] = [:]
    ) {
        self.shelf = shelf
        self.size = size
        self.lastRecordedAt = lastRecordedAt ?? Instant(milliseconds: .min)
        self.key = key
        self.histories = histories
        self.guardianships = guardianships
        self.remembered = remembered
        start = size
    }

    /// Settles `submission` at `now`, by the clock of the registry.
    ///
    /// - Returns: the answer, to be given once the rows are durable.
    /// - Throws: the ``Refusal``; then nothing is added, except for the record of an erasure that a hold
    ///   forbids, which is an answer.
    public mutating func settle(
        _ submission: Submission,
        at now: Instant
    ) throws(Refusal) -> Answer {
        let instant = max(now, lastRecordedAt)
        switch submission {
        case .publications(let files): return .publications(try take(files, at: instant))
        case .decisions(let requests, let mark):
            return try record(requests, under: mark, at: instant)
        case .legacy(let lines):
            return .legacy(lines.map { record($0.request, once: $0.mark, at: instant) })
        case .guardianship(let guardianship): return try register(guardianship, at: instant)
        case .hold(let subject, let reason):
            return hold(Hold(subject: subject, step: .placed, reason: reason), at: instant)
        case .release(let subject, let reason):
            return hold(Hold(subject: subject, step: .released, reason: reason), at: instant)
        case .erasure(let subject, let ground): return erase(subject, ground, at: instant)
        case .key(let line):
            if line != key { add(.key(line, recordedAt: instant)) }
            key = line
            return .key
        }
    }

    /// What is held of `subject`.
    func history(of subject: Subject) -> SubjectHistory {
        histories[subject] ?? SubjectHistory(subject: subject)
    }

    /// Adds a row for `record`.
    @discardableResult
    private mutating func add(
        _ record: Record,
        about publication: Digest? = nil,
        remembering mark: (key: [UInt8], count: Int)? = nil
    ) -> Entry {
        let nonce = Nonce.random(using: &random)
        let sealed = SealedRecord(bytes: record.bytes, nonce: nonce)
        let leaf = Leaf(record, sealed: sealed, publication: publication)
        let entry = Entry(index: size, leaf: leaf.bytes, sealed: sealed)
        entries.append(NewEntry(entry: entry, record: record, remembers: mark))
        if let subject = record.subject {
            histories[subject, default: SubjectHistory(subject: subject)].add(record, at: size)
        }
        size += 1
        lastRecordedAt = record.recordedAt
        return entry
    }

    // MARK: - Publications

    private mutating func take(
        _ files: [PublishedFile],
        at instant: Instant
    ) throws(Refusal) -> [Shelf.Item] {
        var known = shelf
        var items: [Shelf.Item] = []
        for file in files where !known.holds(file) {
            if let item = known.contradiction(to: file) {
                throw .publicationContradicted(
                    file.policy,
                    file.edition,
                    file.kind,
                    index: item.index
                )
            }
            guard file.isInOrder(after: known) else {
                throw .publicationOutOfOrder(file.policy, file.edition, file.kind)
            }
            let index = size + UInt64(items.count)
            let item = Shelf.Item(index: index, recordedAt: instant, file: file)
            items.append(item)
            known = known.adding(item)
        }
        for item in items { add(.published(item.file, recordedAt: instant)) }
        shelf = known
        return items
    }

    // MARK: - Decisions

    private mutating func record(
        _ requests: [DecisionRequest],
        under mark: Idempotency,
        at instant: Instant
    ) throws(Refusal) -> Answer {
        if let known = remembered[mark.key] {
            guard case .decisions(let decisions) = known else { throw .gone }
            guard decisions.first?.decision.idempotency == mark else { throw .idempotencyKeyReused }
            return .decisions(decisions.compactMap(recorded), isRepeat: true)
        }
        // Each decision sees those before it; when one is refused, all are taken back.
        let before = (entries.count, size, lastRecordedAt)
        let seen = Dictionary(requests.map { ($0.subject, histories[$0.subject]) }) { first, _ in
            first
        }
        var decisions: [(entry: Entry, decision: Decision)] = []
        do throws(Refusal) {
            for (position, request) in requests.enumerated() {
                let count = position == 0 ? requests.count : nil
                decisions.append(try record(request, under: mark, count: count, at: instant))
            }
        } catch {
            entries.removeSubrange(before.0...)
            (size, lastRecordedAt) = (before.1, before.2)
            for (subject, history) in seen { histories[subject] = history }
            throw error
        }
        remembered[mark.key] = .decisions(decisions)
        return .decisions(decisions.compactMap(recorded), isRepeat: false)
    }

    private mutating func record(
        _ request: DecisionRequest,
        once mark: Idempotency,
        at instant: Instant
    ) -> Answer.LegacyOutcome {
        guard remembered[mark.key] == nil else { return .known }
        do throws(Refusal) {
            let (entry, decision) = try record(request, under: mark, count: 1, at: instant)
            remembered[mark.key] = .decisions([(entry, decision)])
            return .recorded(entry.index)
        } catch {
            return .refused(error)
        }
    }

    private mutating func record(
        _ request: DecisionRequest,
        under mark: Idempotency,
        count: Int?,
        at instant: Instant
    ) throws(Refusal) -> (entry: Entry, decision: Decision) {
        let ruling = DecisionRuling(request, shelf: shelf, history: history(of: request.subject))
        let (decision, publication) = try ruling.decision(under: mark, at: instant, using: &random)
        let entry = add(
            .decision(decision),
            about: publication,
            remembering: count.map { (mark.key, $0) }
        )
        return (entry, decision)
    }

    /// The answer about a decision in the row `entry`: the same whenever it is given.
    private func recorded(_ entry: Entry, _ decision: Decision) -> Answer.Recorded? {
        let horizon = Horizon(knownAt: decision.recordedAt, end: entry.index + 1)
        let standing = Standing(
            of: history(of: decision.subject),
            under: decision.policy,
            on: shelf,
            at: decision.recordedAt,
            within: horizon
        )
        return standing.map {
            Answer.Recorded(
                decision: decision,
                index: entry.index,
                leafHash: entry.leafHash,
                standing: $0
            )
        }
    }

    // MARK: - Guardianships, holds and erasure

    private mutating func register(
        _ guardianship: Guardianship,
        at instant: Instant
    ) throws(Refusal) -> Answer {
        guard guardianship.isPossible else { throw .guardianshipNotValid(.impossible) }
        let known = guardianships[guardianship.id]
        guard known != guardianship else { return .guardianship(guardianship, isNew: false) }
        guard known.map({ $0.differsOnlyInEnd(from: guardianship) }) ?? true else {
            throw .guardianshipFixed(guardianship.id)
        }
        add(.guardianship(guardianship, recordedAt: instant))
        guardianships[guardianship.id] = guardianship
        return .guardianship(guardianship, isNew: known == nil)
    }

    private mutating func hold(_ hold: Hold, at instant: Instant) -> Answer {
        let current = history(of: hold.subject).holdReason
        let wanted = hold.step == .placed ? hold.reason : nil
        if current != wanted { add(.hold(hold, recordedAt: instant)) }
        return .hold(wanted)
    }

    private mutating func erase(
        _ subject: Subject,
        _ ground: String,
        at instant: Instant
    ) -> Answer {
        let history = history(of: subject)
        if let reason = history.holdReason {
            let refusal = Hold(subject: subject, step: .refusedErasure, reason: ground)
            add(.hold(refusal, recordedAt: instant))
            return .erasureRefused(reason)
        }
        guard !history.indices.isEmpty else { return .erased([]) }
        let stored = history.indices.filter { $0 < start }
        if !stored.isEmpty { erasures.append((subject, stored)) }
        for index in history.indices.drop(while: { $0 < start }) {
            let place = Int(index - start)
            let entry = entries[place].entry
            entries[place].entry = Entry(index: entry.index, leaf: entry.leaf, sealed: nil)
        }
        for (key, known) in remembered {
            guard case .decisions(let decisions) = known,
                decisions.contains(where: { $0.decision.subject == subject })
            else { continue }
            remembered[key] = .erased
        }
        guardianships = guardianships.filter { $0.value.ward != subject }
        histories[subject] = SubjectHistory(subject: subject)
        for start in stride(from: 0, to: history.indices.count, by: Erasure.capacity) {
            let indices = Array(history.indices[start...].prefix(Erasure.capacity))
            add(.erasure(Erasure(indices: indices, ground: ground), recordedAt: instant))
        }
        return .erased(history.indices)
    }
}

extension Guardianship {
    fileprivate func differsOnlyInEnd(from other: Guardianship) -> Bool {
        self
            == Guardianship(
                id: other.id,
                guardian: other.guardian,
                ward: other.ward,
                basis: other.basis,
                from: other.from,
                until: until,
                wardReaches: other.wardReaches,
                evidence: other.evidence,
                verifiedBy: other.verifiedBy
            )
    }
}

extension PublishedFile {
    /// Whether what it refers to is on `shelf`.
    fileprivate func isInOrder(after shelf: Shelf) -> Bool {
        let policy = shelf.policy(policy)
        switch kind {
        case .publication:
            guard let edition, edition > 1 else { return edition == 1 }
            guard let previous = Publication(bytes: bytes)?.previous else { return false }
            return policy?.edition(edition - 1)?.digest == previous
        case .cancellation, .repeal:
            return policy?.editions.contains { $0.digest == publication } ?? false
        }
    }
}
