internal import Kelisim
internal import KelisimText

/// The first page of a preview: every policy with its timeline, its editions and what to look at.
struct PreviewOverview {
    let frame: PreviewFrame
    let outlines: [PolicyOutline]
    let notes: ReviewNotes
    let instant: Instant
    let language: WordingLanguage

    /// The bytes of the page.
    var bytes: [UInt8] {
        let policies = outlines.map(section).joined()
        let moment = PreviewWords.moment.text(in: language, ["instant": words(instant)])
        let rest = notes.findings.filter { finding in
            !outlines.contains { finding.place.file.hasPrefix($0.policy.folder + "/") }
        }
        return frame.page(
            PreviewWords.title.text(in: language),
            language,
            "<p>\(HTMLEscape.text(moment))</p>\n\(list(rest, in: nil))\(policies)"
        )
    }

    private func section(_ outline: PolicyOutline) -> String {
        let title = title(of: outline)
        let drawing = TimelineDrawing(
            outline.policy,
            title: title,
            at: instant,
            rules: outline.newest.publication.terms.timeZone,
            in: language
        )
        let findings = notes.findings.filter {
            $0.place.file.hasPrefix(outline.policy.folder + "/")
        }
        return """
            <section aria-labelledby="policy-\(outline.id)">
            <h2 id="policy-\(outline.id)">\(HTMLEscape.text(title))</h2>
            <div class="drawing">\(drawing.svg)</div>
            <h3>\(PreviewWords.editions.text(in: language))</h3>
            <ul>
            \(outline.items.map { edition($0, outline) }.joined(separator: "\n"))
            </ul>
            <h3>\(PreviewWords.findings.text(in: language))</h3>
            \(list(findings, in: outline))
            </section>

            """
    }

    private func edition(_ item: PolicyOutline.Item, _ outline: PolicyOutline) -> String {
        let name = EditionWording.name(item.number, in: language)
        let pages = item.languages.map { other in
            let path = SitePath.edition(item.number, outline.id, other)
            return "<a href=\"/\(path)\" lang=\"\(other)\" hreflang=\"\(other)\">\(other)</a>"
        }
        return "<li>\(HTMLEscape.text(name)): \(pages.joined(separator: ", "))</li>"
    }

    /// The findings, those beside a clause with a link to it.
    private func list(_ findings: [Finding], in outline: PolicyOutline?) -> String {
        guard !findings.isEmpty else {
            return outline == nil ? "" : "<p>\(PreviewWords.nothing.text(in: language))</p>"
        }
        return
            findings.map { finding in
                let note = ReviewNotes.markup(finding, "span", language)
                guard let outline, let link = link(to: finding, in: outline) else {
                    return "<p>\(note)</p>\n"
                }
                return "<p>\(link) \(note)</p>\n"
            }
            .joined()
    }

    private func link(to finding: Finding, in outline: PolicyOutline) -> String? {
        guard let clause = notes.clause(of: finding),
            let item = outline.items.first(where: {
                finding.place.file.hasPrefix($0.edition.folder + "/")
            }),
            let text = item.edition.texts.first(where: { $0.file == finding.place.file })
        else { return nil }
        let path = SitePath.edition(item.number, outline.id, text.language)
        let name = "\(item.number) \(text.language) \(clause)"
        return "<a href=\"/\(path)#\(HTMLEscape.text(clause))\">\(HTMLEscape.text(name))</a>"
    }

    private func title(of outline: PolicyOutline) -> String {
        let own = outline.title.entries.first { $0.language.tag == language.rawValue }
        return own?.text ?? outline.title.entries.first?.text ?? outline.id.slug
    }

    private func words(_ instant: Instant) -> String {
        guard let rules = outlines.first?.newest.publication.terms.timeZone else {
            return instant.description
        }
        return LocalClock(rules).words(instant, in: language)
    }
}
