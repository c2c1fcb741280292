internal import Foundation
internal import Kelisim
internal import KelisimServer
internal import KelisimSite
internal import KelisimText
internal import Synchronization

/// Keeps the library of a service as the policy repository has it: taken up anew when the repository
/// changes, when somebody asks for it, and when a page changes by itself.
///
/// A repository that can't be trusted takes nothing away: what was in force stays in force, and
/// ``troubles`` says so.
actor LibraryKeeper {
    private let application: Application
    private let registry: any Registry
    private let site: String?
    private let baseURL: BaseURL
    private let log: ServiceLog
    private let recorded: @Sendable () -> Void
    private let trouble = Mutex<String?>(nil)

    /// The library that holds now.
    nonisolated let shelf: LibraryShelf
    private var staleAfter: Instant?

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
        let first = try await Self.read(application, registry, site, baseURL)
        shelf = LibraryShelf(first.library)
        staleAfter = first.staleAfter
    }

    /// What is wrong with the repository; nil when nothing is.
    nonisolated var currentTrouble: String? { trouble.withLock { $0 } }

    /// Takes up the repository as it is now, if it can be trusted.
    func reload() async {
        do throws(Failure) {
            let next = try await Self.read(application, registry, site, baseURL)
            shelf.current = next.library
            staleAfter = next.staleAfter
            trouble.withLock { $0 = nil }
            recorded()
            log.notice("The policies were taken up.")
        } catch {
            let findings = error.findings.prefix(5)
            let reason = findings.map { "\($0.place): \($0.message(in: .en))" }
                .joined(separator: " ")
            trouble.withLock { $0 = reason }
            log.error(
                "The policies can't be taken up; what was in force stays.",
                ["reason": reason]
            )
        }
    }

    /// Reloads at each instant at which a page changes by itself.
    func keepFresh() async {
        while !Task.isCancelled {
            let wait = staleAfter.map { $0.milliseconds - Instant.now.milliseconds } ?? .max
            // Clocks are set, so it is looked at again now and then.
            let nap = min(max(wait, 0), 60_000)
            guard (try? await Task.sleep(for: .milliseconds(nap))) != nil else { return }
            guard let staleAfter, staleAfter <= .now else { continue }
            await reload()
        }
    }

    private static func read(
        _ application: Application,
        _ registry: any Registry,
        _ site: String?,
        _ baseURL: BaseURL
    ) async throws(Failure) -> (library: Library, staleAfter: Instant?) {
        let repository = try application.trustedRepository()
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
        let plan = try SitePlan(
            repository,
            theme: try application.theme(site),
            at: .now,
            baseURL: baseURL
        )
        let makers = plan.files.map { file in
            (file.path, { () throws(Failure) in try file.bytes() } as SitePages.Maker)
        }
        let pages = SitePages(
            files: Dictionary(makers) { first, _ in first },
            languages: plan.languages,
            baseURL: baseURL.text
        )
        return (Library(repository: repository, site: pages), plan.staleAfter)
    }
}
