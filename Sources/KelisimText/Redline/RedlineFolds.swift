/// Finds what can be folded: outermost blocks in a row that nothing happened to.
struct RedlineFolds {
    /// The folds, by the step before which they begin, and the step behind their last.
    private(set) var folds: [Int: (end: Int, fold: RedlineFold)] = [:]

    /// What stands between two moments at which no list is open.
    private struct Unit {
        var steps: Range<Int>
        var blocks: ClosedRange<Int>?
        var isQuiet = true
    }

    /// - Parameters:
    ///   - steps: what is written.
    ///   - leaves: the blocks.
    ///   - clauses: the clauses of the new text: the headings above a change are not folded.
    ///   - context: how many blocks stay beside a change.
    ///   - minimum: how many blocks a fold holds at least.
    init(
        _ steps: [RedlineStep],
        _ leaves: [RedlineLeaf],
        _ clauses: [Clause],
        context: Int,
        minimum: Int
    ) {
        let units = Self.units(steps, leaves)
        let kept = Self.kept(leaves, clauses)
        var run: Range<Int>?
        for (index, unit) in units.enumerated() {
            if unit.isQuiet, let blocks = unit.blocks, !kept.contains(blocks.lowerBound) {
                run = (run?.lowerBound ?? index)..<index + 1
                continue
            }
            if let run { add(run, of: units, context, minimum) }
            run = nil
        }
        if let run { add(run, of: units, context, minimum) }
    }

    private static func units(_ steps: [RedlineStep], _ leaves: [RedlineLeaf]) -> [Unit] {
        var units: [Unit] = []
        var unit = Unit(steps: 0..<0)
        var depth = 0
        for (index, step) in steps.enumerated() {
            switch step {
            case .open: depth += 1
            case .close: depth -= 1
            case .leaf(let position):
                let leaf = leaves[position]
                if leaf.change != nil || leaf.onlySide != nil || leaf.wording != .plain {
                    unit.isQuiet = false
                }
                if let new = leaf.blocks.new {
                    unit.blocks = (unit.blocks?.lowerBound ?? new)...new
                }
            }
            guard depth == 0 else { continue }
            unit.steps = unit.steps.lowerBound..<index + 1
            units.append(unit)
            unit = Unit(steps: index + 1..<index + 1)
        }
        return units
    }

    /// The title, and the clauses above a block that something happened to.
    private static func kept(_ leaves: [RedlineLeaf], _ clauses: [Clause]) -> Set<Int> {
        var kept: Set<Int> = []
        var above: Int?
        for leaf in leaves {
            if let new = leaf.blocks.new {
                above = clauses[new].parent
                if clauses[new].kind == .title { kept.insert(new) }
            }
            guard leaf.change != nil else { continue }
            var clause = above
            while let position = clause, kept.insert(position).inserted {
                clause = clauses[position].parent
            }
        }
        return kept
    }

    private mutating func add(_ run: Range<Int>, of units: [Unit], _ context: Int, _ minimum: Int) {
        let start = run.lowerBound == 0 ? 0 : run.lowerBound + context
        let end = run.upperBound == units.count ? units.count : run.upperBound - context
        guard end - start >= minimum, let first = units[start].blocks,
            let last = units[end - 1].blocks
        else { return }
        folds[units[start].steps.lowerBound] = (
            units[end - 1].steps.upperBound,
            RedlineFold(blocks: first.lowerBound...last.upperBound)
        )
    }
}
