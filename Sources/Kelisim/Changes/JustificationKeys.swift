/// Under which keys of a `justifications.yaml` the changes of an edition stand.
///
/// The key is the id of the clause in the new text, and of a clause that is gone the one it had in the
/// old text. Where a later clause has taken over that number and has changed in earnest, the clause
/// that is gone is `removed 3.4`.
struct JustificationKeys {
    /// The ids in the new text of what has a justification of its own.
    private let new: Set<String>
    /// The ids in the old text of what is gone.
    private let removed: Set<String>

    /// The keys for the changes of all languages of an edition.
    init(_ sides: [ComparisonRows]) {
        let rows = sides.flatMap(\.rows)
        new = Set(rows.filter(\.isConsiderable).flatMap(\.newClauses))
        removed = Set(rows.filter(\.isRemoval).flatMap(\.oldClauses))
    }

    /// The keys that are about `row`: that of the unit, then those of what belongs to it.
    func keys(of row: ComparisonRow) -> [String] {
        if row.isRemoval {
            return row.oldClauses.flatMap { id in
                new.contains(id) ? [Self.prefix + id] : [id, Self.prefix + id]
            }
        }
        return row.isConsiderable
            ? row.newClauses : row.newClauses.filter { !removed.contains($0) }
    }

    private static let prefix = "removed "
}
