internal import Kelisim
internal import KelisimServer
internal import KelisimSite
internal import KelisimText
internal import Synchronization

/// Keeps the library of a service as the policy repository has it: taken up anew when the repository
/// changes and when somebody asks for it; and shown anew when a page changes by itself.
///
/// A repository that can't be trusted takes nothing away: what was in force stays, also as time goes
/// on, and ``currentTrouble`` says so.
actor LibraryKeeper {
    /// What was taken up.
    private struct Holding {
        let repository: Repository
        let theme: Theme
        /// The next instant at which a page changes by itself.
        let staleAfter: Instant?
    }

    private let application: Application
    private let registry: any Registry
    private let site: String?
    private let baseURL: BaseURL
    private let log: ServiceLog
    private let recorded: @Sendable () -> Void
    private let counts = CountMemo()
    private let trouble = Mutex<String?>(nil)

    /// The library that holds now.
    nonisolated let shelf: LibraryShelf
    private var holding: Holding
    private var isReading = false
    private var isAskedAgain = false
    private var nap: Task<Void, Never>?

    /// Takes up the repository for the first time.
    ///
    /// - Throws: ``Failure`` when it can't be trusted, or says other things than the registry.
    init(
        _ application: Application,
        registry: any Registry,
        site: String?,
        baseURL: BaseURL,
        log: ServiceLog,
        recorded: @escaping @Sendable () -> Void
    ) async throws(Failure) {
        self.application = application
        self.registry = registry
        self.site = site
        self.baseURL = baseURL
        self.log = log
        self.recorded = recorded
        let first = try await Self.read(application, registry, site)
        let shown = try Self.library(application, first.repository, first.theme, baseURL, counts)
        shelf = LibraryShelf(shown.library)
        holding = shown.holding
    }

    /// What is wrong with the repository; nil when nothing is.
    nonisolated var currentTrouble: String? { trouble.withLock { $0 } }

    /// Takes up the repository as it is now, if it can be trusted.
    ///
    /// Who asks while it is being read is answered by one more reading.
    func reload() async {
        isAskedAgain = true
        guard !isReading else { return }
        isReading = true
        while isAskedAgain {
            isAskedAgain = false
            await takeUp()
        }
        isReading = false
    }

    /// Takes up the repository whenever something in it changes.
    func follow(_ changes: AsyncStream<FolderWatch.Change>) async {
        var warned: Finding?
        for await change in changes {
            if let warning = change.warning, warning != warned {
                log.error(warning.message(in: .en), ["place": "\(warning.place)"])
            }
            warned = change.warning
            await reload()
        }
    }

    /// Shows what was taken up anew at each instant at which a page changes by itself.
    func keepFresh() async {
        while !Task.isCancelled {
            let wait = holding.staleAfter.map { $0.milliseconds - Instant.now.milliseconds }
            // Clocks are set, so it is looked at again now and then.
            let length = Duration.milliseconds(min(max(wait ?? .max, 0), 60_000))
            let nap = Task { _ = try? await Task.sleep(for: length) }
            self.nap = nap
            await withTaskCancellationHandler {
                await nap.value
            } onCancel: {
                nap.cancel()
            }
            guard let staleAfter = holding.staleAfter, staleAfter <= .now else { continue }
            do throws(Failure) {
                try show(holding.repository, holding.theme)
                log.notice("The pages follow what is in force now.")
            } catch {
                report(error)
                // What can't be shown now can't be shown a moment later either.
                _ = try? await Task.sleep(for: .seconds(10))
            }
        }
    }

    private func takeUp() async {
        do throws(Failure) {
            let (repository, theme) = try await Self.read(application, registry, site)
            try show(repository, theme)
            trouble.withLock { $0 = nil }
            recorded()
            log.notice("The policies were taken up.")
        } catch {
            report(error)
        }
    }

    private func show(_ repository: Repository, _ theme: Theme) throws(Failure) {
        let shown = try Self.library(application, repository, theme, baseURL, counts)
        shelf.current = shown.library
        holding = shown.holding
        // The next change may be nearer now.
        nap?.cancel()
    }

    private func report(_ failure: Failure) {
        let findings = failure.findings.prefix(5)
        let reason = findings.map { "\($0.place): \($0.message(in: .en))" }.joined(separator: " ")
        trouble.withLock { $0 = reason }
        log.error("The policies can't be taken up; what was in force stays.", ["reason": reason])
    }

    /// Reads the repository and the look, and has the registry take up what is new.
    private static func read(
        _ application: Application,
        _ registry: any Registry,
        _ site: String?
    ) async throws(Failure) -> (repository: Repository, theme: Theme) {
        let repository = try application.trustedRepository()
        let theme = try application.theme(site)
        let files = repository.policies.flatMap(\.publishedFiles)
        do throws(RegistryError) {
            if !files.allSatisfy(try await registry.shelf().holds) {
                _ = try await registry.submit(.publications(files))
            }
        } catch {
            throw error.failure(
                at: Place(application.contested(error)),
                database: application.settings.database.name
            )
        }
        return (repository, theme)
    }

    /// The library of `repository` as it is at this moment.
    private static func library(
        _ application: Application,
        _ repository: Repository,
        _ theme: Theme,
        _ baseURL: BaseURL,
        _ counts: CountMemo
    ) throws(Failure) -> (library: Library, holding: Holding) {
        let now = Instant.now
        let plan = try application.sitePlan(repository, theme, at: now, baseURL: baseURL)
        let files = plan.files.map { file in
            let page = SitePages.File(key: file.keyText, isPermanent: file.isPermanent) {
                () throws(Failure) in try file.bytes(remembering: counts)
            }
            return (file.path, page)
        }
        let pages = SitePages(
            files: Dictionary(files) { first, _ in first },
            languages: plan.languages,
            baseURL: baseURL.text,
            instant: now,
            manifest: SitePlan.manifest
        )
        return (
            Library(repository: repository, site: pages),
            Holding(repository: repository, theme: theme, staleAfter: plan.staleAfter)
        )
    }
}
