import Foundation
import Kelisim
import KelisimLog
import KelisimPostgres
import KelisimSQLite

/// A process that records decisions as fast as it can and tells each that it was answered, for tests that
/// kill it.
///
/// Standard output has a line for each answer, written in one piece after it came:
/// `ack KEY ID INDEX LEAFHASH`. Keys go on from `--from`, so that a test can send again what was not
/// answered.
@main
struct RegistryWriter {
    static func main() async throws {
        let options = Arguments(CommandLine.arguments.dropFirst())
        let nothing: Failpoint.Hook = { _ in }
        let hook = options["failpoint"].flatMap(Failpoint.killing) ?? nothing
        let (registry, store) = try await open(options, hook)
        let key = try LogKey(path: options.required("key"), origin: "example.kz/registry")
        let publisher = LogPublisher(registry: registry, store: store, key: key, failpoint: hook)
        let files = try Repository.read(options.required("policies")).policies
            .flatMap(\.publishedFiles)
        guard let first = files.first else { exit(64) }
        _ = try await registry.submit(.publications(files))
        let writer = Writer(registry, first.policy, plant: options["plant"])
        let salt = try await registry.secret(.idempotencySalt)
        let start = Int(options["from"] ?? "0") ?? 0
        let count = Int(options["count"] ?? "") ?? .max
        await withTaskGroup { group in
            let callers = Int(options["callers"] ?? "") ?? 32
            for caller in 0..<callers {
                group.addTask {
                    var number = start + caller
                    while number - start < count {
                        await writer.record(number, salt)
                        number += callers
                    }
                }
            }
            group.addTask {
                while !Task.isCancelled {
                    do {
                        try await publisher.publish()
                    } catch {
                        say("trouble \(error)")
                        // What can't be stored now may be later; anything else ends the process.
                        guard case LogTrouble.registry = error else { exit(3) }
                    }
                    try? await Task.sleep(for: .milliseconds(20))
                }
            }
            for _ in 0..<callers { await group.next() }
            group.cancelAll()
        }
        try await publisher.publish()
        await registry.close()
    }

    private static func open(
        _ arguments: Arguments,
        _ hook: @escaping Failpoint.Hook
    ) async throws -> (any Registry, any LogStore) {
        let database = arguments.required("database")
        if database.hasPrefix("postgresql:") {
            var options = PostgresRegistry.Options()
            options.pass = hook
            let registry = try await PostgresRegistry(database, options: options)
            return (registry, registry.log)
        }
        var options = SQLiteRegistry.Options()
        options.failpoint = hook
        let registry = try SQLiteRegistry(path: database, options: options)
        return (registry, LogFolder(path: arguments.required("log"), failpoint: hook))
    }
}

/// Records decisions and tells of them.
struct Writer: Sendable {
    let registry: any Registry
    let policy: PolicyID
    /// A mistake made on purpose, which the tests must find.
    let plant: String?

    init(_ registry: any Registry, _ policy: PolicyID, plant: String?) {
        self.registry = registry
        self.policy = policy
        self.plant = plant
    }

    /// Records the decision `number`, again and again until it is answered.
    func record(_ number: Int, _ salt: Nonce) async {
        guard let subject = try? Subject("u-\(number % 500)"), let language = Language("kk") else {
            return
        }
        let request = DecisionRequest(
            subject: subject,
            act: number.isMultiple(of: 7) ? .withdrawn : .accepted,
            method: .click,
            target: .edition(policy, 1, language, nil)
        )
        let key = "k-\(number)"
        let mark = Idempotency(key: key, caller: "writer", body: Array(key.utf8), salt: salt)
        if plant == "early" { say("ack \(key) unknown 0 unknown") }
        while true {
            do {
                let answer = try await registry.submit(.decisions([request], mark))
                guard plant != "early" else { return }
                guard case .decisions(let decisions, _) = answer, let decision = decisions.first
                else { return say("odd \(key) \(answer)") }
                return say(
                    "ack \(key) \(decision.decision.id) \(decision.index) \(decision.leafHash.hex)"
                )
            } catch .refused(let refusal) {
                return say("refused \(key) \(refusal.code)")
            } catch {
                say("error \(key) \(error)")
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}

/// Writes `line` in one piece.
func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

/// Options of the form `--name value`.
struct Arguments {
    private var values: [String: String] = [:]

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst(), let value = rest.popFirst() {
            values[String(name.dropFirst(2))] = value
        }
    }

    subscript(name: String) -> String? { values[name] }

    func required(_ name: String) -> String {
        guard let value = values[name] else {
            say("missing --\(name)")
            exit(64)
        }
        return value
    }
}
