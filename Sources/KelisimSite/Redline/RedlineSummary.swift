internal import KelisimText

/// The list of the changes: what changed in which clause, and how many words.
struct RedlineSummary {
    let comparison: TextComparison
    let entries: [RedlineEntry]
    let words: RedlineWords
    let anchors: RedlineAnchors

    private var names: RedlineNames { RedlineNames(comparison: comparison) }

    /// Writes the table, and the lines that fold what follows from other changes.
    func write(to html: inout HTMLBuffer) {
        let main = entries.filter { $0.place == .table }
        if !main.isEmpty { table(main, &html) }
        line(.numbers, words.newNumbers, &html)
        line(.references, words.references, &html)
        let minor = entries.filter { $0.place == .minor }
        guard !minor.isEmpty else { return }
        html.append("<details class=\"minor-changes\">\n<summary>")
        html.escape("\(words.minor): \(minor.count)")
        html.append("</summary>\n<ul>\n")
        for entry in minor { self.minor(entry, &html) }
        html.append("</ul>\n</details>\n")
    }

    private func table(_ entries: [RedlineEntry], _ html: inout HTMLBuffer) {
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        html.escape(words.changes)
        html.append("\">\n<table class=\"change-list\">\n<thead>\n<tr>")
        for head in ["№", words.clause, words.change, words.removedWords, words.insertedWords] {
            html.append("<th scope=\"col\">")
            html.escape(head)
            html.append("</th>")
        }
        html.append("</tr>\n</thead>\n<tbody>\n")
        for entry in entries {
            html.append("<tr><td>")
            html.append(entry.number)
            html.append("</td><td>")
            link(entry, name(entry), &html)
            html.append("</td><td>")
            html.escape(entry.kinds.compactMap { words.kinds[$0] }.joined(separator: ", "))
            html.append("</td>")
            count(entry.removed, "−", &html)
            count(entry.inserted, "+", &html)
            html.append("</tr>\n")
        }
        html.append("</tbody>\n</table>\n</div>\n")
    }

    private func count(_ count: Int, _ sign: String, _ html: inout HTMLBuffer) {
        html.append("<td class=\"count\">")
        if count > 0 { html.escape("\(sign)\(count)") }
        html.append("</td>")
    }

    /// One line for changes that follow from others: «24.5–24.21 → 24.6–24.22».
    private func line(
        _ place: RedlineEntry.Place,
        _ title: String,
        _ html: inout HTMLBuffer
    ) {
        let entries = entries.filter { $0.place == place }
        guard !entries.isEmpty else { return }
        html.append("<p class=\"follows\">")
        html.escape(title)
        html.append(": ")
        for (index, entry) in entries.enumerated() {
            if index > 0 { html.append(", ") }
            link(entry, place == .numbers ? numbers(entry) : shortName(entry), &html)
        }
        html.append("</p>\n")
    }

    private func minor(_ entry: RedlineEntry, _ html: inout HTMLBuffer) {
        html.append("<li>")
        link(entry, name(entry), &html)
        html.append(": ")
        html.escape(entry.kinds.compactMap { words.kinds[$0] }.joined(separator: ", "))
        for change in entry.changes.map({ comparison.changes[$0] }) {
            for character in change.characters.prefix(4) { self.character(character, &html) }
            for case .destination(let old, let new) in change.formatting {
                html.append("; <code>")
                html.escape(old ?? "–")
                html.append("</code> → <code>")
                html.escape(new ?? "–")
                html.append("</code>")
            }
        }
        html.append("</li>\n")
    }

    private func character(_ change: CharacterChange, _ html: inout HTMLBuffer) {
        html.append("; ")
        for (index, text) in [change.old, change.new].enumerated() {
            if index > 0 { html.append(" → ") }
            html.append("«")
            html.escape(text)
            html.append("» ")
            let points = CharacterChange.codePoints(of: text)
            if points.utf8.count <= 30 {
                html.append("<code>")
                html.escape(points)
                html.append("</code>")
            }
        }
    }

    // MARK: - Names

    private func link(_ entry: RedlineEntry, _ name: String, _ html: inout HTMLBuffer) {
        html.append("<a href=\"#")
        html.escape(anchors.change(entry.number))
        html.append("\">")
        html.escape(name.isEmpty ? words.name(entry.number) : name)
        html.append("</a>")
    }

    private func blocks(_ entry: RedlineEntry) -> (old: [Int], new: [Int]) {
        let changes = entry.changes.map { comparison.changes[$0] }
        return (changes.flatMap(\.old), changes.flatMap(\.new))
    }

    private func name(_ entry: RedlineEntry) -> String {
        let (old, new) = blocks(entry)
        if let first = new.first, new.count == 1 { return names.long(first, of: comparison.new) }
        if !new.isEmpty { return names.range(new, of: comparison.new) }
        if let first = old.first, old.count == 1 { return names.long(first, of: comparison.old) }
        return names.range(old, of: comparison.old)
    }

    private func shortName(_ entry: RedlineEntry) -> String {
        let (old, new) = blocks(entry)
        return new.isEmpty
            ? names.range(old, of: comparison.old) : names.range(new, of: comparison.new)
    }

    private func numbers(_ entry: RedlineEntry) -> String {
        let (old, new) = blocks(entry)
        let before = names.range(old, of: comparison.old)
        return "\(before) → \(names.range(new, of: comparison.new))"
    }
}
