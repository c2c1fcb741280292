public import Kelisim
public import KelisimText

/// Everything that can be asked of Kelisim, put together from its parts.
///
/// The command line and the tests call the same functions. Each throws ``Failure``.
public struct Application: Sendable {
    /// The version of Kelisim, as semantic versioning has it.
    public static let version = "0.1.0"

    /// The settings that hold.
    public let settings: Settings
    /// The language of messages.
    public let language: WordingLanguage
    /// What counts as the present moment.
    public let now: Instant
    /// Called with what a person should look at although the work goes on.
    let warn: @Sendable ([Finding]) -> Void
    /// Opens a registry in place of that of the settings; for tests.
    let registry: (@Sendable () async throws(Failure) -> any Registry)?

    /// Puts the application together.
    ///
    /// - Parameters:
    ///   - settings: the settings that hold.
    ///   - language: the language of messages.
    ///   - now: what counts as the present moment.
    ///   - warn: called with what a person should look at although the work goes on.
    ///   - registry: opens a registry in place of that of the settings; for tests.
    public init(
        settings: Settings,
        language: WordingLanguage = .en,
        now: Instant = .now,
        warn: @escaping @Sendable ([Finding]) -> Void = { _ in },
        registry: (@Sendable () async throws(Failure) -> any Registry)? = nil
    ) {
        self.settings = settings
        self.language = language
        self.now = now
        self.warn = warn
        self.registry = registry
    }

    /// The acts that change the policy repository.
    public var writer: RepositoryWriter { RepositoryWriter(root: settings.policies) }

    /// Reads the policy repository.
    public func repository() throws(Failure) -> Repository {
        try Repository.read(settings.policies)
    }

    /// Everything that a careful reviewer would point out.
    public func check(at instant: Instant? = nil) throws(Failure) -> ReviewOutcome {
        Review.outcome(of: try repository(), at: instant ?? now)
    }

    /// The policy repository, with everything that was published proved unchanged.
    ///
    /// - Throws: ``Failure/refused(_:)`` with the errors in what was published.
    public func trustedRepository() throws(Failure) -> Repository {
        let repository = try repository()
        let errors = repository.historyErrors
        guard errors.isEmpty else { throw .refused(errors) }
        return repository
    }

    /// The policy named `name`.
    func policy(_ name: String, in repository: Repository) throws(Failure) -> Policy {
        if let policy = repository.policies.first(where: { $0.id.slug == name }) { return policy }
        throw .refused([
            Finding(.unknownPolicy, at: Place(settings.policies), ["policy": name])
        ])
    }
}
