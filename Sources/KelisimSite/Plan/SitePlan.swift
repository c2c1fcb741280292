internal import Foundation
public import Kelisim

/// A whole site as a value: every file it consists of.
///
/// It follows from its arguments alone, byte for byte; nothing is read or written, and what is not
/// published at the instant asked for is not in it.
public struct SitePlan: Hashable, Sendable {
    /// The files, ordered by the bytes of their paths; `manifest.json` among them.
    public let files: [SiteFile]
    /// The next instant at which a page changes by itself, or nil when none will.
    public let staleAfter: Instant?

    /// Plans the site of `repository` as it is at `instant`.
    ///
    /// Pages are rendered on all cores.
    ///
    /// - Throws: ``Failure/refused(_:)`` when something published is not as it should be, or when
    ///   `theme` lacks the strings of a language.
    public init(
        _ repository: Repository,
        theme: Theme,
        at instant: Instant,
        baseURL: BaseURL
    ) async throws(Failure) {
        let errors = repository.historyErrors
        guard errors.isEmpty else { throw .refused(errors) }
        let policies = repository.policies.sorted { $0.id < $1.id }
        let outlines = policies.compactMap { PolicyOutline($0, at: instant) }
        let model = try SitePlan.model(outlines, theme: theme, baseURL: baseURL)
        let staleAfter =
            policies
            .compactMap { PolicyOutline.nextChange($0, after: instant) }.min()
        var files = try await SitePlan.rendered(SitePlan.jobs(model))
        files += IndexPages(model: model).files()
        let summary = PoliciesFile(model: model, staleAfter: staleAfter)
        files.append(SiteFile(PoliciesFile.path, summary.bytes))
        files += theme.staticFiles.map { SiteFile($0.path, $0.bytes) }
        files.append(SiteFile(SiteManifest.path, SiteManifest(files).bytes))
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.staleAfter = staleAfter
    }

    /// The file at `path`.
    public func file(_ path: String) -> SiteFile? {
        files.first { $0.path == path }
    }

    private static func model(
        _ outlines: [PolicyOutline],
        theme: Theme,
        baseURL: BaseURL
    ) throws(Failure) -> SiteModel {
        var languages: [Language] = []
        var findings: [Finding] = []
        for outline in outlines {
            for language in outline.languages where !languages.contains(language) {
                languages.append(language)
                guard theme.templates(in: language) == nil else { continue }
                let file = "\(theme.stringsFolder)/\(language).yaml"
                let facts = ["language": language.tag, "policy": outline.id.slug, "file": file]
                findings.append(Finding(.siteStringsMissing, at: Place(file), facts))
            }
        }
        guard findings.isEmpty else { throw .refused(findings.sorted()) }
        if languages.isEmpty { languages = theme.languages }
        guard let first = languages.first else {
            let facts = ["language": "kk", "policy": "–", "file": theme.stringsFolder]
            throw .refused([Finding(.siteStringsMissing, at: Place(theme.stringsFolder), facts)])
        }
        return SiteModel(
            theme: theme,
            baseURL: baseURL,
            policies: outlines,
            languages: languages,
            first: first
        )
    }

    // MARK: - Rendering

    /// Something that can be rendered by itself.
    private typealias Job = @Sendable () -> Result<[SiteFile], Failure>

    /// The pages of policies, those that take longest first.
    private static func jobs(_ model: SiteModel) -> [Job] {
        let policies = model.policies.map { PolicyPages(model: model, outline: $0) }
        var jobs: [Job] = []
        for pages in policies {
            for language in pages.outline.languages {
                jobs.append { .success([pages.history(language)]) }
            }
            jobs.append { Result { () throws(Failure) in try pages.current() } }
        }
        for pages in policies {
            for item in pages.outline.items {
                jobs.append { Result { () throws(Failure) in try pages.edition(item) } }
            }
        }
        return jobs
    }

    private static func rendered(_ jobs: [Job]) async throws(Failure) -> [SiteFile] {
        let width = max(1, min(ProcessInfo.processInfo.activeProcessorCount, jobs.count))
        let results = await withTaskGroup(of: [Result<[SiteFile], Failure>].self) { group in
            for worker in 0..<width {
                group.addTask {
                    stride(from: worker, to: jobs.count, by: width).map { jobs[$0]() }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        var files: [SiteFile] = []
        var findings: Set<Finding> = []
        for result in results {
            switch result {
            case .success(let pages): files += pages
            case .failure(.refused(let problems)), .failure(.impossible(let problems)):
                findings.formUnion(problems)
            }
        }
        guard findings.isEmpty else { throw .refused(findings.sorted()) }
        return files
    }
}
