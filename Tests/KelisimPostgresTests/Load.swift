import Kelisim
import KelisimLog
import KelisimPostgres
import KelisimTesting
import Synchronization
import Testing

/// Callers who record decisions one after the other, and send again what was not answered.
final class Load: Sendable {
    private struct State {
        var answered: [String: Answer.Recorded] = [:]
        var unavailable = 0
        var isOver = false
    }

    private let rooms: [RegistryRoom]
    private let name: String
    private let state = Mutex(State())

    /// A load on `registries`, in which a policy was published.
    init(_ name: String = "load", on registries: [PostgresRegistry]) {
        self.name = name
        rooms = registries.map { RegistryRoom($0, ManualClock(.now)) }
    }

    /// What was answered, by key.
    var answered: [String: Answer.Recorded] { state.withLock { $0.answered } }

    /// How often the registry was not available.
    var unavailable: Int { state.withLock { $0.unavailable } }

    /// Lets the callers finish what they have begun.
    func stop() {
        state.withLock { $0.isOver = true }
    }

    /// Has `callers` record until ``stop()``, or `count` decisions each.
    func run(callers: Int, count: Int = .max) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask { [self] in
                    var number = 0
                    while number < count, !state.withLock({ $0.isOver }) {
                        try await record("\(name)-\(caller)-\(number)", rooms[caller % rooms.count])
                        number += 1
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Waits until `count` more decisions are answered.
    func waitForAnswers(_ count: Int, within limit: Duration = .seconds(60)) async throws {
        let (goal, end) = (answered.count + count, ContinuousClock.now + limit)
        while answered.count < goal {
            try #require(ContinuousClock.now < end, "\(answered.count) of \(goal) were answered")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Waits until somebody could not be answered.
    func waitForTrouble() async throws {
        let (before, end) = (unavailable, ContinuousClock.now + .seconds(60))
        while unavailable == before {
            try #require(ContinuousClock.now < end, "nobody noticed")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func record(_ key: String, _ room: RegistryRoom) async throws {
        let subject = "u-\(key.hashValue.magnitude % 50)"
        let act: Act = key.hasSuffix("7") ? .withdrawn : .accepted
        let request = try room.request(act, of: subject)
        while true {
            do {
                let (decisions, _) = try await room.record([request], key: key, body: key)
                state.withLock { $0.answered[key] = decisions[0] }
                return
            } catch RegistryError.unavailable, RegistryError.busy {
                state.withLock { $0.unavailable += 1 }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}

/// What must be true of a registry, whatever happened to its servers and processes.
func judge(_ registry: PostgresRegistry, after loads: [Load]) async throws {
    let head = try await registry.head()
    let rows = try await registry.entries(in: 0..<head.size)
    #expect(rows.map(\.index) == Array(0..<head.size))
    var frontier = MerkleFrontier()
    for row in rows { frontier.append(leafHash: row.leafHash) }
    #expect(frontier == head.frontier)
    var keys: Set<[UInt8]> = []
    var last = Instant(milliseconds: .min)
    for row in rows {
        let record = try #require(row.record)
        #expect(record.recordedAt >= last)
        last = record.recordedAt
        guard case .decision(let decision) = record else { continue }
        #expect(keys.insert(decision.idempotency.key).inserted)
    }
    for load in loads {
        for (key, recorded) in load.answered {
            try #require(recorded.index < head.size, "\(key) is lost")
            let row = rows[Int(recorded.index)]
            #expect(row.leafHash == recorded.leafHash)
            #expect(row.record == .decision(recorded.decision))
        }
    }
}
