internal import KelisimText

/// A change as the summary of a redline lists it: one, or several that are one to a reader.
struct RedlineEntry: Sendable {
    /// Where the summary has it.
    enum Place: Sendable {
        /// In the table.
        case table
        /// In the line of new numbers.
        case numbers
        /// In the line of references that follow new numbers.
        case references
        /// Among changes of formatting and signs.
        case minor
    }

    /// The number, from 1, in the order of the redline.
    let number: Int
    /// The changes, by their positions in the comparison.
    private(set) var changes: [Int]
    let kinds: [BlockChange.Kind]
    let move: Int?
    let place: Place
    private(set) var removed: Int
    private(set) var inserted: Int

    /// The changes of `comparison`, with blocks moved together and numbers changed in a row as one.
    static func entries(of comparison: TextComparison) -> [RedlineEntry] {
        var entries: [RedlineEntry] = []
        var ofMove: [Int: Int] = [:]
        for (index, change) in comparison.changes.enumerated() {
            let entry = RedlineEntry(comparison, change, index, number: entries.count + 1)
            if let move = change.move, let first = ofMove[move],
                entries[first].kinds == change.kinds
            {
                entries[first].add(entry)
            } else if entry.place == .numbers, let last = entries.last, last.place == .numbers {
                entries[entries.count - 1].add(entry)
            } else {
                if let move = change.move { ofMove[move] = entries.count }
                entries.append(entry)
            }
        }
        return entries
    }

    private init(
        _ comparison: TextComparison,
        _ change: BlockChange,
        _ index: Int,
        number: Int
    ) {
        self.number = number
        changes = [index]
        kinds = change.kinds
        move = change.move
        place =
            switch change.classification {
            case .typographic, .formatting: .minor
            case _ where change.isConsequential && move == nil: .references
            case _ where change.kinds == [.renumbered]: .numbers
            default: .table
            }
        let isCounted = place != .numbers
        (removed, inserted) = isCounted ? comparison.wordCounts(of: change) : (0, 0)
    }

    private mutating func add(_ other: RedlineEntry) {
        changes += other.changes
        removed += other.removed
        inserted += other.inserted
    }
}
