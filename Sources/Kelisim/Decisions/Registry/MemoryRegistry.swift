public import KelisimLog

/// A registry in memory, for tests and as the model of the others. Nothing survives it.
public actor MemoryRegistry: Registry, AccessKeys {
    private var rows: [Entry] = []
    private var frontier = MerkleFrontier()
    private var known = Shelf()
    private var lastRecordedAt: Instant?
    private var key: String?
    private var subjects: [Subject: SubjectHistory] = [:]
    private var versions: [GuardianshipID: [SubjectHistory.Version]] = [:]
    private var places: [DecisionID: UInt64] = [:]
    private var remembered: [[UInt8]: (first: UInt64, count: Int)] = [:]
    private var secrets: [SecretName: Nonce] = [:]
    private var ring = AccessKeyRing()
    private let clock: @Sendable () -> Instant

    /// An empty registry that takes the time from `clock`.
    public init(clock: @escaping @Sendable () -> Instant = { .now }) {
        self.clock = clock
    }

    /// Settles and adds in one step.
    public func submit(_ submission: Submission) throws(RegistryError) -> Answer {
        var registrar = Registrar(
            shelf: known,
            size: frontier.size,
            lastRecordedAt: lastRecordedAt,
            key: key,
            histories: Dictionary(
                submission.subjects.compactMap { subject in
                    subjects[subject].map { (subject, $0) }
                }
            ) { first, _ in first },
            guardianships: submission.guardianship.flatMap { versions[$0]?.last?.guardianship }
                .map { [$0.id: $0] } ?? [:],
            remembered: Dictionary(
                submission.marks.compactMap { mark in recall(mark.key).map { (mark.key, $0) } }
            ) { first, _ in first }
        )
        let answer: Answer
        do throws(Refusal) {
            answer = try registrar.settle(submission, at: clock())
        } catch {
            throw .refused(error)
        }
        keep(registrar)
        return answer
    }

    private func recall(_ key: [UInt8]) -> Remembered? {
        guard let (first, count) = remembered[key] else { return nil }
        let decisions = rows[Int(first)...].prefix(count)
            .compactMap { entry in
                if case .decision(let decision) = entry.record { (entry, decision) } else { nil }
            }
        return decisions.count == count ? .decisions(decisions) : .erased
    }

    private func keep(_ registrar: Registrar) {
        for (subject, indices) in registrar.erasures {
            for index in indices {
                if case .decision(let decision) = rows[Int(index)].record {
                    places[decision.id] = nil
                }
                rows[Int(index)] = Entry(index: index, leaf: rows[Int(index)].leaf, sealed: nil)
            }
            versions = versions.filter { $0.value.first?.guardianship.ward != subject }
        }
        for row in registrar.entries {
            rows.append(row.entry)
            frontier.append(leafHash: row.entry.leafHash)
            if let (key, count) = row.remembers { remembered[key] = (row.entry.index, count) }
            guard row.entry.sealed != nil else { continue }
            switch row.record {
            case .decision(let decision): places[decision.id] = row.entry.index
            case .guardianship(let guardianship, let recordedAt):
                versions[guardianship.id, default: []]
                    .append(
                        .init(
                            index: row.entry.index,
                            recordedAt: recordedAt,
                            guardianship: guardianship
                        )
                    )
            case .published, .hold, .erasure, .key: break
            }
        }
        for (subject, history) in registrar.histories {
            subjects[subject] = history.indices.isEmpty ? nil : history
        }
        known = registrar.shelf
        key = registrar.key
        if !registrar.entries.isEmpty { lastRecordedAt = registrar.lastRecordedAt }
    }

    /// Every publication, cancellation and repeal.
    public func shelf() -> Shelf { known }

    /// How far the log has grown.
    public func head() -> LogHead { LogHead(frontier: frontier, lastRecordedAt: lastRecordedAt) }

    /// Everything held of `subject`.
    public func history(of subject: Subject) -> SubjectHistory {
        subjects[subject] ?? SubjectHistory(subject: subject)
    }

    /// The histories behind `last`, at most `limit`.
    public func histories(after last: Subject?, limit: Int) -> [SubjectHistory] {
        subjects.keys.sorted().filter { subject in last.map { $0 < subject } ?? true }
            .prefix(limit).compactMap { subjects[$0] }
    }

    /// The rows of `subject` from `first` on, at most `limit`.
    public func entries(of subject: Subject, from first: UInt64, limit: Int) -> [Entry] {
        history(of: subject).indices.filter { $0 >= first }.prefix(limit).map { rows[Int($0)] }
    }

    /// The rows in `range`, as far as there are any.
    public func entries(in range: Range<UInt64>) -> [Entry] {
        let end = min(range.upperBound, UInt64(rows.count))
        return range.lowerBound < end ? Array(rows[Int(range.lowerBound)..<Int(end)]) : []
    }

    /// The row of `decision`.
    public func entry(of decision: DecisionID) -> Entry? {
        places[decision].map { rows[Int($0)] }
    }

    /// The versions of the guardianship `id`.
    public func versions(of id: GuardianshipID) -> [SubjectHistory.Version] {
        versions[id] ?? []
    }

    /// The newest versions of the guardianships of `guardian`.
    public func guardianships(by guardian: Subject) -> [Guardianship] {
        versions.values.filter { $0.first?.guardianship.guardian == guardian }
            .sorted { ($0.first?.index ?? 0) < ($1.first?.index ?? 0) }
            .compactMap { $0.last?.guardianship }
    }

    /// The secret called `name`, made when it is first asked for.
    public func secret(_ name: SecretName) -> Nonce {
        let secret = secrets[name] ?? Nonce.random()
        secrets[name] = secret
        return secret
    }

    // MARK: - API keys

    /// Adds `key`.
    public func add(_ key: AccessKey) { _ = ring.add(key) }

    /// All keys, also revoked ones.
    public func accessKeys() -> [AccessKey] { ring.keys }

    /// The key whose secret has `digest`.
    public func accessKey(digest: Digest) -> AccessKey? { ring[digest] }

    /// Revokes the key called `id`.
    public func revokeAccessKey(_ id: String, at instant: Instant) -> AccessKey? {
        ring.revoke(id, at: instant)
    }

    /// Notes when keys were used last.
    public func noteUse(of keys: [String: Instant]) { _ = ring.noteUse(of: keys) }

    /// Nothing to let go.
    public func close() {}
}
