public import Kelisim
package import KelisimLog
internal import KelisimText
package import Testing

/// A registry under test and its clock, and what tests do with them.
public struct RegistryRoom: Sendable {
    /// When the clock starts: 2027-01-01T00:00:00Z, five in the morning in Almaty.
    public static let morning = Instant(milliseconds: 1_798_761_600_000)

    /// The registry.
    public let registry: any Registry
    /// Its clock.
    public let clock: ManualClock

    /// Puts a registry and its clock together.
    public init(_ registry: any Registry, _ clock: ManualClock) {
        self.registry = registry
        self.clock = clock
    }

    /// Thrown when a test can't go on.
    struct Unexpected: Error, CustomStringConvertible {
        let description: String

        init(_ answer: Any) {
            description = "unexpected: \(answer)"
        }
    }

    // MARK: - Time

    /// What the clock shows.
    package var now: Instant { clock.now }

    /// Lets time pass.
    package func wait(days: Int = 0, minutes: Int = 0) {
        clock.advance(by: Int64(days * 1440 + minutes) * 60_000)
    }

    /// The instant so far from now.
    package func later(days: Int = 0, minutes: Int = 0) -> Instant {
        Instant(milliseconds: now.milliseconds + Int64(days * 1440 + minutes) * 60_000)
    }

    // MARK: - Publications

    /// A policy whose first edition is published now, and taken up.
    package func published(
        _ slug: String = "privacy",
        _ terms: PublishedPolicy.Terms = .init()
    ) async throws -> PublishedPolicy {
        var policy = try PublishedPolicy(slug)
        try policy.publish(at: now, terms)
        try await take(policy)
        return policy
    }

    /// Has every file of `policy` taken up.
    @discardableResult
    package func take(_ policy: PublishedPolicy) async throws -> [Shelf.Item] {
        let answer = try await registry.submit(.publications(policy.files))
        guard case .publications(let items) = answer else { throw Unexpected(answer) }
        return items
    }

    /// What is about to be shown, now.
    package func show(
        _ policy: PublishedPolicy,
        edition: Int = 1,
        language: String = "kk"
    ) throws -> Presentation {
        let publication = policy.publications[edition - 1]
        guard let text = publication.texts.first(where: { $0.language.tag == language }) else {
            throw Unexpected(language)
        }
        return Presentation(
            policy: policy.id,
            edition: edition,
            language: text.language,
            textDigest: text.digest,
            htmlDigest: Digest(of: Array("served \(edition) \(language)".utf8)),
            issuedAt: now
        )
    }

    // MARK: - Decisions

    /// A request; by default `u-1` accepts edition 1 of `privacy` in Kazakh by a click.
    package func request(
        _ act: Act = .accepted,
        _ method: DecisionMethod = .click,
        of subject: String = "u-1",
        policy: String = "privacy",
        edition: Int? = 1,
        language: String? = "kk",
        digest: Digest? = nil,
        shown: Presentation? = nil,
        by actor: Actor? = nil,
        at occurredAt: Instant? = nil,
        evidence: Evidence? = nil,
        context: DecisionContext = DecisionContext(),
        recordedBy: String? = nil
    ) throws -> DecisionRequest {
        guard let id = PolicyID(policy) else { throw Unexpected(policy) }
        let named = DecisionRequest.Target.edition(
            id,
            edition,
            language.flatMap(Language.init),
            digest
        )
        return DecisionRequest(
            subject: try Subject(subject),
            act: act,
            method: method,
            target: shown.map(DecisionRequest.Target.presentation) ?? named,
            actor: actor,
            occurredAt: occurredAt,
            evidence: evidence,
            context: context,
            recordedBy: recordedBy
        )
    }

    /// The mark of a request with the idempotency key `key` and the body `body`.
    package func mark(_ key: String, body: String = "{}") async throws -> Idempotency {
        Idempotency(
            key: key,
            caller: "tests",
            body: Array(body.utf8),
            salt: try await registry.secret(.idempotencySalt)
        )
    }

    /// Records `requests` under `key`.
    package func record(
        _ requests: [DecisionRequest],
        key: String,
        body: String = "{}"
    ) async throws -> (decisions: [Answer.Recorded], isRepeat: Bool) {
        let mark = try await mark(key, body: body)
        let answer = try await registry.submit(.decisions(requests, mark))
        guard case .decisions(let decisions, let isRepeat) = answer else {
            throw Unexpected(answer)
        }
        guard decisions.count == requests.count else { throw Unexpected(decisions) }
        return (decisions, isRepeat)
    }

