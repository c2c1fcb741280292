import Foundation
import GRDB
import GRDBSQLite
import Kelisim
import KelisimLog
import KelisimSQLite

/// A registry that grows, and what is measured of it.
struct Bench: Sendable {
    let registry: SQLiteRegistry
    private let path: String
    private let publication: Publication
    private let salt: Nonce

    init(path: String, _ publication: Publication) async throws {
        self.path = path
        self.publication = publication
        registry = try SQLiteRegistry(path: path)
        salt = try registry.secret(.idempotencySalt)
        _ = try await registry.submit(.publications([PublishedFile(publication)]))
    }

    private var count: Int { Int(registry.head().size) - 1 }

    private func decide(_ number: Int) async throws {
        let mark = Idempotency(
            key: "key-\(number)",
            caller: "site-1",
            body: Array("{\"subject\":\"\(Sample.subject(number))\"}".utf8),
            salt: salt
        )
        let request = try Sample.request(number, publication)
        _ = try await registry.submit(.decisions([request], mark))
    }

    /// Decisions a second, each on its own and durable when answered.
    func rate(callers: Int, decisions: Int) async throws -> Double {
        let first = count
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for number in stride(from: caller, to: decisions, by: callers) {
                        try await decide(first + number)
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(decisions) / start.duration(to: .now).seconds
    }

    /// Adds decisions until there are `size`.
    func grow(to size: Int) async throws {
        while count < size {
            _ = try await rate(callers: 512, decisions: min(size - count, 100_000))
        }
    }

    /// Look-ups a second of standing through the registry, by the time of one core.
    func lookups(_ number: Int) throws -> Double {
        let count = count
        let shelf = registry.shelf()
        let subjects = try (0..<number).map { try Subject(Sample.subject(($0 &* 7919) % count)) }
        return try Bench.best(number) {
            for subject in subjects {
                let now = Instant.now
                let standing = Standing(
                    of: try registry.history(of: subject),
                    under: publication.policy,
                    on: shelf,
                    at: now,
                    within: Horizon(knownAt: now)
                )
                guard standing?.state == .current else { fatalError("\(subject)") }
            }
        }
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The best of three rates at which `work` does `number` things, by the time that its thread has had
    /// of a core: what else the machine does makes no difference.
    private static func best(_ number: Int, _ work: () throws -> Void) rethrows -> Double {
        var best = 0.0
        for _ in 0..<3 {
            let start = threadSeconds()
            try work()
            best = max(best, Double(number) / (threadSeconds() - start))
        }
        return best
    }

    /// The same look-ups by SQLite alone, in a database that nobody else has open: index, row, bytes.
    static func bareQueries(_ number: Int, path: String) throws -> Double {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -16384") }
        let connection = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? connection.close() }
        return try connection.unsafeRead { database in
            let marks = try Int64.fetchAll(database, sql: "SELECT mark FROM held")
            let statement = try database.makeStatement(
                sql: """
                    SELECT position, body FROM held CROSS JOIN entry USING (position)
                    WHERE mark = ?1 ORDER BY position
                    """
            )
            let pointer = statement.sqliteStatement
            return best(number) {
                for place in 0..<number {
                    sqlite3_bind_int64(pointer, 1, marks[(place &* 7919) % marks.count])
                    var bytes = 0
                    while sqlite3_step(pointer) == SQLITE_ROW {
                        bytes += Int(sqlite3_column_bytes(pointer, 1))
                        bytes += sqlite3_column_blob(pointer, 1) == nil ? 0 : 1
                    }
                    guard bytes > 0 else { fatalError("nothing found") }
                    sqlite3_reset(pointer)
                }
            }
        }
    }

    /// The bytes on disk of database and log, for each decision.
    func bytesPerDecision(log: String, key: String) async throws -> (Double, String) {
        let publisher = LogPublisher(
            registry: registry,
            store: LogFolder(path: log),
            key: try LogKey(path: key, origin: "kelisim.example/registry")
        )
        try await publisher.publish()
        let copy = "\(path).copy"
        try await registry.backup(to: copy)
        let parts = [("database", Bench.size(copy)), ("log", Bench.size(log))]
        let sum = parts.reduce(0) { $0 + $1.1 }
        let words = parts.map { String(format: "%@ %.0f", $0.0, Double($0.1) / Double(count)) }
        return (Double(sum) / Double(count), words.joined(separator: ", "))
    }

    private static func size(_ path: String) -> Int {
        var paths = [path]
        if let names = FileManager.default.enumerator(atPath: path) {
            for case let name as String in names { paths.append("\(path)/\(name)") }
        }
        return paths.reduce(0) { sum, path in
            var status = stat()
            guard lstat(path, &status) == 0 else { return sum }
            return sum + Int(status.st_blocks) * 512
        }
    }
}
