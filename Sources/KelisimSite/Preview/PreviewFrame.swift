internal import Kelisim
internal import KelisimText

/// What a preview adds to every page, and the pages that it has of its own.
struct PreviewFrame: Sendable {
    /// The folder of what only a preview has.
    static let folder = "/.preview/"

    /// Markup for the head of every page.
    let head: String
    /// The languages in which the overview can be read.
    let languages: [WordingLanguage]
    let errors: Int
    let warnings: Int

    init(head: String, languages: [Language], findings: [Finding]) {
        self.head =
            "<link rel=\"stylesheet\" href=\"\(PreviewFrame.folder)preview.css\">\n\(head)\n"
        let known = languages.compactMap { WordingLanguage(tag: $0.tag) }
        self.languages = known.isEmpty ? [.en] : known
        errors = findings.count { $0.severity == .error }
        warnings = findings.count - errors
    }

    /// The overview's address in `language`.
    static func overview(_ language: WordingLanguage) -> String { "\(folder)\(language.rawValue)/" }

    /// The page of the site with the frame: its style and script in the head, a bar above all.
    ///
    /// Templates may be anybody's, so it looks for the two tags that every page has; where one is
    /// missing, the page stays as it is.
    func around(_ page: [UInt8], in language: Language) -> [UInt8] {
        let page = String(decoding: page, as: UTF8.self)
        guard let end = page.firstRange(of: "</head>"), let body = page.firstRange(of: "<body"),
            let open = page[body.upperBound...].firstIndex(of: ">")
        else { return Array(page.utf8) }
        let wording = WordingLanguage(tag: language.tag) ?? languages[0]
        let start = page.index(after: open)
        let parts = [
            page[..<end.lowerBound], head[...], page[end.lowerBound..<start],
            bar(wording, to: PreviewFrame.overview(wording), PreviewWords.desk)[...],
            page[start...],
        ]
        return Array(parts.joined().utf8)
    }

    /// A page of the preview's own.
    func page(
        _ title: String,
        _ language: WordingLanguage,
        root: String = "/",
        _ main: String
    ) -> [UInt8] {
        let switches = languages.filter { $0 != language }
            .map { other in
                let tag = other.rawValue
                return " <a href=\"\(PreviewFrame.overview(other))\" lang=\"\(tag)\">\(tag)</a>"
            }
        return Array(
            """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTMLEscape.text(title))</title>
            \(head)</head>
            <body class="preview">
            \(bar(language, to: root, PreviewWords.site, switches.joined()))
            <main>
            <h1>\(HTMLEscape.text(title))</h1>
            \(main)
            </main>
            </body>
            </html>

            """
            .utf8
        )
    }

    /// A page that says why there is no other.
    func failure(_ findings: [Finding], _ language: WordingLanguage) -> [UInt8] {
        let notes = findings.map { ReviewNotes.markup($0, "p", language) }.joined(separator: "\n")
        let mend = PreviewWords.mend.text(in: language)
        return page(
            PreviewWords.unavailable.text(in: language),
            language,
            "\(notes)\n<p>\(mend)</p>"
        )
    }

    /// A page for an address that has none.
    func missing(_ language: WordingLanguage) -> [UInt8] {
        page(PreviewWords.missing.text(in: language), language, "")
    }

    private func bar(
        _ language: WordingLanguage,
        to address: String,
        _ name: Sentence,
        _ more: String = ""
    ) -> String {
        let facts = ["errors": "\(errors)", "warnings": "\(warnings)"]
        let state = errors > 0 ? "error" : warnings > 0 ? "warning" : "calm"
        let title = PreviewWords.title.text(in: language)
        return """
            <aside class="preview-bar \(state)" lang="\(language.rawValue)" aria-label="\(title)">\
            <strong>\(title)</strong> \
            <span>\(PreviewWords.counts.text(in: language, facts))</span> \
            <a href="\(address)">\(name.text(in: language))</a>\(more)</aside>
            """
    }
}
