public import Kelisim

extension Application {
    /// Places a legal hold on a subject, or changes its reason: as long as it is on, erasure is refused.
    ///
    /// - Parameters:
    ///   - id: the subject.
    ///   - reason: why.
    /// - Returns: the reason that holds now.
    /// - Throws: ``Failure``.
    public func hold(_ id: String, reason: String) async throws(Failure) -> String? {
        let subject = try subject(id)
        return try await hold(subject, .hold(subject, reason: reason))
    }

    /// Releases the legal hold on a subject, if one is on.
    ///
    /// - Parameters:
    ///   - id: the subject.
    ///   - reason: why.
    /// - Returns: nil.
    /// - Throws: ``Failure``.
    public func release(_ id: String, reason: String) async throws(Failure) -> String? {
        let subject = try subject(id)
        return try await hold(subject, .release(subject, reason: reason))
    }

    private func hold(
        _ subject: Subject,
        _ submission: Submission
    ) async throws(Failure) -> String? {
        try await withRegistry(for: .keeping) { opened async throws(Failure) in
            let answer = try await opened.ask(about: subject) {
                registry async throws(RegistryError) in
                try await registry.submit(submission)
            }
            guard case .hold(let reason) = answer else {
                throw Application.unexpected(opened.database)
            }
            return reason
        }
    }

    /// What an erasure came to.
    public struct Erased: Sendable {
        /// How many records were destroyed.
        public let records: Int
        /// What remains.
        public let retained: [ErasureDocument.Retained]
    }

    /// Destroys everything that is held of a subject.
    ///
    /// - Parameters:
    ///   - id: the subject.
    ///   - ground: on what ground; it stays, so it must not say whose records they were.
    /// - Returns: what was destroyed and what remains.
    /// - Throws: ``Failure/refused(_:)`` when the subject is on legal hold, which is recorded.
    public func erase(_ id: String, ground: String) async throws(Failure) -> Erased {
        let subject = try subject(id)
        let outcome = try await withRegistry(for: .keeping) {
            opened async throws(Failure) -> Result<Erased, Failure> in
            let (answer, isGuardian) = try await opened.ask(about: subject) {
                registry async throws(RegistryError) in
                let guardianships = try await registry.guardianships(by: subject)
                let answer = try await registry.submit(.erasure(subject, ground: ground))
                return (answer, !guardianships.isEmpty)
            }
            switch answer {
            case .erased(let indices):
                let retained = ErasureDocument.Retained.after(
                    erasing: indices.count,
                    isGuardian: isGuardian
                )
                return .success(Erased(records: indices.count, retained: retained))
            case .erasureRefused(let reason):
                // Not thrown, since the refusal is a row of the log, which is published like any other.
                let finding = Refusal.subjectOnHold(reason).finding(at: Place(subject.id))
                return .failure(.refused([finding]))
            default: throw Application.unexpected(opened.database)
            }
        }
        return try outcome.get()
    }
}
