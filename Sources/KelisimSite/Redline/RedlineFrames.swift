internal import KelisimText

/// What stands around the changes of a redline: their numbers and kinds, links from one to the next
/// and between both ends of a move, the old wording beside the new one, and folds.
struct RedlineFrames: RedlineApparatus {
    let comparison: TextComparison
    let entries: [RedlineEntry]
    let words: RedlineWords
    let anchors: RedlineAnchors
    private let names: RedlineNames
    private let former: FormerWording
    /// The entry of each change.
    private let ofChange: [Int: Int]

    init(
        _ comparison: TextComparison,
        _ entries: [RedlineEntry],
        _ words: RedlineWords,
        _ anchors: RedlineAnchors
    ) {
        self.comparison = comparison
        self.entries = entries
        self.words = words
        self.anchors = anchors
        names = RedlineNames(comparison: comparison)
        former = FormerWording(comparison)
        var ofChange: [Int: Int] = [:]
        for (index, entry) in entries.enumerated() {
            for change in entry.changes { ofChange[change] = index }
        }
        self.ofChange = ofChange
    }

    // MARK: - Changes

    mutating func open(_ place: RedlinePlace, to html: inout HTMLBuffer) {
        guard let entry = ofChange[place.change].map({ entries[$0] }) else { return }
        html.append("<div class=\"change")
        for kind in entry.kinds {
            html.append(" is-")
            html.escape(kind.rawValue)
        }
        if entry.place == .minor { html.append(" is-minor") }
        if isBeside(place) { html.append(place.new == nil ? " was-whole" : " now-whole") }
        html.append("\" data-redline=\"frame\">\n")
        if place.isFirst, place.change == entry.changes.first { label(entry, place, &html) }
        guard hasFormer(place), let old = place.old else { return }
        html.append("<div class=\"wordings\" data-redline=\"frame\">\n")
        html.append("<div class=\"was\" data-redline=\"aid\" aria-hidden=\"true\">")
        former.write(old, to: &html)
        html.append("</div>\n<div class=\"now\" data-redline=\"frame\">\n")
    }

    mutating func close(_ place: RedlinePlace, to html: inout HTMLBuffer) {
        guard ofChange[place.change] != nil else { return }
        if hasFormer(place) { html.append("</div>\n</div>\n") }
        html.append("</div>\n")
    }

    /// Whether the block is one of two wordings that are shown whole, where they both stand.
    private func isBeside(_ place: RedlinePlace) -> Bool {
        let change = comparison.changes[place.change]
        return place.isWhole && !change.has(.moved) && change.old.count == 1
            && change.new.count == 1
    }

    /// Whether the old wording is shown beside the block.
    private func hasFormer(_ place: RedlinePlace) -> Bool {
        guard let old = place.old, place.new != nil, former.has(old) else { return false }
        return comparison.changes[place.change].has(.reworded)
    }

    private func label(_ entry: RedlineEntry, _ place: RedlinePlace, _ html: inout HTMLBuffer) {
        let change = comparison.changes[place.change]
        let isDeparture = place.new == nil && !change.new.isEmpty
        html.append("<p class=\"change-label\" data-redline=\"aid\" id=\"")
        html.escape(isDeparture ? anchors.departure(entry.number) : anchors.change(entry.number))
        html.append("\"><strong>")
        html.escape(words.name(entry.number))
        html.append("</strong> ")
        html.escape(entry.kinds.compactMap { words.kinds[$0] }.joined(separator: ", "))
        if place.isWhole, !change.old.isEmpty, !change.new.isEmpty {
            html.append("; ")
            html.escape(words.whole)
        }
        if change.isCutShort {
            html.append("; ")
            html.escape(words.cutShort)
        }
        if !isBeside(place) { otherEnd(entry, change, isDeparture: isDeparture, place, &html) }
        step(entry.number - 1, words.previous, "↑", &html)
        step(entry.number + 1, words.next, "↓", &html)
        html.append("</p>\n")
    }

    /// A link to where moved text went, or came from.
    private func otherEnd(
        _ entry: RedlineEntry,
        _ change: BlockChange,
        isDeparture: Bool,
        _ place: RedlinePlace,
        _ html: inout HTMLBuffer
    ) {
        guard place.old == nil || place.new == nil, !change.old.isEmpty, !change.new.isEmpty else {
            return
        }
        let (text, blocks) =
            isDeparture ? (comparison.new, change.new) : (comparison.old, change.old)
        html.append("; ")
        html.escape(isDeparture ? words.newPlace : words.formerPlace)
        html.append(": <a href=\"#")
        html.escape(isDeparture ? anchors.change(entry.number) : anchors.departure(entry.number))
        html.append("\">")
        html.escape(names.range(blocks, of: text))
        html.append("</a>")
    }

    private func step(_ number: Int, _ name: String, _ sign: String, _ html: inout HTMLBuffer) {
        guard number >= 1, number <= entries.count else { return }
        html.append(" <a class=\"step\" href=\"#")
        html.escape(anchors.change(number))
        html.append("\" aria-label=\"")
        html.escape(name)
        html.append("\" title=\"")
        html.escape(name)
        html.append("\">")
        html.escape(sign)
        html.append("</a>")
    }

    // MARK: - Folds

    mutating func open(_ fold: RedlineFold, to html: inout HTMLBuffer) {
        html.append("<details class=\"unchanged\" data-redline=\"frame\">\n")
        html.append("<summary data-redline=\"aid\">")
        let unchanged = words.unchanged
        html.escape(unchanged.prefix(1).uppercased() + unchanged.dropFirst())
        html.append(": ")
        let blocks = [fold.blocks.lowerBound, fold.blocks.upperBound]
        html.escape(names.range(blocks, of: comparison.new))
        html.append("</summary>\n")
    }

    mutating func close(_ fold: RedlineFold, to html: inout HTMLBuffer) {
        html.append("</details>\n")
    }
}
