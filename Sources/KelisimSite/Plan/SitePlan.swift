public import Kelisim
package import KelisimLog

/// A whole site as a value: every file it consists of.
///
/// It follows from its arguments alone, byte for byte; nothing is read or written, and what is not
/// published at the instant asked for is not in it. Files are made when they are wanted, so a plan
/// costs little, however large the site is.
public struct SitePlan: Sendable {
    /// The files, in the order in which they are best made: those of one edition together; all but
    /// `manifest.json`, which ``SiteWriter`` adds when the digests of all others are known.
    public let files: [SiteFile]
    /// The next instant at which a page changes by itself, or nil when none will.
    public let staleAfter: Instant?
    /// The languages of the site, that of the root first.
    public let languages: [Language]
    /// The policies, by name.
    let outlines: [PolicyOutline]

    /// Plans the site of `repository` as it is at `instant`.
    ///
    /// - Parameters:
    ///   - repository: the policies.
    ///   - theme: the look.
    ///   - instant: when the site is looked at.
    ///   - baseURL: where it will stand.
    ///   - workbook: makes workbooks of the comparison tables; nil leaves them out.
    /// - Throws: ``Failure/refused(_:)`` when something published is not as it should be, or when
    ///   `theme` lacks the strings of a language.
    public init(
        _ repository: Repository,
        theme: Theme,
        at instant: Instant,
        baseURL: BaseURL,
        workbook: WorkbookMaker? = nil
    ) throws(Failure) {
        let errors = repository.historyErrors
        guard errors.isEmpty else { throw .refused(errors) }
        try self.init(
            repository,
            theme: theme,
            at: instant,
            baseURL: baseURL,
            notes: nil,
            workbook: workbook
        )
    }

    /// Plans a site for its readers or, with `notes`, for its authors: with drafts, with notes
    /// beside the clauses, and even when what was published is not as it should be.
    init(
        _ repository: Repository,
        theme: Theme,
        at instant: Instant,
        baseURL: BaseURL,
        notes: ReviewNotes?,
        workbook: WorkbookMaker? = nil
    ) throws(Failure) {
        let known = Set(repository.policies.map(\.id))
        let unknown = theme.settings.policies.filter { !known.contains($0.id) }
        guard unknown.isEmpty else {
            throw .refused(
                unknown.map { Finding(.unknownPolicy, at: $0.place, ["policy": $0.id.slug]) }
            )
        }
        let outlines = repository.policies.sorted { $0.id < $1.id }
            .compactMap { PolicyOutline($0, at: instant, drafts: notes != nil) }
        staleAfter =
            repository.policies
            .compactMap { PolicyOutline.nextChange($0, after: instant) }.min()
        let model = try SitePlan.model(
            outlines,
            theme: theme,
            baseURL: baseURL,
            notes: notes,
            workbook: workbook
        )
        let policies = outlines.map { outline in
            let next = outline.repeal?.replacedBy
            return (
                facts: outline.facts(replacement: outlines.first { $0.id == next }),
                outline: outline
            )
        }
        var files = theme.staticFiles.map { SiteFile($0.path, $0.bytes) }
        var keys: [String] = []
        var listed: [Sitemap.Page] = []
        for (facts, outline) in policies {
            let base = model.key.with(facts.key)
            let pages = PolicyPages(model, facts, outline, base: base)
            files += pages.files()
            keys.append(pages.key.part)
            listed += pages.listed
            for item in outline.items {
                let replaced = outline.replaced(by: item)
                files +=
                    EditionPages(model, facts, item, replaced: replaced, base: base).files()
            }
        }
        let key = model.key.with(ContentKey(keys))
        let index = IndexPages(
            model: model,
            policies: theme.settings.ordered(policies) { $0.outline.id },
            key: key
        )
        files += index.files()
        files.append(NotFoundPage(model: model).file)
        let sitemap = Sitemap([index.listed] + listed, baseURL: baseURL, first: model.first)
        files += sitemap.files(key: key)
        let summary = PoliciesFile(baseURL: baseURL, policies: outlines, staleAfter: staleAfter)
        files.append(
            SiteFile(PoliciesFile.path, key: key.with(staleAfter?.description)) {
                shelf throws(Failure) in
                try summary.bytes(shelf)
            }
        )
        self.files = files
        self.outlines = outlines
        languages = model.languages
    }

    /// The file at `path`.
    public func file(_ path: String) -> SiteFile? {
        files.first { $0.path == path }
    }

    /// The bytes of `manifest.json` of a site whose other files have `digests`, by their paths.
    package static func manifest(_ digests: [String: Digest]) -> [UInt8] {
        SiteManifest(digests).bytes
    }

    private static func model(
        _ outlines: [PolicyOutline],
        theme: Theme,
        baseURL: BaseURL,
        notes: ReviewNotes?,
        workbook: WorkbookMaker?
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
        languages = theme.settings.ordered(languages.isEmpty ? theme.languages : languages)
        guard let first = languages.first else {
            let facts = ["language": "kk", "policy": "–", "file": theme.stringsFolder]
            throw .refused([Finding(.siteStringsMissing, at: Place(theme.stringsFolder), facts)])
        }
        return SiteModel(
            theme: theme,
            baseURL: baseURL,
            languages: languages,
            first: first,
            notes: notes,
            workbook: workbook
        )
    }
}
