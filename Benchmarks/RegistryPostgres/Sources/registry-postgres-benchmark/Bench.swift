import Kelisim
import KelisimLog
import KelisimPostgres

/// A registry that grows, and what is measured of it.
struct Bench {
    let registry: PostgresRegistry
    private let publication: Publication
    private let salt: Nonce

    init(_ address: String, _ publication: Publication) async throws {
        self.publication = publication
        registry = try await PostgresRegistry(address)
        salt = try await registry.secret(.idempotencySalt)
        _ = try await registry.submit(.publications([PublishedFile(publication)]))
    }

    /// How many decisions there are.
    func count() async throws -> Int { Int(try await registry.head().size) - 1 }

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
        let first = try await count()
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
        while try await count() < size {
            _ = try await rate(callers: 512, decisions: min(size - count(), 100_000))
        }
    }

    /// Look-ups of standing a second, by `callers` at the same time.
    func lookups(_ number: Int, callers: Int) async throws -> Double {
        let count = try await count()
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for place in stride(from: caller, to: number, by: callers) {
                        let subject = try Subject(Sample.subject((place &* 7919) % count))
                        let now = Instant.now
                        let standing = Standing(
                            of: try await registry.history(of: subject),
                            under: publication.policy,
                            on: try await registry.shelf(),
                            at: now,
                            within: Horizon(knownAt: now)
                        )
                        guard standing?.state == .current else { fatalError("\(subject)") }
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(number) / start.duration(to: .now).seconds
    }
}