    /// Records one request under a key of its own.
    @discardableResult
    package func decide(_ request: DecisionRequest) async throws -> Answer.Recorded {
        try await record([request], key: "\(UInt64.random(in: 0 ... .max))").decisions[0]
    }

    /// Records one request, made as ``request(_:_:of:policy:edition:language:)`` makes it.
    @discardableResult
    package func decide(
        _ act: Act = .accepted,
        _ method: DecisionMethod = .click,
        of subject: String = "u-1",
        edition: Int? = 1,
        by actor: Actor? = nil,
        at occurredAt: Instant? = nil
    ) async throws -> Answer.Recorded {
        try await decide(
            request(act, method, of: subject, edition: edition, by: actor, at: occurredAt)
        )
    }

    /// Why `request` is refused, which must change nothing; nil when it is not.
    package func refusal(
        of request: DecisionRequest,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Refusal? {
        let mark = try await mark("\(UInt64.random(in: 0 ... .max))")
        return try await refusal(of: .decisions([request], mark), at: location)
    }

    /// Why `submission` is refused, which must change nothing; nil when it is not.
    package func refusal(
        of submission: Submission,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Refusal? {
        let before = try await registry.head()
        do throws(RegistryError) {
            _ = try await registry.submit(submission)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            #expect(try await registry.head() == before, sourceLocation: location)
            return refusal
        }
        return nil
    }

    // MARK: - Guardianships, holds and erasure

    /// The guardianship `gs-1` of `g-1` for `u-1`, who becomes 14 years old on 2030-06-15.
    package func guardianship(
        _ id: String = "gs-1",
        guardian: String = "g-1",
        ward: String = "u-1",
        basis: Guardianship.Basis = .parent,
        from: Instant? = nil,
        until: Instant? = nil,
        reaches days: [Int: String] = [14: "2030-06-15", 18: "2034-06-15"],
        evidence: String? = "archive 7/12",
        verifiedBy: String? = "school 12"
    ) throws -> Guardianship {
        guard let id = GuardianshipID(id) else { throw Unexpected(id) }
        return Guardianship(
            id: id,
            guardian: try Subject(guardian),
            ward: try Subject(ward),
            basis: basis,
            from: from ?? now,
            until: until,
            wardReaches: days.compactMapValues { LocalDate(iso: $0) },
            evidence: evidence,
            verifiedBy: verifiedBy
        )
    }

    /// Registers `guardianship`, and gives the actor who acts under it.
    @discardableResult
    package func register(_ guardianship: Guardianship) async throws -> Actor {
        let answer = try await registry.submit(.guardianship(guardianship))
        guard case .guardianship(guardianship, _) = answer else { throw Unexpected(answer) }
        return Actor(id: guardianship.guardian, guardianship: guardianship.id)
    }

    /// Erases `subject`, and gives the erased indices.
    @discardableResult
    package func erase(_ subject: String = "u-1") async throws -> [UInt64] {
        let answer = try await registry.submit(
            .erasure(try Subject(subject), ground: "asked on 2027-02-03")
        )
        guard case .erased(let indices) = answer else { throw Unexpected(answer) }
        return indices
    }

    // MARK: - Reading

    /// The standing of `subject` under `policy`, by default now and as known now.
    package func standing(
        of subject: String = "u-1",
        under policy: String = "privacy",
        at instant: Instant? = nil,
        knownAt: Instant? = nil
    ) async throws -> Standing {
        guard let id = PolicyID(policy) else { throw Unexpected(policy) }
        let standing = Standing(
            of: try await registry.history(of: try Subject(subject)),
            under: id,
            on: try await registry.shelf(),
            at: instant ?? now,
            within: Horizon(knownAt: knownAt ?? now)
        )
        guard let standing else { throw Unexpected("no standing under \(policy)") }
        return standing
    }

    /// The state of `subject` under `privacy`, by default now.
    package func state(
        of subject: String = "u-1",
        at instant: Instant? = nil
    ) async throws -> Standing.State {
        try await standing(of: subject, at: instant).state
    }

    /// Every row.
    package func rows() async throws -> [Entry] {
        try await registry.entries(in: 0..<registry.head().size)
    }
}
