public import Kelisim

extension Application {
    /// A decision as it was recorded.
    public struct Decided: Sendable {
        /// The decision, its place and the standing that it led to.
        public let recorded: Answer.Recorded
        /// Whether it had been recorded before, under the same key.
        public let isRepeat: Bool
    }

    /// Who asks at the command line, so that its keys are its own.
    private static let caller = "command line"

    /// A new idempotency key.
    public static func newKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
    }

    /// Records a decision.
    ///
    /// - Parameters:
    ///   - request: what to record.
    ///   - key: the idempotency key: the same request under the same key is recorded once.
    /// - Returns: the decision.
    /// - Throws: ``Failure/refused(_:)`` when the rules forbid it, ``Failure/impossible(_:)`` when the
    ///   registry can't be used.
    public func decide(_ request: DecisionRequest, key: String) async throws(Failure) -> Decided {
        try await withRegistry(for: .deciding) { opened async throws(Failure) in
            let answer = try await opened.ask(about: request.subject) {
                registry async throws(RegistryError) in
                let mark = Idempotency(
                    key: key,
                    caller: Application.caller,
                    body: request.body,
                    salt: try await registry.secret(.idempotencySalt)
                )
                return try await registry.submit(.decisions([request], mark))
            }
            guard case .decisions(let decisions, let isRepeat) = answer, let first = decisions.first
            else { throw Application.unexpected(opened.database) }
            return Decided(recorded: first, isRepeat: isRepeat)
        }
    }

    /// A registry that answers something else than what it was asked.
    static func unexpected(_ database: String) -> Failure {
        .impossible([Finding(.registryDamaged, at: Place(database), ["reason": "?"])])
    }
}
