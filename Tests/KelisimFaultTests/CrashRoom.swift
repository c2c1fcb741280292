import Foundation
import Kelisim
import KelisimPostgres
import KelisimTesting

/// A registry that writers are killed over, round after round.
struct CrashRoom {
    let folder: TemporaryFolder
    /// What `RegistryWriter` is told of the database.
    let database: String
    /// Opens the registry in this process.
    let open: @Sendable () async throws -> any Registry

    var judge = CrashJudge()

    private let key: LogKey
    /// Where `registry` has its log published.
    private func store(of registry: any Registry) -> any LogStore {
        (registry as? PostgresRegistry)?.log ?? LogFolder(path: folder.path("log"))
    }

    private var generator: SeededGenerator

    /// How many rounds: a few in the suite, more when `CRASH_ROUNDS` says so.
    static let rounds =
        Int(ProcessInfo.processInfo.environment["CRASH_ROUNDS"] ?? "").map { max($0, 1) } ?? 20

    init(
        _ folder: TemporaryFolder,
        database: String,
        seed: UInt64,
        open: @escaping @Sendable () async throws -> any Registry
    ) throws {
        self.folder = folder
        self.database = database
        self.open = open
        generator = SeededGenerator(seed: seed)
        key = try LogKey(path: folder.path("log.key"), origin: "example.kz/registry")
    }

    /// The arguments of a writer that goes on a little before what was last acknowledged, so that some keys
    /// are sent again.
    func arguments(_ more: [String] = []) -> [String] {
        let numbers = judge.acknowledged.keys.compactMap { Int($0.dropFirst(2)) }
        let from = max(0, (numbers.max() ?? 0) - 40)
        return [
            "--database", database, "--log", folder.path("log"), "--key", folder.path("log.key"),
            "--policies", "\(Project.root)/Examples/site/policies", "--from", String(from),
            "--callers", "16",
        ] + more
    }

    /// One round: a writer is killed at a random time, or kills itself at a failpoint, and everything is
    /// judged.
    mutating func round(_ number: Int) async throws {
        let points = Failpoint.allCases
        // A bounded number, since every row is judged after every round.
        var more = ["--count", "250"]
        // Two of three rounds end at a failpoint, each of them in turn.
        if number % 3 != 0 {
            let point = points[number % points.count]
            more += [
                "--failpoint", "\(point.rawValue):\(Int.random(in: 1...12, using: &generator))",
            ]
        }
        let writer = try WriterProcess(arguments(more))
        try await writer.waitForAcknowledgements(1, limit: .seconds(20))
        try await writer.run(for: .milliseconds(.random(in: 20...400, using: &generator)))
        try judge.hear(writer)
        try await judgeRegistry()
    }

    /// Judges what is there, after completing it as every start does.
    mutating func judgeRegistry() async throws {
        let registry = try await open()
        let store = store(of: registry)
        try await judge.see(store)
        let publisher = LogPublisher(registry: registry, store: store, key: key)
        try await publisher.publish()
        try await judge.see(store)
        try await judge.judge(registry, store, key)
        await registry.close()
    }
}
