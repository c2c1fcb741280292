public import Kelisim

extension Application {
    /// How many subjects have agreed to what, and what their standing is.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - instant: for when; nil for now.
    ///   - knownAt: as known when; nil for now.
    /// - Returns: the report.
    /// - Throws: ``Failure``, among them that there is no such policy.
    public func report(
        on policy: PolicyID,
        at instant: Instant? = nil,
        knownAt: Instant? = nil
    ) async throws(Failure) -> PolicyReport {
        try await withRegistry(for: .reading) { opened async throws(Failure) in
            try await opened.ask(about: policy.slug) { registry async throws(RegistryError) in
                try await PolicyReport.make(
                    of: policy,
                    in: registry,
                    at: instant ?? opened.now,
                    knownAt: knownAt ?? opened.now
                )
            }
        }
    }

    /// Which subjects have a standing.
    public struct SubjectQuestion: Sendable {
        /// The policy.
        public let policy: PolicyID
        /// The state.
        public let state: Standing.State
        /// The edition that the state is about; nil for any.
        public let edition: Int?
        /// For when; nil for now.
        public let at: Instant?
        /// As known when; nil for now.
        public let knownAt: Instant?

        /// Asks for the subjects with `state` under `policy`.
        public init(
            policy: PolicyID,
            state: Standing.State,
            edition: Int? = nil,
            at: Instant? = nil,
            knownAt: Instant? = nil
        ) {
            self.policy = policy
            self.state = state
            self.edition = edition
            self.at = at
            self.knownAt = knownAt
        }
    }

    /// Finds the subjects with a standing, in the order of their bytes.
    ///
    /// - Parameters:
    ///   - question: which.
    ///   - found: called with some of them at a time, so that memory stays flat.
    /// - Throws: ``Failure``, among them that there is no such policy or edition.
    public func subjects(
        _ question: SubjectQuestion,
        found: ([Subject]) throws(Failure) -> Void
    ) async throws(Failure) {
        try await withRegistry(for: .reading) { opened async throws(Failure) in
            let search = try await opened.ask(about: question.policy.slug) {
                registry async throws(RegistryError) in
                try await SubjectSearch(
                    of: question.policy,
                    state: question.state,
                    edition: question.edition,
                    in: registry,
                    at: question.at ?? opened.now,
                    knownAt: question.knownAt ?? opened.now
                )
            }
            var last: Subject?
            repeat {
                let page = try await opened.ask(about: question.policy.slug) {
                    _ async throws(RegistryError) in
                    try await search.page(after: last, limit: 1000)
                }
                try found(page.subjects)
                last = page.next
            } while last != nil
        }
    }

    /// What edition `number`, a draft or upcoming, will ask of whom.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - number: the edition.
    /// - Returns: the report.
    /// - Throws: ``Failure``, among them that the edition is in force already.
    public func impact(
        of policy: PolicyID,
        edition number: Int
    ) async throws(Failure) -> ImpactReport {
        try await withRegistry(for: .reading) { opened async throws(Failure) in
            let edition = opened.repository?.policy(policy)?.edition(number)
            let isDraft = edition.map { $0.publicationFile == nil } ?? false
            let draft =
                isDraft ? edition.flatMap { Publication(asIf: $0, publishedAt: opened.now) } : nil
            let place = Place(edition?.folder ?? "\(settings.policies)/\(policy.slug)/\(number)")
            let facts = ["edition": String(number)]
            guard !isDraft || draft != nil else {
                throw .refused([Finding(.draftIncomplete, at: place, facts)])
            }
            let report = try await opened.ask(about: place.file) {
                registry async throws(RegistryError) in
                try await ImpactReport.make(
                    of: number,
                    of: policy,
                    asIf: draft,
                    in: registry,
                    at: opened.now
                )
            }
            guard let report else {
                throw .refused([Finding(.editionNotUpcoming, at: place, facts)])
            }
            return report
        }
    }
}
