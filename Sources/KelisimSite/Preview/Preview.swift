package import Kelisim
internal import KelisimLog
package import KelisimText

/// The site as its authors look at it: with drafts, and with each finding beside its clause.
///
/// A value for one reading of the repository; pages are made when they are asked for.
package struct Preview: Sendable {
    /// What a browser gets.
    package struct Page: Hashable, Sendable {
        /// The HTTP status.
        package let status: Int
        /// A name whose ending says what it is.
        package let name: String
        /// The bytes.
        package let bytes: [UInt8]
    }

    private enum Contents: Sendable {
        case site([String: SiteFile], [PolicyOutline], ReviewNotes, Instant)
        case failure([Finding])
    }

    /// A name for everything that the pages are made from.
    package let name: String

    private let frame: PreviewFrame
    private let contents: Contents

    /// The preview of `repository`.
    ///
    /// - Parameters:
    ///   - repository: the repository.
    ///   - findings: everything that was found in it.
    ///   - theme: the look.
    ///   - instant: the moment whose state the pages show.
    ///   - baseURL: the address where the site will be.
    ///   - head: markup for the head of every page, given ``name``.
    package init(
        _ repository: Repository,
        findings: [Finding],
        theme: Theme,
        at instant: Instant,
        baseURL: BaseURL,
        head: (_ name: String) -> String
    ) {
        let notes = ReviewNotes(findings, in: repository)
        let noted = findings.map {
            "\($0.place) \($0.code.name) \($0.arguments.sorted { $0 < $1 })"
        }
        do throws(Failure) {
            let plan = try SitePlan(
                repository,
                theme: theme,
                at: instant,
                baseURL: baseURL,
                notes: notes
            )
            let files = Dictionary(plan.files.map { ($0.path, $0) }) { first, _ in first }
            contents = .site(files, plan.outlines, notes, instant)
            name = ContentKey(plan.files.flatMap { [$0.path, $0.key.part] } + noted).part
            frame = PreviewFrame(
                head: head(name),
                languages: plan.languages,
                findings: findings
            )
        } catch {
            contents = .failure(error.findings)
            name = ContentKey(noted + error.findings.map { "\($0)" }).part
            frame = PreviewFrame(
                head: head(name),
                languages: theme.languages,
                findings: error.findings
            )
        }
    }

    /// A preview that only says why there is none.
    package init(
        failure: Failure,
        language: WordingLanguage,
        head: (_ name: String) -> String
    ) {
        contents = .failure(failure.findings)
        name = ContentKey(failure.findings.map { "\($0)" }).part
        let languages = [Language(language.rawValue)].compactMap(\.self)
        frame = PreviewFrame(head: head(name), languages: languages, findings: failure.findings)
    }

    /// The page at `path`, which begins with a slash.
    package func page(at path: String) -> Page {
        if path == "\(PreviewFrame.folder)preview.css" {
            return Page(status: 200, name: path, bytes: PackageResources.preview_css)
        }
        switch contents {
        case .failure(let findings):
            let language = frame.languages[0]
            return html(500, frame.failure(findings, language))
        case .site(let files, let outlines, let notes, let instant):
            let own = frame.languages.first { path == PreviewFrame.overview($0) }
            if let language = own ?? (path == PreviewFrame.folder ? frame.languages[0] : nil) {
                let overview = PreviewOverview(
                    frame: frame,
                    outlines: outlines,
                    notes: notes,
                    instant: instant,
                    language: language
                )
                return html(200, overview.bytes)
            }
            let inside = String(path.dropFirst())
            let name = inside.isEmpty || inside.hasSuffix("/") ? "\(inside)index.html" : inside
            guard let file = files[name] else { return html(404, frame.missing(wording(of: name))) }
            return page(file)
        }
    }

    private func page(_ file: SiteFile) -> Page {
        do throws(Failure) {
            let bytes = try file.bytes()
            guard file.path.hasSuffix(".html") else {
                return Page(status: 200, name: file.path, bytes: bytes)
            }
            let language = Language(String(file.path.prefix { $0 != "/" }))
            let fallback = Language(frame.languages[0].rawValue)
            guard let language = language ?? fallback else { return html(200, bytes) }
            return html(200, frame.around(bytes, in: language))
        } catch {
            return html(500, frame.failure(error.findings, wording(of: file.path)))
        }
    }

    private func wording(of path: String) -> WordingLanguage {
        let tag = String(path.prefix { $0 != "/" })
        return frame.languages.first { $0.rawValue == tag } ?? frame.languages[0]
    }

    private func html(_ status: Int, _ bytes: [UInt8]) -> Page {
        Page(status: status, name: "page.html", bytes: bytes)
    }
}
