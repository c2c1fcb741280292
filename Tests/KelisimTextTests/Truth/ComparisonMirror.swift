@testable import KelisimText

/// A comparison in a form that can be laid beside another, as it is or with the sides exchanged.
struct ComparisonMirror: Hashable {
    private struct Change: Hashable {
        let kinds: Set<BlockChange.Kind>
        let classification: BlockChange.Class
        let old: [Int]
        let new: [Int]
        /// The stretches in common: all that does not depend on whether deletions come first.
        let words: [[Range<Int>]]
        let readableWords: [[Range<Int>]]
        let isWholesale: Bool
        let isConsequential: Bool
        let isCutShort: Bool
        let formatting: Set<FormattingChange>
        let characters: [CharacterChange]
    }

    private let changes: Set<Change>
    private let unchanged: Set<[Int]>
    /// The old and new blocks of each move.
    private let moves: Set<Set<[[Int]]>>

    init(_ comparison: TextComparison, exchanged: Bool = false) {
        var changes: Set<Change> = []
        var moves: [Int: Set<[[Int]]>] = [:]
        for change in comparison.changes {
            let sides = [change.old, change.new]
            let readable = comparison.readableWords(of: change)
            changes.insert(
                Change(
                    kinds: Set(change.kinds.map { exchanged ? Self.exchanged($0) : $0 }),
                    classification: change.classification,
                    old: sides[exchanged ? 1 : 0],
                    new: sides[exchanged ? 0 : 1],
                    words: Self.common(change.words, exchanged),
                    readableWords: Self.common(readable.edits, exchanged),
                    isWholesale: readable.isWholesale,
                    isConsequential: change.isConsequential,
                    isCutShort: change.isCutShort,
                    formatting: Set(
                        change.formatting.map { exchanged ? Self.exchanged($0) : $0 }
                    ),
                    characters: change.characters.map {
                        exchanged ? CharacterChange(old: $0.new, new: $0.old) : $0
                    }
                )
            )
            if let move = change.move {
                moves[move, default: []].insert(exchanged ? sides.reversed() : sides)
            }
        }
        self.changes = changes
        self.moves = Set(moves.values)
        unchanged = Set(
            comparison.rows.compactMap { row in
                guard case .unchanged(let old, let new) = row else { return nil }
                return exchanged ? [new, old] : [old, new]
            }
        )
    }

    private static func common(_ edits: [WordEdit], _ exchanged: Bool) -> [[Range<Int>]] {
        edits.filter { $0.operation == .equal }
            .map { exchanged ? [$0.new, $0.old] : [$0.old, $0.new] }
    }

    private static func exchanged(_ kind: BlockChange.Kind) -> BlockChange.Kind {
        switch kind {
        case .added: .removed
        case .removed: .added
        case .split: .merged
        case .merged: .split
        case .reworded, .moved, .renumbered, .formatting, .typographic: kind
        }
    }

    private static func exchanged(_ change: FormattingChange) -> FormattingChange {
        switch change {
        case .destination(let old, let new): .destination(old: new, new: old)
        case .headingLevel(let old, let new): .headingLevel(old: new, new: old)
        case .marks, .list, .block: change
        }
    }

    /// What only one of two comparisons has, in words.
    func differences(from other: ComparisonMirror) -> [String] {
        var differences: [String] = []
        for (name, set, rest) in [("here", self, other), ("there", other, self)] {
            for change in set.changes.subtracting(rest.changes) {
                let kinds = change.kinds.map(\.rawValue).sorted()
                differences.append("only \(name): \(kinds) \(change.old) → \(change.new)")
            }
            for pair in set.unchanged.subtracting(rest.unchanged) {
                differences.append("unchanged only \(name): \(pair)")
            }
            for move in set.moves.subtracting(rest.moves) {
                differences.append("move only \(name): \(move)")
            }
        }
        return differences.sorted()
    }
}
