public import KelisimText

/// A clause whose words changed in one language, while another language's text of the same clause
/// is what it was.
public struct OneSidedChange: Hashable, Sendable {
    /// The id of the clause in the new texts.
    public let clause: String
    /// The language in which it was reworded.
    public let changed: Language
    /// The language in which it was not.
    public let untouched: Language
    /// The ordinal of the block in the new text that was reworded.
    public let changedBlock: Int
    /// The ordinal of the block in the new text that was not.
    public let untouchedBlock: Int

    /// The one-sided changes between two editions, by the comparisons of their texts in each language.
    ///
    /// What only follows a renumbering is no change of words here, and neither is a block that was
    /// added or removed: that the languages then have other clauses is found without a comparison.
    ///
    /// - Parameter comparisons: The comparison of each language's texts.
    /// - Returns: For each language, in order, what was reworded in it and not in each other.
    public static func all(
        in comparisons: [(language: Language, comparison: TextComparison)]
    ) -> [OneSidedChange] {
        let touched = comparisons.map { touchedBlocks($0.comparison) }
        return comparisons.indices.flatMap { here in
            comparisons.indices.filter { $0 != here }
                .flatMap { there in
                    comparisons[here].comparison.changes.filter(isReworded)
                        .compactMap { change -> OneSidedChange? in
                            let tree = comparisons[here].comparison.new.tree
                            let other = comparisons[there].comparison.new.tree
                            let blocks = change.new.map { block in
                                (block, other.position(of: tree.clauses[block].id))
                            }
                            guard let (block, counterpart) = blocks.first, let counterpart,
                                blocks.allSatisfy({ pair in
                                    pair.1.map { !touched[there].contains($0) } ?? false
                                })
                            else { return nil }
                            return OneSidedChange(
                                clause: tree.clauses[block].id,
                                changed: comparisons[here].language,
                                untouched: comparisons[there].language,
                                changedBlock: block,
                                untouchedBlock: counterpart
                            )
                        }
                }
        }
    }

    private static func isReworded(_ change: BlockChange) -> Bool {
        change.has(.reworded) && change.classification == .substantive && !change.isConsequential
    }

    /// The blocks of the new text whose words are not those of the old one.
    private static func touchedBlocks(_ comparison: TextComparison) -> Set<Int> {
        comparison.changes.filter { $0.classification == .substantive && !$0.isConsequential }
            .reduce(into: []) { $0.formUnion($1.new) }
    }
}
