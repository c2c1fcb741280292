/// The rows of the languages of a comparison table, beside each other where they are about the same
/// clause.
struct AlignedRows {
    /// The rows, each with that of every language, or nil where its text did not change.
    ///
    /// They follow the first language; what only another one has stands where the first has the same
    /// clause, or behind its neighbour where it has none.
    let rows: [[ComparisonRow?]]

    private struct Entry {
        let identity: ComparisonRow.Identity
        let place: Int
    }

    init(_ sides: [ComparisonRows]) {
        var entries: [Entry] = []
        var known: Set<ComparisonRow.Identity> = []
        let places = sides.count > 1 ? sides.first.map { ClausePlaces($0.comparison) } : nil
        for side in sides {
            var last = 0
            for identity in side.rows.map(\.identity) {
                last = places?.place(of: identity) ?? last
                guard known.insert(identity).inserted else { continue }
                entries.append(Entry(identity: identity, place: last))
            }
        }
        // Of several in one place the order stays, so that the first language goes first.
        let sorted = entries.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
        let found = sides.map { side in
            Dictionary(side.rows.map { ($0.identity, $0) }) { first, _ in first }
        }
        rows = sorted.map { entry in found.map { $0[entry.element.identity] } }
    }
}
