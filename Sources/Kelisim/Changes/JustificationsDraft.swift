internal import KelisimText

/// A `justifications.yaml` with an entry for every change that needs a reason: those that are there stay
/// as they are, to the byte, and those that are missing come behind them, still empty.
struct JustificationsDraft {
    /// The keys that were missing.
    let added: [String]
    /// The bytes of the file.
    let bytes: [UInt8]

    /// Adds to the file with `old` bytes, which hold `justifications`, what `changes` call for in each of
    /// `languages`.
    init(
        _ old: [UInt8],
        _ justifications: Justifications,
        _ changes: EditionChanges,
        in languages: [Language]
    ) {
        let keys = changes.keys
        let missing = changes.rows.filter { row in
            row.isConsiderable && !keys.keys(of: row).contains { justifications[$0] != nil }
        }
        let wording = languages.first.flatMap { WordingLanguage(tag: $0.tag) } ?? .en
        var added: [String] = []
        var text = ""
        for row in missing {
            guard let key = keys.keys(of: row).first else { continue }
            added.append(key)
            text += "# \(Self.comment(row.unit, in: wording))\n\"\(key)\":\n"
            for language in languages { text += "  \(language.tag): \"\"\n" }
        }
        self.added = added
        let start = old.isEmpty ? "# \(Self.introduction(in: wording))\n" : ""
        let isOpen = old.last.map { $0 != UInt8(ascii: "\n") } ?? false
        bytes = old + Array((start + (isOpen ? "\n" : "") + text).utf8)
    }

    /// How the unit is cited, on one line, without what a comment can't hold.
    private static func comment(_ unit: [UnitName], in language: WordingLanguage) -> String {
        let names = unit.map { $0.text(in: language) }.joined(separator: ", ").capitalizedFirst
        let unfit: Set<Unicode.GeneralCategory> = [
            .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
            .surrogate,
        ]
        let scalars = names.unicodeScalars.filter { !unfit.contains($0.properties.generalCategory) }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func introduction(in language: WordingLanguage) -> String {
        switch language {
        case .kk: "Өзгерістердің негіздемесі: салыстырмалы кестенің соңғы бағаны."
        case .ru: "Обоснования изменений: последняя графа сравнительной таблицы."
        case .en: "Why the clauses were changed: the last column of the comparison table."
        }
    }
}
