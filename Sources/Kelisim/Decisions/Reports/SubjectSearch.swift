/// Looks for the subjects with a standing: whom to ask or tell.
public struct SubjectSearch: Sendable {
    /// Subjects that were found, and where the next ones begin.
    public struct Page: Encodable, Sendable {
        /// The subjects, in the order of the registry.
        public let subjects: [Subject]
        /// What to pass on for the subjects behind these; nil when all were looked at.
        public let next: Subject?

        private struct Body: Encodable {
            let subjects: [String]
            let next: OrNull<String>
        }

        /// `{"subjects": […], "next"}`.
        public func encode(to encoder: any Encoder) throws {
            try Body(subjects: subjects.map(\.id), next: OrNull(next?.id)).encode(to: encoder)
        }
    }

    private let question: PolicyQuestion
    private let registry: any Registry
    private let state: Standing.State
    private let edition: Int?

    /// Prepares a search among the subjects that the registry has heard of.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - state: the state to look for.
    ///   - edition: the edition that the state is about: the one required or, where nothing is, the one
    ///     accepted; nil for any. One that is upcoming at `instant` is looked at from when it is in force.
    ///   - registry: the registry.
    ///   - instant: for when the standings hold.
    ///   - knownAt: as known when.
    /// - Throws: ``RegistryError``, among them that there is no such policy or edition.
    public init(
        of policy: PolicyID,
        state: Standing.State,
        edition: Int? = nil,
        in registry: any Registry,
        at instant: Instant,
        knownAt: Instant
    ) async throws(RegistryError) {
        let horizon = Horizon(knownAt: knownAt)
        guard let shelved = try await registry.shelf().policy(policy, within: horizon) else {
            throw .refused(.unknownPolicy(policy))
        }
        var time = instant
        if let edition {
            guard let known = shelved.edition(edition),
                shelved.timeline.state(of: edition, at: instant) != .draft
            else { throw .refused(.unknownEdition(policy, edition)) }
            if shelved.timeline.state(of: edition, at: instant) == .upcoming {
                time = known.publication.effectiveAt
            }
        }
        question = PolicyQuestion(policy: shelved, instant: time, horizon: horizon)
        self.registry = registry
        self.state = state
        self.edition = edition
    }

    /// The subjects behind `last` that fit, at most `limit`.
    ///
    /// - Parameters:
    ///   - last: the ``Page/next`` of the page before; nil for the first page.
    ///   - limit: how many at most; at least one.
    /// - Returns: a page; it has fewer than `limit` only at the end.
    /// - Throws: ``RegistryError``.
    public func page(
        after last: Subject? = nil,
        limit: Int
    ) async throws(RegistryError) -> Page {
        var walk = SubjectWalk(registry, after: last)
        var subjects: [Subject] = []
        while true {
            let histories = try await walk.next()
            guard !histories.isEmpty else { return Page(subjects: subjects, next: nil) }
            for history in histories where fits(history) {
                subjects.append(history.subject)
                if subjects.count >= limit {
                    return Page(subjects: subjects, next: history.subject)
                }
            }
        }
    }

    private func fits(_ history: SubjectHistory) -> Bool {
        guard question.isHeardOf(history) else { return false }
        let answer = question.answer(history)
        guard answer.state == state else { return false }
        let concerned = answer.required?.edition ?? answer.accepted?.edition
        return edition.map { $0 == concerned } ?? true
    }
}
