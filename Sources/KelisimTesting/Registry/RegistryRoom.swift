public import Kelisim
internal import KelisimLog
internal import Testing

/// A registry under test and its clock, and what the cases do with them.
public struct RegistryRoom: Sendable {
    /// The registry.
    public let registry: any Registry
    /// Its clock.
    public let clock: ManualClock

    /// When the clock starts: 2027-01-01T00:00:00Z.
    public static let morning = Instant(milliseconds: 1_798_761_600_000)
    /// A minute, in milliseconds.
    static let minute: Int64 = 60_000
    /// A day, in milliseconds.
    static let day: Int64 = 86_400_000

    /// Puts a registry and its clock together.
    public init(_ registry: any Registry, _ clock: ManualClock) {
        self.registry = registry
        self.clock = clock
    }

    /// Thrown when a case can't go on.
    struct Unexpected: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: - Publications

    /// A policy whose first edition is published now, and taken up.
    func published(
        _ slug: String = "privacy",
        _ terms: PublishedPolicy.Terms = .init()
    ) async throws -> PublishedPolicy {
        var policy = try PublishedPolicy(slug)
        try policy.publish(at: clock.now, terms)
        try await take(policy)
        return policy
    }

    /// Has every file of `policy` taken up.
    @discardableResult
    func take(_ policy: PublishedPolicy) async throws -> [Shelf.Item] {
        let answer = try await registry.submit(.publications(policy.files))
        guard case .publications(let items) = answer else {
            throw Unexpected(description: "\(answer)")
        }
        return items
    }

    // MARK: - Decisions

    /// A subject for tests.
    func subject(_ id: String) throws -> Subject { try Subject(id) }

    /// A request; by default `u-1` accepts edition 1 of `privacy` in Kazakh by a click.
    func request(
        _ act: Act = .accepted,
        _ method: DecisionMethod = .click,
        of subject: String = "u-1",
        policy: String = "privacy",
        edition: Int? = 1,
        language: String? = "kk",
        digest: Digest? = nil,
        actor: Actor? = nil,
        occurredAt: Instant? = nil,
        evidence: Evidence? = nil,
        context: DecisionContext = DecisionContext(),
        recordedBy: String? = nil
    ) throws -> DecisionRequest {
        guard let id = PolicyID(policy) else { throw Unexpected(description: policy) }
        return DecisionRequest(
            subject: try Subject(subject),
            act: act,
            method: method,
            target: .edition(id, edition, language.flatMap(Language.init), digest),
            actor: actor,
            occurredAt: occurredAt,
            evidence: evidence,
            context: context,
            recordedBy: recordedBy
        )
    }

    /// The mark of a request with the idempotency key `key` and the body `body`.
    func mark(_ key: String, body: String = "{}") async throws -> Idempotency {
        Idempotency(
            key: key,
            caller: "tests",
            body: Array(body.utf8),
            salt: try await registry.secret(.idempotencySalt)
        )
    }

    /// Records `requests` under `key`.
    func record(
        _ requests: [DecisionRequest],
        key: String,
        body: String = "{}"
    ) async throws -> (decisions: [Answer.Recorded], isRepeat: Bool) {
        let mark = try await mark(key, body: body)
        let answer = try await registry.submit(.decisions(requests, mark))
        guard case .decisions(let decisions, let isRepeat) = answer else {
            throw Unexpected(description: "\(answer)")
        }
        return (decisions, isRepeat)
    }

    /// Records one request under a key of its own, or under `key`.
    @discardableResult
    func decide(_ request: DecisionRequest, key: String? = nil) async throws -> Answer.Recorded {
        var generator = SystemRandomNumberGenerator()
        let fresh = "key-\(generator.next() as UInt64)"
        let (decisions, _) = try await record([request], key: key ?? fresh)
        guard let decision = decisions.first, decisions.count == 1 else {
            throw Unexpected(description: "\(decisions.count) decisions")
        }
        return decision
    }

    /// Why `request` is refused.
    func refusal(
        of request: DecisionRequest,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Refusal? {
        let before = try await registry.head()
        do {
            try await decide(request)
        } catch RegistryError.refused(let refusal) {
            #expect(try await registry.head() == before, sourceLocation: location)
            return refusal
        }
        return nil
    }

    // MARK: - Reading

    /// The standing of `subject` under `policy`, by default now and as known now.
    func standing(
        of subject: String = "u-1",
        under policy: String = "privacy",
        at instant: Instant? = nil,
        knownAt: Instant? = nil
    ) async throws -> Standing {
        guard let id = PolicyID(policy) else { throw Unexpected(description: policy) }
        let standing = Standing(
            of: try await registry.history(of: try Subject(subject)),
            under: id,
            on: try await registry.shelf(),
            at: instant ?? clock.now,
            within: Horizon(knownAt: knownAt ?? clock.now)
        )
        guard let standing else { throw Unexpected(description: "no standing under \(policy)") }
        return standing
    }

    /// Every row.
    func rows() async throws -> [Entry] {
        try await registry.entries(in: 0..<registry.head().size)
    }
}
