import Kelisim
import KelisimLog

@testable import KelisimTesting

/// A registry in memory whose log is published into a folder.
struct LogRoom {
    let folder: TemporaryFolder
    let room: RegistryRoom
    let store: LogFolder
    let key: LogKey
    let publisher: LogPublisher

    var registry: any Registry { room.registry }

    init(_ folder: TemporaryFolder? = nil, registry: (any Registry)? = nil) throws {
        let folder = try folder ?? TemporaryFolder()
        let clock = ManualClock(RegistryRoom.morning)
        self.folder = folder
        room = RegistryRoom(registry ?? MemoryRegistry(clock: { clock.now }), clock)
        store = LogFolder(path: folder.path("log"))
        key = try LogKey(path: folder.path("log.key"), origin: "example.kz/registry")
        publisher = LogPublisher(registry: room.registry, store: store, key: key)
    }

    /// Adds a policy and `count` decisions.
    func fill(_ count: Int) async throws {
        if try await registry.shelf().items.isEmpty { _ = try await room.published() }
        for number in 0..<count {
            try await room.decide(try room.request(of: "u-\(number)"))
        }
    }

    /// The check of the whole log.
    func check(
        _ registry: (any Registry)? = nil,
        keys: [VerifierKey]? = nil
    ) async throws -> LogCheck.Report {
        try await LogCheck(
            registry: registry ?? self.registry,
            store: store,
            keys: keys ?? key.verifierKeys
        )
        .run()
    }
}

/// A registry whose rows somebody changed behind its back.
struct ChangedRegistry: Registry {
    let original: any Registry
    let change: @Sendable (Entry) -> Entry?
    /// A head in place of that of the registry.
    var head: @Sendable () -> LogHead? = { nil }

    func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        try await original.submit(submission)
    }

    func shelf() async throws(RegistryError) -> Shelf { try await original.shelf() }

    func head() async throws(RegistryError) -> LogHead {
        if let head = self.head() { head } else { try await original.head() }
    }

    func history(of subject: Subject) async throws(RegistryError) -> SubjectHistory {
        try await original.history(of: subject)
    }

    func histories(after last: Subject?, limit: Int) async throws(RegistryError) -> [SubjectHistory]
    {
        try await original.histories(after: last, limit: limit)
    }

    func entries(
        of subject: Subject,
        from first: UInt64,
        limit: Int
    ) async throws(RegistryError) -> [Entry] {
        try await original.entries(of: subject, from: first, limit: limit).compactMap(change)
    }

    func entries(in range: Range<UInt64>) async throws(RegistryError) -> [Entry] {
        try await original.entries(in: range).compactMap(change)
    }

    func entry(of decision: DecisionID) async throws(RegistryError) -> Entry? {
        try await original.entry(of: decision).flatMap(change)
    }

    func versions(
        of id: GuardianshipID
    ) async throws(RegistryError) -> [SubjectHistory.Version] {
        try await original.versions(of: id)
    }

    func guardianships(by guardian: Subject) async throws(RegistryError) -> [Guardianship] {
        try await original.guardianships(by: guardian)
    }

    func secret(_ name: SecretName) async throws(RegistryError) -> Nonce {
        try await original.secret(name)
    }

    func close() async { await original.close() }
}
