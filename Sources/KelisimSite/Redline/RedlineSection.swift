internal import KelisimText

/// The part of a page that shows a comparison: what the signs mean, the list of changes, and the
/// redline.
struct RedlineSection {
    let comparison: TextComparison
    /// The BCP 47 tag of the texts' language, or nil.
    let language: String?
    let words: RedlineWords
    private let oneSided: OneSidedNotes
    private let entries: [RedlineEntry]
    private let anchors: RedlineAnchors

    /// How many unchanged blocks stay unfolded beside a change.
    private static let context = 1

    /// - Parameters:
    ///   - comparison: what is shown.
    ///   - language: the BCP 47 tag of the texts' language, or nil.
    ///   - words: the words of the page.
    ///   - oneSided: what changed in one language only.
    init(
        _ comparison: TextComparison,
        language: String?,
        words: RedlineWords,
        oneSided: OneSidedNotes = OneSidedNotes()
    ) {
        self.comparison = comparison
        self.language = language
        self.words = words
        self.oneSided = oneSided
        entries = RedlineEntry.entries(of: comparison)
        anchors = RedlineAnchors(comparison.new, count: entries.count)
    }

    /// The HTML in UTF-8.
    func html() -> [UInt8] {
        var html = HTMLBuffer()
        html.append("<section class=\"redline-view\" lang=\"")
        html.escape(words.tag)
        html.append("\">\n<h2>")
        html.escape(words.changes)
        html.append("</h2>\n<p class=\"counts\">")
        let counts = ChangeCounts(comparison).text(words)
        html.escape(counts.prefix(1).uppercased() + counts.dropFirst())
        html.append("</p>\n")
        for note in oneSided.notes { write(note, to: &html) }
        // Where nothing changed, the text stands there all the same, folded.
        if !comparison.isEmpty {
            RedlineSummary(comparison: comparison, entries: entries, words: words, anchors: anchors)
                .write(to: &html)
            key(&html)
        }
        if entries.contains(where: { $0.place == .minor }) {
            html.append("<input type=\"checkbox\" class=\"redline-switch\" id=\"hide_minor\">\n")
            html.append("<label for=\"hide_minor\">")
            html.escape(words.hideMinor)
            html.append("</label>\n")
        }
        let frames = RedlineFrames(comparison, entries, words, anchors)
        let redline = comparison.redlineHTML(
            language: language,
            context: Self.context,
            shift: 1,
            frames
        )
        html.append(redline[...])
        html.append("</section>\n")
        return html.bytes
    }

    private func write(_ note: OneSidedNotes.Note, to html: inout HTMLBuffer) {
        html.append("<p class=\"one-sided\">")
        html.escape((note.isHere ? words.changedHere : words.changedThere)(note.other))
        html.append(": ")
        let names = RedlineNames(comparison: comparison)
        for (index, block) in note.blocks.enumerated() {
            html.append(index > 0 ? ", <a href=\"#" : "<a href=\"#")
            html.escape(comparison.new.tree.clauses[block].id)
            html.append("\">")
            html.escape(names.short(block, of: comparison.new))
            html.append("</a>")
        }
        html.append("</p>\n")
    }

    private func key(_ html: inout HTMLBuffer) {
        html.append("<p class=\"redline-key\">")
        html.escape(words.key)
        html.append(": <del>")
        html.escape(words.removedText)
        html.append("</del>, <ins>")
        html.escape(words.insertedText)
        html.append("</ins>.")
        if comparison.count(of: .moved) > 0 {
            html.append(" ")
            html.escape(words.movedText)
        }
        html.append("</p>\n")
    }
}
