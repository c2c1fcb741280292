package import KelisimText

/// The rows of a comparison table in one language: one for each smallest structural unit that contains
/// the whole of a change, in the order of the new text.
///
/// A section, clause or point that was added, removed or moved with all that belongs to it is one
/// unit. What changed nothing but marks and structure has no row: the table compares wordings.
package struct ComparisonRows: Sendable {
    /// The rows.
    let rows: [ComparisonRow]
    /// What they are about.
    let comparison: TextComparison

    /// The rows for `comparison`.
    package init(_ comparison: TextComparison) {
        self.comparison = comparison
        var builder = ComparisonRowBuilder(comparison)
        rows = Self.joiningReplaced(builder.build())
    }
}

extension ComparisonRows {
    /// The rows, with a clause that is gone and the new one that has its number in one of them: for a
    /// lawyer that is one clause in another wording, however little the two have in common.
    private static func joiningReplaced(_ rows: [ComparisonRow]) -> [ComparisonRow] {
        let gone = Dictionary(
            rows.filter { $0.isRemoval && $0.hasNumber }.map { ($0.clause, $0) }
        ) { first, _ in first }
        var joined: Set<String> = []
        let made = rows.map { row in
            guard row.oldClauses.isEmpty, row.hasNumber, let old = gone[row.clause],
                row.unit.last?.brief == old.unit.last?.brief
            else { return row }
            joined.insert(row.clause)
            return row.replacing(old)
        }
        return made.filter { !($0.isRemoval && joined.contains($0.clause)) }
    }
}

extension ComparisonRow {
    /// Whether the unit is cited by its number.
    fileprivate var hasNumber: Bool {
        if case .numbered = unit.last { true } else { false }
    }

    /// The row of this unit, which is new, in the place of `old`.
    fileprivate func replacing(_ old: ComparisonRow) -> ComparisonRow {
        ComparisonRow(
            oldClauses: old.oldClauses,
            newClauses: newClauses,
            unit: unit,
            remarks: [],
            old: old.old,
            new: new,
            isConsiderable: true
        )
    }
}
