internal import KelisimText

/// One thing that the text form of a comparison says, in the order of the texts.
enum DiffEntry {
    /// A clause that both texts have, by its block in the new one.
    case unchanged(Int)
    /// A change where the new text has it, or where the old one had what was removed.
    case change(BlockChange)
    /// Changes of which nothing is to be said but that their numbers are others.
    case renumbered([BlockChange])
    /// Changes, moved together and otherwise as they were, where they stand now.
    case arrived([BlockChange])
    /// A block that was split off, apart from the others.
    case part(BlockChange, Int)
    /// Changes where the old text had them.
    case departed([BlockChange])
}

/// The section that an entry stands in, by the block of its heading.
struct DiffSection: Equatable {
    /// Whether the heading is one of the old text.
    let isOld: Bool
    let heading: Int
}

extension DiffReport {
    /// The section that an entry stands in, where it is shown.
    func section(of entry: DiffEntry) -> DiffSection? {
        switch entry {
        case .unchanged(let block), .part(_, let block): section(around: block, isOld: false)
        case .departed(let changes):
            changes[0].old.first.flatMap { section(around: $0, isOld: true) }
        case .change(let change): section(of: change)
        case .renumbered(let changes), .arrived(let changes): section(of: changes[0])
        }
    }

    private func section(of change: BlockChange) -> DiffSection? {
        if let block = change.new.first { return section(around: block, isOld: false) }
        return change.old.first.flatMap { section(around: $0, isOld: true) }
    }

    private func section(around block: Int, isOld: Bool) -> DiffSection? {
        let text = isOld ? comparison.old : comparison.new
        guard let heading = text.heading(above: block) else { return nil }
        // A section that both texts have is the new one's.
        if isOld, let new = newBlocks[heading] { return DiffSection(isOld: false, heading: new) }
        return DiffSection(isOld: isOld, heading: heading)
    }

    /// What is said, in order; references that only follow a renumbering are left out.
    var entries: [DiffEntry] {
        var entries: [DiffEntry] = []
        var renumbered: Int?
        let rows = comparison.rows
        for (index, row) in rows.enumerated() {
            switch row {
            case .unchanged(_, let block): entries.append(.unchanged(block))
            case .arrival(let position, let block):
                let change = comparison.changes[position]
                guard !isInPlace(position, index) else { continue }
                renumbered = nil
                entries.append(.part(change, block))
            case .departure(let position, _):
                let change = comparison.changes[position]
                guard !isInPlace(position, index), !change.isConsequential else { continue }
                renumbered = nil
                if case .departed(let others) = entries.last, others[0].move == change.move,
                    change.move != nil
                {
                    entries[entries.count - 1] = .departed(others + [change])
                } else {
                    entries.append(.departed([change]))
                }
            case .change(let position):
                let change = comparison.changes[position]
                guard !change.isConsequential else { continue }
                if change.kinds == [.renumbered] {
                    if let place = renumbered, case .renumbered(let others) = entries[place] {
                        entries[place] = .renumbered(others + [change])
                    } else {
                        renumbered = entries.count
                        entries.append(.renumbered([change]))
                    }
                    continue
                }
                renumbered = nil
                if Self.isMoveAlone(change), case .arrived(let others) = entries.last,
                    others[0].move == change.move
                {
                    entries[entries.count - 1] = .arrived(others + [change])
                } else {
                    entries.append(Self.isMoveAlone(change) ? .arrived([change]) : .change(change))
                }
            }
        }
        return entries
    }

    /// Whether nothing happened to a clause but that it stands elsewhere, with another number perhaps.
    private static func isMoveAlone(_ change: BlockChange) -> Bool {
        change.has(.moved) && change.kinds.allSatisfy { $0 == .moved || $0 == .renumbered }
    }

    /// Whether a departure or arrival at `index` of the rows stands beside its change, which then says all.
    private func isInPlace(_ change: Int, _ index: Int) -> Bool {
        let rows = comparison.rows
        let neighbours = [
            rows[index...].first { !Self.isPart($0, of: change) },
            rows[..<index].last { !Self.isPart($0, of: change) },
        ]
        return neighbours.contains { row in
            if case .change(let other) = row { other == change } else { false }
        }
    }

    private static func isPart(_ row: TextComparison.Row, of change: Int) -> Bool {
        switch row {
        case .departure(let other, _), .arrival(let other, _): other == change
        case .unchanged, .change: false
        }
    }
}
