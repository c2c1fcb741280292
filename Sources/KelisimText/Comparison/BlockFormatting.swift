/// Compares what a block is and what lies on its words, whatever they say.
struct BlockFormatting {
    private let old: ComparedText
    private let new: ComparedText

    init(_ old: ComparedText, _ new: ComparedText) {
        self.old = old
        self.new = new
    }

    /// Whether the two blocks, whose texts are equal, are without doubt formatted alike; quick.
    func isPlainlySame(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        let (left, right) = (old.tree.clauses[oldBlock].node, new.tree.clauses[newBlock].node)
        let (a, b) = (old.document.nodes, new.document.nodes)
        let count = Int(a[left].end) - left
        guard count == Int(b[right].end) - right, a[left].level == b[right].level,
            hasSamePlace(left, right)
        else { return false }
        for offset in 0..<count {
            let (one, other) = (a[left + offset], b[right + offset])
            guard one.kind == other.kind else { return false }
            switch one.kind {
            case .text, .code: guard one.literal.count == other.literal.count else { return false }
            case .link, .image:
                guard
                    old.document.bytes[one.literal.range]
                        == new.document.bytes[other.literal.range],
                    old.document.bytes[one.title.range] == new.document.bytes[other.title.range]
                else { return false }
            default: break
            }
        }
        return old.document.tables[left]?.alignments == new.document.tables[right]?.alignments
    }

    /// Whether the two blocks are the same to the byte, with the same number in front.
    func areIdentical(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        let (left, right) = (old.tree.clauses[oldBlock].node, new.tree.clauses[newBlock].node)
        guard isPlainlySame(oldBlock, newBlock), old.label(of: oldBlock) == new.label(of: newBlock)
        else { return false }
        return old.document.bytes.withUnsafeBufferPointer { a in
            new.document.bytes.withUnsafeBufferPointer { b in
                for offset in 0..<Int(old.document.nodes[left].end) - left {
                    let one = old.document.nodes[left + offset].literal
                    let other = new.document.nodes[right + offset].literal
                    guard a[one.range].isEqual(to: b[other.range]) else { return false }
                }
                return true
            }
        }
    }

    /// What differs, given which tokens of the two plain texts are the same.
    func changes(
        _ oldBlock: Int,
        _ newBlock: Int,
        _ pairs: [(old: Range<Int>, new: Range<Int>)]
    ) -> [FormattingChange] {
        var changes: [FormattingChange] = []
        let (left, right) = (old.tree.clauses[oldBlock].node, new.tree.clauses[newBlock].node)
        let (one, other) = (old.document.nodes[left], new.document.nodes[right])
        let tables = (old.document.tables[left], new.document.tables[right])
        if one.kind != other.kind || (tables.0 == nil) != (tables.1 == nil) {
            changes.append(.block)
        } else if one.level != other.level {
            changes.append(.headingLevel(old: Int(one.level), new: Int(other.level)))
        }
        if !hasSamePlace(left, right) { changes.append(.list) }
        let marks = MarkDifferences(
            MarkRuns(old.document, block: left),
            MarkRuns(new.document, block: right),
            pairs
        )
        let hasOtherColumns =
            tables.0 != nil && tables.1 != nil && tables.0?.alignments != tables.1?.alignments
        if marks.hasOtherMarks || hasOtherColumns { changes.append(.marks) }
        return changes + marks.destinations
    }

    /// Whether the two blocks stand in the same kinds of lists and quotations.
    private func hasSamePlace(_ left: Int, _ right: Int) -> Bool {
        var (a, b) = (left, right)
        while true {
            let (up, other) = (Int(old.document.nodes[a].parent), Int(new.document.nodes[b].parent))
            guard up > 0, other > 0 else { return up == other }
            let (one, two) = (old.document.nodes[up], new.document.nodes[other])
            guard one.kind == two.kind, one.delimiter == two.delimiter,
                one.kind != .item || (a == up + 1) == (b == other + 1)
            else { return false }
            (a, b) = (up, other)
        }
    }
}

/// Where the marks on equal words differ.
private struct MarkDifferences {
    private(set) var hasOtherMarks = false
    private(set) var destinations: [FormattingChange] = []

    init(_ old: MarkRuns, _ new: MarkRuns, _ pairs: [(old: Range<Int>, new: Range<Int>)]) {
        if old.isPlain, new.isPlain { return }
        var before = (old: 0, new: 0)
        for pair in pairs {
            let oldBreak = old.hasBreak(in: before.old..<pair.old.lowerBound)
            let newBreak = new.hasBreak(in: before.new..<pair.new.lowerBound)
            if oldBreak != newBreak { hasOtherMarks = true }
            before = (pair.old.upperBound, pair.new.upperBound)
            // The first letter and the last stand for the word, unless a mark begins inside it.
            let isWhole = pair.old.count == pair.new.count
            let steps = isWhole ? old.offsets(in: pair.old, with: new, pair.new) : [0]
            for step in steps {
                compare(
                    old.marks(at: pair.old.lowerBound + step),
                    new.marks(at: pair.new.lowerBound + step)
                )
            }
        }
    }

    private mutating func compare(_ left: [MarkRuns.Mark], _ right: [MarkRuns.Mark]) {
        guard Set(left) != Set(right) else { return }
        if Set(left.filter { !$0.hasDestination }) != Set(right.filter { !$0.hasDestination }) {
            hasOtherMarks = true
        }
        let one = left.last { $0.hasDestination }
        let other = right.last { $0.hasDestination }
        guard one != other else { return }
        let change = FormattingChange.destination(old: one?.destination, new: other?.destination)
        if !destinations.contains(change) { destinations.append(change) }
    }
}

extension MarkRuns {
    /// Whether a hard break stands in `range`.
    fileprivate func hasBreak(in range: Range<Int>) -> Bool {
        let index = breaks.partitioningIndex { $0 >= range.lowerBound }
        return index < breaks.count && breaks[index] < range.upperBound
    }

    /// Where in `range` other marks may begin, here or in `other`.
    fileprivate func offsets(
        in range: Range<Int>,
        with other: MarkRuns,
        _ otherRange: Range<Int>
    ) -> [Int] {
        starts(in: range) + other.starts(in: otherRange)
    }

    private func starts(in range: Range<Int>) -> [Int] {
        let first = runs.partitioningIndex { $0.range.upperBound > range.lowerBound }
        return runs[first...].prefix { $0.range.lowerBound < range.upperBound }
            .map { max($0.range.lowerBound, range.lowerBound) - range.lowerBound }
    }
}

extension MarkRuns.Mark {
    fileprivate var hasDestination: Bool { destination != nil }

    fileprivate var destination: String? {
        switch self {
        case .link(let destination, _), .image(let destination, _): destination
        case .emphasis, .strong, .code: nil
        }
    }
}
