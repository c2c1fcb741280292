internal import Kelisim
internal import KelisimText

/// Writes a text as a page shows it: every clause with quiet links to itself and to the same
/// clause in the other languages, and the list of contents.
struct ArticleWriter {
    /// The same text in another language, and where its page lies from here.
    struct Twin {
        let language: Language
        let name: String
        let tree: ClauseTree
        let href: String
    }

    let text: PolicyText
    let language: Language
    let twins: [Twin]
    /// How links of clauses are called in the language.
    let labels: ClauseLabels?
    /// What a preview shows beside clauses, as phrasing content by their names.
    var notes: [String: String] = [:]

    /// The `article` element.
    func article() -> [UInt8] {
        text.html(language: language.tag) { position, html in
            tools(position, &html)
        }
    }

    /// A nested list of links to the sections; empty when there are fewer than two.
    func contents() -> String {
        let clauses = text.tree.clauses
        var levels: [Int: Int] = [:]
        var sections: [Int] = []
        for (position, clause) in clauses.enumerated() where clause.kind == .section {
            var parent = clause.parent
            while let above = parent, levels[above] == nil { parent = clauses[above].parent }
            levels[position] = (parent.flatMap { levels[$0] } ?? 0) + 1
            sections.append(position)
        }
        guard sections.count > 1 else { return "" }
        var html = HTMLBuffer(capacity: sections.count * 128)
        var level = 0
        for position in sections {
            let own = levels[position] ?? 1
            if own > level {
                html.append(level == 0 ? "<ol>\n" : "\n<ol>\n")
            } else {
                html.append("</li>\n")
                for _ in own..<level { html.append("</ol>\n</li>\n") }
            }
            level = own
            html.append("<li><a href=\"#")
            html.escape(clauses[position].id)
            html.append("\">")
            html.escape(text.plainText(of: position))
            html.append("</a>")
        }
        for _ in 0..<level { html.append("</li>\n</ol>\n") }
        return String(decoding: html.bytes, as: UTF8.self)
    }

    /// Writes the links of the clause at `position`.
    func tools(_ position: Int, _ html: inout HTMLBuffer) {
        let clause = text.tree.clauses[position]
        let isHeading = clause.kind == .section
        if let note = notes[clause.id] {
            let element = isHeading ? "p" : "span"
            html.append(Array("<\(element) class=\"notes\">\(note)</\(element)>".utf8)[...])
        }
        guard clause.number != nil || isHeading else { return }
        if isHeading {
            html.append("<p class=\"tools\">")
        } else {
            html.append(" <span class=\"tools\">")
        }
        html.append("<a class=\"self\" href=\"#")
        html.escape(clause.id)
        html.append("\" aria-label=\"")
        labels?.write(position, of: text, to: &html)
        html.append("\">#</a>")
        for twin in twins where twin.tree[clause.id] != nil {
            html.append(" <a class=\"twin\" href=\"")
            html.escape(twin.href)
            html.append("#")
            html.escape(clause.id)
            html.append("\" hreflang=\"")
            html.escape(twin.language.tag)
            html.append("\" lang=\"")
            html.escape(twin.language.tag)
            html.append("\" aria-label=\"")
            html.escape(twin.name)
            html.append(" (")
            html.escape(twin.language.tag)
            html.append("): ")
            html.escape(clause.number?.text ?? text.openingWords(of: position))
            html.append("\">")
            html.escape(twin.language.tag)
            html.append("</a>")
        }
        if isHeading {
            html.append("</p>\n")
        } else {
            html.append("</span>")
        }
    }
}
