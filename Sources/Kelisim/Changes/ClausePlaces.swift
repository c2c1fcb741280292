internal import KelisimText

/// Where the clauses of two texts stand when these are laid beside each other.
struct ClausePlaces {
    private var old: [String: Int] = [:]
    private var new: [String: Int] = [:]

    init(_ comparison: TextComparison) {
        for (place, row) in comparison.rows.enumerated() {
            switch row {
            case .unchanged(let before, let after):
                old[comparison.old.tree.clauses[before].id] = place
                new[comparison.new.tree.clauses[after].id] = place
            case .change(let index):
                let change = comparison.changes[index]
                for block in change.new { new[comparison.new.tree.clauses[block].id] = place }
                for block in change.old { old[comparison.old.tree.clauses[block].id] = place }
            case .arrival, .departure: break
            }
        }
    }

    /// Where the clause of a row stands, if either text has it.
    func place(of identity: ComparisonRow.Identity) -> Int? {
        identity.new.flatMap { new[$0] } ?? identity.old.flatMap { old[$0] }
    }
}
