internal import KelisimText

/// A text in Kazakh or Russian with the words of its paragraphs and headings.
struct WordingText {
    let text: ReviewedText
    let language: WordingLanguage
    /// The words of each clause; none of code, raw HTML and tables.
    let words: [[Word]]

    /// Cuts `text` into words; nil for another language.
    init?(_ text: ReviewedText) {
        guard let language = WordingLanguage(tag: text.language.tag), language != .en else {
            return nil
        }
        self.text = text
        self.language = language
        words = text.clauses.indices.map { position in
            WordingText.isProse(position, text) ? text.content.words(of: position) : []
        }
    }

    /// Whether the clause at `position` is a heading or a paragraph that is no table.
    static func isProse(_ position: Int, _ text: ReviewedText) -> Bool {
        let node = text.clauses[position].node
        let kind = text.content.document.nodes[node].kind
        return kind == .heading || kind == .paragraph && text.content.document.tables[node] == nil
    }

    func isHeading(_ position: Int) -> Bool {
        text.content.document.nodes[text.clauses[position].node].kind == .heading
    }

    /// Where `word` of the clause at `position` begins.
    func place(_ word: Word, _ position: Int) -> Place {
        text.place(ofByte: word.range.lowerBound, in: text.block(position))
    }

    /// The clauses at `positions`, which are in order, for a message: the first ones by name, the
    /// others by their number.
    static func names(_ positions: [Int], in text: ReviewedText) -> String {
        var distinct: [Int] = []
        for position in positions where distinct.last != position { distinct.append(position) }
        let names = distinct.prefix(6).map(text.name).joined(separator: ", ")
        return distinct.count > 6 ? names + ", … (+\(distinct.count - 6))" : names
    }
}
