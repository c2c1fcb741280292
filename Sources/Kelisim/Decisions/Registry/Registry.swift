public import KelisimLog

/// The append-only registry of what was published and decided.
///
/// Its documentation is its contract, and the conformance suite in KelisimTesting its runnable form.
///
/// - **Order.** Every accepted submission adds rows with contiguous indices, from 0, that are never
///   changed. `recordedAt` never decreases along them. What is added follows from ``Registrar`` alone.
/// - **Durability.** ``submit(_:)`` returns after the rows would survive `kill -9` and power loss. A
///   submission whose outcome is not known (``RegistryError/unavailable(_:)``) was recorded wholly or not
///   at all; sent again under the same idempotency key it is recorded once.
/// - **Reading.** A reader sees every submission that was answered before it asked, and of each
///   submission either all rows or none.
/// - **Erasure** destroys records and nonces and nothing else: leaves stay for ever.
/// - Any number of callers may use a registry at the same time.
public protocol Registry: Sendable {
    /// Adds what `submission` asks for.
    ///
    /// - Returns: the answer, once it is durable.
    /// - Throws: ``RegistryError``; a refusal changes nothing.
    func submit(_ submission: Submission) async throws(RegistryError) -> Answer

    /// Every publication, cancellation and repeal taken up so far.
    func shelf() async throws(RegistryError) -> Shelf

    /// How far the log has grown.
    func head() async throws(RegistryError) -> LogHead

    /// Everything held of `subject`; an empty history when that is nothing.
    func history(of subject: Subject) async throws(RegistryError) -> SubjectHistory

    /// What is held of each of `subjects`, in their order: as ``history(of:)``, asked at one go.
    func histories(of subjects: [Subject]) async throws(RegistryError) -> [SubjectHistory]

    /// The histories of up to `limit` subjects of whom something is held, behind `last`; from the first
    /// when that is nil.
    ///
    /// The order is the registry's own, and always the same; `last` need not be held any more.
    func histories(
        after last: Subject?,
        limit: Int
    ) async throws(RegistryError) -> [SubjectHistory]

    /// The rows of `subject` from the index `first` on, at most `limit`, in the order of the log.
    func entries(
        of subject: Subject,
        from first: UInt64,
        limit: Int
    ) async throws(RegistryError) -> [Entry]

    /// The rows with indices in `range`, as far as there are any, in order.
    func entries(in range: Range<UInt64>) async throws(RegistryError) -> [Entry]

    /// The row of the decision named `decision`; nil when there is none, or it was erased.
    func entry(of decision: DecisionID) async throws(RegistryError) -> Entry?

    /// The versions of the guardianship named `id`, in the order of the log.
    func versions(
        of id: GuardianshipID
    ) async throws(RegistryError) -> [SubjectHistory.Version]

    /// The newest versions of the guardianships in which `guardian` is the guardian, in the order in
    /// which they were first recorded.
    func guardianships(
        by guardian: Subject
    ) async throws(RegistryError) -> [Guardianship]

    /// Thirty-two random bytes that every process of the registry shares and that never change.
    func secret(_ name: SecretName) async throws(RegistryError) -> Nonce

    /// Finishes what was submitted, and lets everything go.
    func close() async
}

extension Registry {
    /// Asks for one after the other.
    public func histories(
        of subjects: [Subject]
    ) async throws(RegistryError) -> [SubjectHistory] {
        var histories: [SubjectHistory] = []
        for subject in subjects { histories.append(try await history(of: subject)) }
        return histories
    }
}
