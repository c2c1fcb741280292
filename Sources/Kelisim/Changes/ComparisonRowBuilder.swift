internal import KelisimText

/// The making of the rows of a comparison table.
struct ComparisonRowBuilder {
    private let comparison: TextComparison
    private let old: TextUnits
    private let new: TextUnits
    /// The change that each block of the new text stands in.
    private var changeOfNew: [Int?]
    /// The change that each block of the old text stands in.
    private var changeOfOld: [Int?]
    /// How many blocks before each one are simply new, or simply gone.
    private var addedBefore: [Int] = [0]
    private var removedBefore: [Int] = [0]
    private var done: Set<Int> = []
    /// Whether all of the clause at a position of the new text went through the same.
    private var wholes: [Int: Bool] = [:]

    init(_ comparison: TextComparison) {
        self.comparison = comparison
        old = TextUnits(comparison.old)
        new = TextUnits(comparison.new)
        changeOfNew = [Int?](repeating: nil, count: comparison.new.count)
        changeOfOld = [Int?](repeating: nil, count: comparison.old.count)
        for (index, change) in comparison.changes.enumerated() {
            for block in change.new { changeOfNew[block] = index }
            for block in change.old { changeOfOld[block] = index }
        }
        for index in changeOfNew {
            let isAdded = index.map { comparison.changes[$0].kinds == [.added] } ?? false
            addedBefore.append(addedBefore[addedBefore.count - 1] + (isAdded ? 1 : 0))
        }
        for index in changeOfOld {
            let isRemoved = index.map { comparison.changes[$0].kinds == [.removed] } ?? false
            removedBefore.append(removedBefore[removedBefore.count - 1] + (isRemoved ? 1 : 0))
        }
    }

    private var changes: [BlockChange] { comparison.changes }

    mutating func build() -> [ComparisonRow] {
        var rows: [ComparisonRow] = []
        for row in comparison.rows {
            guard case .change(let index) = row, !done.contains(index) else { continue }
            done.insert(index)
            let change = changes[index]
            guard change.kinds != [.formatting] else { continue }
            let made = whole(around: change) ?? single(change)
            guard !(made.old.isEmpty && made.new.isEmpty) else { continue }
            rows.append(made)
        }
        return rows
    }

    // MARK: - Units with all that belongs to them

    private mutating func whole(around change: BlockChange) -> ComparisonRow? {
        if change.kinds == [.added] {
            guard let block = change.new.first,
                let root = root(of: block, in: new, isWhole: isAdded)
            else { return nil }
            let blocks = comparison.new.tree.subtree(of: root)
            return row(
                blocks.compactMap { changeOfNew[$0] },
                old: nil,
                new: Array(blocks),
                unit: new.chain(to: root, whole: true)
            )
        }
        if change.kinds == [.removed] {
            guard let block = change.old.first,
                let root = root(of: block, in: old, isWhole: isRemoved)
            else { return nil }
            let blocks = comparison.old.tree.subtree(of: root)
            return row(
                blocks.compactMap { changeOfOld[$0] },
                old: Array(blocks),
                new: nil,
                unit: old.chain(to: root, whole: true)
            )
        }
        guard change.new.count == 1, let root = change.new.first.flatMap({ wholeRoot(of: $0) })
        else { return nil }
        let blocks = comparison.new.tree.subtree(of: root)
        let together = blocks.compactMap { changeOfNew[$0] }
        guard let first = together.first.flatMap({ changes[$0].old.first }) else { return nil }
        return row(
            together,
            old: Array(first..<first + blocks.count),
            new: Array(blocks),
            unit: new.chain(to: root, whole: true)
        )
    }

    private func isAdded(_ blocks: Range<Int>) -> Bool {
        addedBefore[blocks.upperBound] - addedBefore[blocks.lowerBound] == blocks.count
    }

    private func isRemoved(_ blocks: Range<Int>) -> Bool {
        removedBefore[blocks.upperBound] - removedBefore[blocks.lowerBound] == blocks.count
    }

    /// The outermost clause around `block` for all of which `isWhole` holds, if it is one that is cited
    /// by a name of its own.
    private func root(
        of block: Int,
        in units: TextUnits,
        isWhole: (Range<Int>) -> Bool
    ) -> Int? {
        var root: Int?
        var current: Int? = block
        while let position = current {
            if units.isLabelled(position) {
                guard isWhole(units.text.tree.subtree(of: position)) else { break }
                root = position
            }
            current = units.text.tree.clauses[position].parent
        }
        return root
    }

    /// The outermost clause around a block of the new text all of which went through the same.
    private mutating func wholeRoot(of block: Int) -> Int? {
        var root: Int?
        var current: Int? = block
        while let position = current {
            if new.isLabelled(position) {
                let isWhole = wholes[position] ?? isWhole(position)
                wholes[position] = isWhole
                guard isWhole else { break }
                root = position
            }
            current = comparison.new.tree.clauses[position].parent
        }
        return root
    }

