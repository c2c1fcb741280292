public import Kelisim

extension Application {
    /// What a subject has agreed to under a policy, and whether that is enough.
    ///
    /// - Parameters:
    ///   - id: the subject.
    ///   - policy: the policy.
    ///   - instant: for when; nil for now.
    ///   - knownAt: as known when; nil for now.
    /// - Returns: the standing.
    /// - Throws: ``Failure``, among them that there is no such policy.
    public func standing(
        of id: String,
        under policy: PolicyID,
        at instant: Instant? = nil,
        knownAt: Instant? = nil
    ) async throws(Failure) -> Standing {
        let subject = try subject(id)
        return try await withRegistry(for: .reading) { opened async throws(Failure) in
            try await opened.ask(about: subject) { registry async throws(RegistryError) in
                let standing = Standing(
                    of: try await registry.history(of: subject),
                    under: policy,
                    on: opened.shelf,
                    at: instant ?? opened.now,
                    within: Horizon(knownAt: knownAt ?? opened.now)
                )
                guard let standing else { throw .refused(.unknownPolicy(policy)) }
                return standing
            }
        }
    }

    /// Every decision of a subject, the oldest first.
    public func history(of id: String) async throws(Failure) -> HistoryPage {
        let subject = try subject(id)
        return try await withRegistry(for: .reading) { opened async throws(Failure) in
            try await opened.ask(about: subject) { registry async throws(RegistryError) in
                try await registry.decisions(of: subject, limit: .max)
            }
        }
    }

    /// Everything that is held of a subject, with the texts agreed to as the policy repository has them.
    public func export(of id: String) async throws(Failure) -> SubjectExport {
        let subject = try subject(id)
        return try await withRegistry(for: .reading) { opened async throws(Failure) in
            try await opened.ask(about: subject) { registry async throws(RegistryError) in
                try await registry.export(of: subject, at: opened.now) {
                    opened.repository?.text(digest: $0)
                }
            }
        }
    }
}
