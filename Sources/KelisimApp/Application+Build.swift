internal import Foundation
public import Kelisim
internal import KelisimSheet
public import KelisimSite

extension Application {
    /// A site that was built, and what there is to say about it.
    public struct Built: Sendable {
        /// What was written.
        public let summary: SiteWriter.Summary
        /// The next instant at which a page changes by itself.
        public let staleAfter: Instant?
        /// What a careful site builder would mend.
        public let warnings: [Finding]
    }

    /// Builds the static site into the folder `output`.
    ///
    /// - Parameters:
    ///   - output: the folder, which need not exist.
    ///   - baseURL: the address at which the site will be; without it the one of the settings.
    ///   - site: the folder with templates, strings and static files; without it the one of the
    ///     settings, else the built-in ones.
    ///   - instant: the instant whose state the pages show; without it now.
    ///   - progress: called after every file.
    /// - Returns: what was written, and when the site goes stale.
    /// - Throws: ``Failure/refused(_:)`` when something published is not as it should be or
    ///   something of others is in the way, ``Failure/impossible(_:)`` when the disk does not play
    ///   along.
    public func build(
        output: String,
        baseURL: String?,
        site: String?,
        at instant: Instant?,
        progress: @Sendable (SiteWriter.Progress) -> Void
    ) async throws(Failure) -> Built {
        guard let address = baseURL ?? settings.baseURL else {
            throw .refused([Finding(.baseURLMissing, at: Place("--base-url"))])
        }
        let base = try BaseURL(address)
        guard !isInRepository(output) else {
            throw .refused([Finding(.outputInRepository, at: Place(output))])
        }
        let theme = try theme(site ?? settings.site)
        let plan = try sitePlan(try repository(), theme, at: instant ?? now, baseURL: base)
        let writer = SiteWriter(output: output, memory: settings.cache, program: Self.program)
        let summary = try await writer.write(plan, progress: progress)
        return Built(
            summary: summary,
            staleAfter: plan.staleAfter,
            warnings: theme.findings + summary.findings
        )
    }

    /// The site for its readers, with everything in it.
    func sitePlan(
        _ repository: Repository,
        _ theme: Theme,
        at instant: Instant,
        baseURL: BaseURL
    ) throws(Failure) -> SitePlan {
        try SitePlan(
            repository,
            theme: theme,
            at: instant,
            baseURL: baseURL,
            workbook: { table throws(Failure) in try ComparisonSheet.bytes(of: table) }
        )
    }

    /// The look in `folder`, or the built-in one.
    func theme(_ folder: String?) throws(Failure) -> Theme {
        guard let folder else { return try Theme.builtIn() }
        return try Theme(folder: folder)
    }

    /// A name for this very program: pages that another version made are made anew.
    private static var program: String {
        let path = Bundle.main.executablePath ?? ""
        let facts = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
        let changed = facts[.modificationDate] as? Date
        return [facts[.systemFileNumber], facts[.size], changed?.timeIntervalSince1970]
            .map { $0.map { "\($0)" } ?? "-" }.joined(separator: "/")
    }

    /// Whether a folder is the policy repository, or in it.
    func isInRepository(_ folder: String) -> Bool {
        let paths = [folder, settings.policies]
            .map {
                URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path + "/"
            }
        return paths[0].hasPrefix(paths[1])
    }

    /// What building did, in words.
    public func describe(_ built: Built, in folder: String) -> String {
        let facts = [
            "folder": folder, "written": "\(built.summary.written)",
            "unchanged": "\(built.summary.unchanged)", "removed": "\(built.summary.removed)",
        ]
        let stale = built.staleAfter.map { say(Messages.stale, ["instant": $0.description]) }
        return say(Messages.built, facts) + (stale ?? "")
    }
}