    /// Whether all of a clause moved at once, or got other numbers and nothing else, and was all of a
    /// clause before.
    private func isWhole(_ position: Int) -> Bool {
        let blocks = comparison.new.tree.subtree(of: position)
        guard let first = changeOfNew[position].map({ changes[$0] }), first.old.count == 1,
            let start = first.old.first,
            first.move != nil || first.kinds == [.renumbered]
        else { return false }
        let isTogether = blocks.allSatisfy { block in
            guard let change = changeOfNew[block].map({ changes[$0] }) else { return false }
            return change.move == first.move && change.new.count == 1
                && change.old == [start + block - position]
                && (first.move != nil || change.kinds == [.renumbered])
        }
        return isTogether && comparison.old.tree.subtree(of: start).count == blocks.count
    }

    // MARK: - Rows

    private func single(_ change: BlockChange) -> ComparisonRow {
        guard let first = change.new.first, !change.has(.split) else {
            return make(
                [change],
                old: change.old,
                new: change.new.isEmpty ? nil : change.new,
                unit: change.old.first.map { old.chain(to: $0) } ?? []
            )
        }
        return make(
            [change],
            old: change.old.isEmpty ? nil : change.old,
            new: change.new,
            // What has only another number is the section, and not the words of its heading.
            unit: new.chain(to: first, whole: change.kinds == [.renumbered])
        )
    }

    private mutating func row(
        _ indices: [Int],
        old: [Int]?,
        new: [Int]?,
        unit: [UnitName]
    ) -> ComparisonRow {
        done.formUnion(indices)
        return make(indices.map { changes[$0] }, old: old, new: new, unit: unit)
    }

    private func make(
        _ changes: [BlockChange],
        old: [Int]?,
        new: [Int]?,
        unit: [UnitName]
    ) -> ComparisonRow {
        var lines: (old: [[ComparisonRun]], new: [[ComparisonRun]]) = ([], [])
        for change in changes {
            let edits = comparison.readableWords(of: change).edits
            lines.old +=
                ChangedWording(
                    comparison.old,
                    change.old,
                    comparison.oldPassage(of: change),
                    edits,
                    side: \.old,
                    hasNewLabels: change.has(.renumbered) || change.has(.removed)
                )
                .lines
            lines.new +=
                ChangedWording(
                    comparison.new,
                    change.new,
                    comparison.newPassage(of: change),
                    edits,
                    side: \.new,
                    hasNewLabels: change.has(.renumbered) || change.has(.added)
                )
                .lines
        }
        return ComparisonRow(
            oldClauses: (old ?? []).map { comparison.old.tree.clauses[$0].id },
            newClauses: (new ?? []).map { comparison.new.tree.clauses[$0].id },
            unit: unit,
            remarks: remarks(on: changes, old: old, new: new, unit: unit),
            old: lines.old,
            new: lines.new,
            isConsiderable: changes.contains(where: \.isConsiderable)
        )
    }

    private func remarks(
        on changes: [BlockChange],
        old before: [Int]?,
        new after: [Int]?,
        unit: [UnitName]
    ) -> [ComparisonRemark] {
        var remarks: [ComparisonRemark] = []
        if let before, let after, let start = before.first, let change = changes.first {
            let isWhole = changes.count > 1 || change.kinds == [.renumbered]
            let former = old.chain(to: start, whole: isWhole)
            let (own, now) = (former.lastNumbered, unit.lastNumbered)
            if change.has(.renumbered), let own, let now, own != now {
                remarks.append(.renumbered(from: own, to: now))
            }
            if change.has(.moved) {
                // A new number among the same parts has been told.
                let isTold = !remarks.isEmpty && former.dropLast().briefs == unit.dropLast().briefs
                remarks.append(.moved(from: isTold || former.briefs == unit.briefs ? [] : former))
            }
            if change.has(.split) {
                remarks.append(.split(into: after.map { new.chain(to: $0).beyond(unit) }))
            }
            if change.has(.merged) {
                remarks.append(.merged(from: before.map { old.chain(to: $0).beyond(unit) }))
            }
        }
        if changes.allSatisfy({ $0.classification == .typographic }) {
            remarks.append(.typographic(changes.flatMap(\.characters)))
        }
        if changes.contains(where: \.isCutShort) { remarks.append(.cutShort) }
        return remarks
    }
}

extension BlockChange {
    /// Whether more changed than numbers that follow others, and signs that mean the same.
    fileprivate var isConsiderable: Bool {
        guard !isConsequential, classification != .typographic, classification != .formatting else {
            return false
        }
        let following: Set<Kind> = [.renumbered, .formatting, .typographic]
        return !following.isSuperset(of: kinds)
    }
}

extension Collection<UnitName> {
    /// The names without the words of headings.
    fileprivate var briefs: [UnitName] { map(\.brief) }
}

extension [UnitName] {
    /// The innermost name with a number, without the words of a heading.
    fileprivate var lastNumbered: UnitName? {
        last { name in
            if case .numbered = name { true } else { false }
        }?
        .brief
    }

    /// The names that do not stand in front of `other` as well; the last one always.
    fileprivate func beyond(_ other: [UnitName]) -> [UnitName] {
        let common = zip(self, other).prefix { $0.brief == $1.brief }.count
        return Array(suffix(Swift.max(1, count - common)))
    }
}
