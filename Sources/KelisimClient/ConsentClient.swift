public import AsyncHTTPClient
internal import Foundation
public import Kelisim
public import KelisimLog
internal import NIOCore
internal import NIOHTTP1

/// Asks a Kelisim service, as a backend does.
///
/// Decisions get an idempotency key of their own, and what failed on the way is asked again, so that a decision
/// is recorded once however bad the network is. How to use the answers: keep a standing until `validUntil`,
/// five minutes at most; let through while `allowed`; ask when `required`; never block log-out, export and
/// withdrawal.
public struct ConsentClient: Sendable {
    /// For how long an answer is waited for, each time.
    public var patience = Duration.seconds(10)
    /// How often a request is made at most before it counts as failed.
    public var attempts = 4

    private let address: String
    private let key: String
    private let client: HTTPClient

    /// How much is taken for an answer, in bytes.
    private static let limit = 16 << 20

    /// A client of the service at `address`.
    ///
    /// - Parameters:
    ///   - address: such as `https://consent.example.kz`.
    ///   - key: the secret of an API key.
    ///   - client: what speaks HTTP.
    public init(at address: String, key: String, client: HTTPClient = .shared) {
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.key = key
        self.client = client
    }

    /// What `subject` has agreed to under `policy`, and whether that is enough.
    ///
    /// - Parameters:
    ///   - subject: the subject.
    ///   - policy: the policy.
    ///   - instant: for when; nil for now.
    ///   - knownAt: as known when; nil for now.
    /// - Returns: the standing.
    /// - Throws: ``ClientError``.
    public func standing(
        of subject: Subject,
        under policy: PolicyID,
        at instant: Instant? = nil,
        knownAt: Instant? = nil
    ) async throws(ClientError) -> Standing {
        let times = [instant.map { "at=\($0)" }, knownAt.map { "knownAt=\($0)" }]
        let query = times.compactMap(\.self).joined(separator: "&")
        let path = "/v1/subjects/\(subject)/standing/\(policy)"
        return try await ask(.GET, query.isEmpty ? path : "\(path)?\(query)")
    }

    private struct Subjects: Encodable {
        let policy: PolicyID
        let subjects: [Subject]
    }

    private struct Standings: Decodable {
        let standings: [Standing]
    }

    /// The standings of `subjects`, a thousand at most, in the order asked.
    ///
    /// - Throws: ``ClientError``.
    public func standings(
        of subjects: [Subject],
        under policy: PolicyID
    ) async throws(ClientError) -> [Standing] {
        let body = JSONText.make(Subjects(policy: policy, subjects: subjects), isPretty: false)
        let answer: Standings = try await ask(.POST, "/v1/standings", Array(body.utf8))
        return answer.standings
    }

    /// Takes out what is about to be shown, so that exactly this is what gets recorded.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - language: the language of the text.
    ///   - edition: the edition; nil for the one in force.
    /// - Returns: the text as HTML, and the token for ``NewDecision``.
    /// - Throws: ``ClientError``.
    public func presentation(
        of policy: PolicyID,
        in language: Language,
        edition: Int? = nil
    ) async throws(ClientError) -> ShownText {
        let body = ShownText.Request(policy: policy, language: language, edition: edition)
        let bytes = Array(JSONText.make(body, isPretty: false).utf8)
        return try await ask(.POST, "/v1/presentations", bytes)
    }

    /// Records a decision, once.
    ///
    /// - Parameters:
    ///   - decision: what was decided.
    ///   - key: the idempotency key; keep it where a process may end before it has the answer, and give
    ///     the same one with the same decision afterwards.
    /// - Returns: the decision, durable.
    /// - Throws: ``ClientError``; after ``ClientError/unavailable(_:)`` nobody knows whether it was recorded,
    ///   until it is sent again under the same key.
    public func decide(
        _ decision: NewDecision,
        key: String = ConsentClient.newKey()
    ) async throws(ClientError) -> RecordedDecision {
        let bytes = Array(JSONText.make(decision, isPretty: false).utf8)
        return try await ask(.POST, "/v1/decisions", bytes, idempotencyKey: key)
    }

