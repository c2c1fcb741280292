internal import Kelisim
internal import KelisimText

/// Which clauses of a text are not in the one before it, and the other way round.
///
/// Clauses are taken for the same when their ids are, which is to say their printed numbers; they
/// are equal when their plain texts are, whatever the white space.
struct ClauseComparison {
    /// A clause, by its position in a text.
    private struct Entry {
        let position: Int
        let old: Int?
    }

    private let new: PolicyText
    private let old: PolicyText
    private var changed: [Entry] = []
    private var added: [Entry] = []
    private var removed: [Entry] = []
    /// How many clauses are as they were.
    private(set) var unchanged = 0

    init(_ new: PolicyText, with old: PolicyText) {
        self.new = new
        self.old = old
        for (position, clause) in new.tree.clauses.enumerated() {
            let text = new.plainText(of: position)
            guard let counterpart = ClauseComparison.position(of: clause.id, in: old) else {
                if !ClauseComparison.isBlank(text) {
                    added.append(Entry(position: position, old: nil))
                }
                continue
            }
            if ClauseComparison.saysTheSame(text, old.plainText(of: counterpart)) {
                unchanged += 1
            } else {
                changed.append(Entry(position: position, old: counterpart))
            }
        }
        for (position, clause) in old.tree.clauses.enumerated()
        where ClauseComparison.position(of: clause.id, in: new) == nil
            && !ClauseComparison.isBlank(old.plainText(of: position))
        {
            removed.append(Entry(position: position, old: position))
        }
    }

    /// Whether no clause differs.
    var isEmpty: Bool { changed.isEmpty && added.isEmpty && removed.isEmpty }

    /// Where the pages of both texts lie, and what the earlier edition is called.
    struct Links {
        let new: String
        let old: String
        let oldName: String
    }

    /// The items of a list of the clauses whose text changed, as HTML.
    func changedItems(_ links: Links) -> String { items(changed, links) }

    /// The items of a list of the clauses that are new, as HTML.
    func addedItems(_ links: Links) -> String { items(added, links) }

    /// The items of a list of the clauses that are gone, as HTML.
    func removedItems(_ links: Links) -> String {
        var html = HTMLBuffer(capacity: removed.count * 192)
        for entry in removed {
            html.append("<li>")
            link(to: entry.position, of: old, at: links.old, &html)
            html.append("</li>\n")
        }
        return String(decoding: html.bytes, as: UTF8.self)
    }

    private func items(_ entries: [Entry], _ links: Links) -> String {
        var html = HTMLBuffer(capacity: entries.count * 256)
        for entry in entries {
            html.append("<li>")
            link(to: entry.position, of: new, at: links.new, &html)
            if let position = entry.old {
                html.append(" (<a href=\"")
                html.escape(links.old)
                html.append("#")
                html.escape(old.tree.clauses[position].id)
                html.append("\">")
                html.escape(links.oldName)
                html.append("</a>)")
            }
            html.append("</li>\n")
        }
        return String(decoding: html.bytes, as: UTF8.self)
    }

    /// A link to a clause, made of its number and its first words.
    private func link(
        to position: Int,
        of text: PolicyText,
        at page: String,
        _ html: inout HTMLBuffer
    ) {
        let clause = text.tree.clauses[position]
        let opening = text.openingWords(of: position)
        html.append("<a href=\"")
        html.escape(page)
        html.append("#")
        html.escape(clause.id)
        html.append("\">")
        html.escape(clause.label ?? (opening.isEmpty ? clause.id : opening))
        html.append("</a>")
        if clause.label != nil, !opening.isEmpty {
            html.append(" ")
            html.escape(opening)
        }
    }

    /// The clause with exactly this id; a slug is another name and may have wandered.
    private static func position(of id: String, in text: PolicyText) -> Int? {
        text.tree.position(of: id).flatMap { text.tree.clauses[$0].id == id ? $0 : nil }
    }

    private static func saysTheSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let difference = zip(left.unicodeScalars, right.unicodeScalars).first { $0 != $1 }
        // Where letters stand against letters no white space can be the reason.
        if let difference, !difference.0.properties.isWhitespace,
            !difference.1.properties.isWhitespace
        {
            return false
        }
        return words(left).elementsEqual(words(right)) { $0.elementsEqual($1) }
    }

    private static func isBlank(_ text: String) -> Bool { words(text).isEmpty }

    private static func words(_ text: String) -> [String.UnicodeScalarView.SubSequence] {
        text.unicodeScalars.split { $0.properties.isWhitespace }
    }
}
