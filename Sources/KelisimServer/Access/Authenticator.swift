internal import HTTPTypes
internal import Kelisim
internal import KelisimLog
internal import Synchronization

/// Tells who makes a call and whether they may.
///
/// What it answers never depends on whom the call is about.
struct Authenticator: Sendable {
    private let keys: any AccessKeys
    private let tokens: SubjectTokens?
    private let clock: @Sendable () -> Instant
    private let uses = KeyUses()

    init(
        keys: any AccessKeys,
        tokens: SubjectTokens?,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.keys = keys
        self.tokens = tokens
        self.clock = clock
    }

    /// Who makes a call with `headers`.
    ///
    /// - Throws: ``Problem``: `unauthenticated` without a good key or token, `forbidden` when it may not
    ///   make a call with `access`, `unavailable` when that can't be found out.
    func caller(
        _ headers: HTTPFields,
        for access: Endpoint.Access
    ) async throws(Problem) -> Caller? {
        guard let scope = access.scope else { return nil }
        guard let text = Authenticator.bearer(headers) else { throw .unauthenticated }
        if let secret = AccessSecret(text) {
            let key: AccessKey?
            do throws(RegistryError) {
                key = try await keys.accessKey(digest: secret.digest)
            } catch {
                throw Problem(error)
            }
            guard let key, key.revokedAt == nil else { throw .unauthenticated }
            uses.note(key.id, at: clock())
            guard key.scopes.contains(scope) else { throw Problem(.forbidden) }
            return .key(key)
        }
        guard let tokens, let holder = await tokens.subject(of: text, at: clock()) else {
            throw .unauthenticated
        }
        guard case .subject = access else { throw Problem(.forbidden) }
        return .subject(holder.subject, signedBy: holder.key)
    }

    /// Records when keys were used last, as far as that is not recorded yet.
    func recordUses() async {
        let taken = uses.take()
        guard !taken.isEmpty else { return }
        do throws(RegistryError) {
            try await keys.noteUse(of: taken)
        } catch {
            uses.putBack(taken)
        }
    }

    private static func bearer(_ headers: HTTPFields) -> String? {
        guard let value = headers[.authorization] else { return nil }
        // Nearly everybody writes it so.
        guard value.hasPrefix("Bearer ") || value.prefix(7).lowercased() == "bearer "
        else { return nil }
        return String(value.dropFirst(7))
    }
}

extension Problem {
    /// There is no good key or token.
    fileprivate static var unauthenticated: Problem {
        var problem = Problem(FindingCode.unauthenticated)
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }
}

/// When keys were used last, to the minute, until that is recorded.
private final class KeyUses: Sendable {
    private let times = Mutex<[String: Instant]>([:])

    func note(_ key: String, at instant: Instant) {
        let minute = Instant(milliseconds: instant.milliseconds / 60_000 * 60_000)
        times.withLock { times in
            if times[key].map({ $0 < minute }) ?? true { times[key] = minute }
        }
    }

    func take() -> [String: Instant] {
        times.withLock { times in
            defer { times = [:] }
            return times
        }
    }

    func putBack(_ taken: [String: Instant]) {
        times.withLock { $0.merge(taken) { max($0, $1) } }
    }
}
