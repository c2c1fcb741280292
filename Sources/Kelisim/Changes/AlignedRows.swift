/// The rows of the languages of a comparison table, beside each other where they are about the same
/// clause.
struct AlignedRows {
    /// The rows, each with that of every language, or nil where its text did not change.
    ///
    /// They follow the first language; what only another one has stands behind its neighbour there.
    let rows: [[ComparisonRow?]]

    init(_ sides: [ComparisonRows]) {
        var identities: [ComparisonRow.Identity] = []
        for side in sides { Self.insert(side.rows.map(\.identity), into: &identities) }
        let found = sides.map { side in
            Dictionary(side.rows.map { ($0.identity, $0) }) { first, _ in first }
        }
        rows = identities.map { identity in found.map { $0[identity] } }
    }

    /// Puts those of `more` that `identities` does not have behind the one in front of them.
    private static func insert(
        _ more: [ComparisonRow.Identity],
        into identities: inout [ComparisonRow.Identity]
    ) {
        let known = Set(identities)
        var behind: [ComparisonRow.Identity: [ComparisonRow.Identity]] = [:]
        var start: [ComparisonRow.Identity] = []
        var last: ComparisonRow.Identity?
        for identity in more {
            if known.contains(identity) {
                last = identity
            } else if let last {
                behind[last, default: []].append(identity)
            } else {
                start.append(identity)
            }
        }
        identities = start + identities.flatMap { [$0] + (behind[$0] ?? []) }
    }
}