    /// The receipt of the decision named `id`, for ``verify(receipt:by:text:)``.
    ///
    /// - Throws: ``ClientError``.
    public func receipt(of id: DecisionID) async throws(ClientError) -> [UInt8] {
        try await bytes(.GET, "/v1/decisions/\(id)/receipt")
    }

    /// Checks a receipt without asking anybody.
    ///
    /// - Parameters:
    ///   - receipt: the bytes of a receipt.
    ///   - key: the public key of the log, known beforehand.
    ///   - text: gives the bytes of a published text, where they are at hand.
    /// - Returns: whether every link of the proof holds.
    public static func verify(
        receipt: [UInt8],
        by key: VerifierKey,
        text: @escaping @Sendable (PolicyID, Int, Language) -> [UInt8]? = { _, _, _ in nil }
    ) -> ReceiptCheck.Verdict {
        ReceiptCheck(key: key, text: text).verdict(on: receipt)
    }

    /// A new idempotency key.
    public static func newKey() -> String { UUID().uuidString.lowercased() }

    // MARK: - Asking

    private func ask<Answer: Decodable>(
        _ method: HTTPMethod,
        _ path: String,
        _ body: [UInt8]? = nil,
        idempotencyKey: String? = nil
    ) async throws(ClientError) -> Answer {
        let bytes = try await bytes(method, path, body, idempotencyKey: idempotencyKey)
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(bytes))
        } catch {
            throw .unreadable
        }
    }

    /// The bytes of the answer; asked again, after a while, when that may help.
    private func bytes(
        _ method: HTTPMethod,
        _ path: String,
        _ body: [UInt8]? = nil,
        idempotencyKey: String? = nil
    ) async throws(ClientError) -> [UInt8] {
        var request = HTTPClientRequest(url: address + path)
        request.method = method
        request.headers.add(name: "Authorization", value: "Bearer \(key)")
        if let idempotencyKey {
            request.headers.add(name: "Idempotency-Key", value: idempotencyKey)
        }
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(body)
        }
        var attempt = 1
        while true {
            let outcome = await outcome(of: request)
            if case .answered(let bytes) = outcome { return bytes }
            guard attempt < attempts, let wait = outcome.wait(after: attempt) else {
                throw outcome.error
            }
            attempt += 1
            do { try await Task.sleep(for: wait) } catch { throw outcome.error }
        }
    }

    /// What came of one attempt.
    private enum Outcome {
        case answered([UInt8])
        case refused(ClientError, retryAfter: Int?)
        case lost(String)

        var error: ClientError {
            switch self {
            case .answered: .unreadable
            case .refused(let error, _): error
            case .lost(let reason): .unavailable(reason)
            }
        }

        /// How long to wait before the next attempt; nil when it would be of no use.
        func wait(after attempt: Int) -> Duration? {
            // Not all at once, where many lost the same server.
            let backoff = Duration.milliseconds((50 << min(attempt, 6)) + Int.random(in: 0..<50))
            switch self {
            case .answered: return nil
            case .lost: return backoff
            case .refused(_, let seconds): return seconds.map { max(.seconds($0), backoff) }
            }
        }
    }

    private func outcome(of request: HTTPClientRequest) async -> Outcome {
        do {
            let timeout = TimeAmount.nanoseconds(Int64(patience / Duration.nanoseconds(1)))
            let response = try await client.execute(request, timeout: timeout)
            let bytes = Array(buffer: try await response.body.collect(upTo: ConsentClient.limit))
            guard response.status.code >= 400 else { return .answered(bytes) }
            let canRepeat = [429, 502, 503, 504].contains(response.status.code)
            let seconds = response.headers.first(name: "Retry-After").flatMap { Int($0) } ?? 1
            return .refused(
                ClientError(status: Int(response.status.code), body: bytes),
                retryAfter: canRepeat ? min(seconds, 30) : nil
            )
        } catch {
            return .lost("\(error)")
        }
    }
}
