internal import KelisimText

/// What changed between two editions, language by language, as the rows of their comparison table.
struct EditionChanges {
    /// The languages in which both have a text that can be read, in the order of the new edition.
    let sides: [(language: Language, rows: ComparisonRows)]

    init(from old: Edition, to new: Edition) {
        sides = new.texts.compactMap { text in
            guard let before = old.text(in: text.language), before.string != nil,
                text.string != nil, let old = try? ComparedText(before.bytes),
                let new = try? ComparedText(text.bytes)
            else { return nil }
            return (text.language, ComparisonRows(TextComparison(old, new)))
        }
    }

    /// The keys under which reasons for the changes are given.
    var keys: JustificationKeys { JustificationKeys(sides.map(\.rows)) }

    /// The rows, each once, in the order of the table with all languages.
    var rows: [ComparisonRow] {
        AlignedRows(sides.map(\.rows)).rows.compactMap { $0.compactMap(\.self).first }
    }
}
