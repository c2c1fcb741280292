internal import KelisimText

/// The making of cells in the language of one side of a comparison table.
struct ComparisonSideDrawer {
    private typealias Paragraph = ComparisonTable.Paragraph

    private let side: ComparisonTable.Side
    private let words: ComparisonWords
    /// The language of the texts.
    private var tag: String { side.language?.tag ?? "" }

    init(_ side: ComparisonTable.Side, _ headings: ComparisonHeadings) {
        self.side = side
        words = ComparisonWords(
            language: side.language.flatMap { WordingLanguage(tag: $0.tag) } ?? .en,
            headings: headings
        )
    }

    var name: ComparisonTable.Paragraph {
        guard let title = side.title else { return said(words.table) }
        return Paragraph([ComparisonRun("\(words.table): \(title)")], in: tag)
    }

    var nothing: ComparisonTable.Paragraph { said(words.nothing) }
    var numberHeading: ComparisonTable.Paragraph { said(words.number) }
    var unitHeading: ComparisonTable.Paragraph { said(words.unit) }
    var oldHeading: ComparisonTable.Paragraph { said(words.old) }
    var newHeading: ComparisonTable.Paragraph { said(words.new) }
    var justificationHeading: ComparisonTable.Paragraph { said(words.justification) }

    /// How the unit of `row` is cited, a line for each part, and what is to be said about it.
    func unit(of row: ComparisonRow) -> ComparisonTable.Cell {
        let noun = row.unit.last?.noun ?? .indention
        let remarks = row.remarks.map {
            $0.text(about: noun, isProposed: words.headings.isProposed, in: words.language)
        }
        return (row.unit.map { $0.text(in: words.language) } + remarks)
            .map { said($0.capitalizedFirst) }
    }

    /// The two wordings of `row`; of nil, that there is nothing new.
    func wordings(of row: ComparisonRow?) -> [ComparisonTable.Cell] {
        guard let row else { return [[said(words.same)], [said(words.same)]] }
        let noun = row.unit.last?.noun ?? .indention
        let old = row.old.map { Paragraph($0, in: tag) }
        let new = row.new.map { Paragraph($0, in: tag) }
        return [
            row.oldClauses.isEmpty ? [said(words.absent)] : old,
            row.isRemoval ? [said(words.removed(noun))] : new,
        ]
    }

    /// Why the unit of `row` was changed, as far as that was written.
    func justification(
        of row: ComparisonRow,
        _ justifications: Justifications,
        _ keys: JustificationKeys
    ) -> ComparisonTable.Cell {
        guard let language = side.language else { return [] }
        return justifications.texts(for: keys.keys(of: row), in: language)
            .flatMap { $0.split(separator: "\n") }
            .map { Paragraph([ComparisonRun(String($0))], in: tag) }
    }

    private func said(_ text: String) -> ComparisonTable.Paragraph {
        Paragraph([ComparisonRun(text)], in: words.language.rawValue)
    }
}
