import KelisimTesting

@testable import KelisimText

/// A comparison that no alignment would find, but that is a comparison all the same: pairs, moves,
/// splits and merges at random, so that a redline must be right whatever it is given.
struct ArbitraryComparison {
    private let old: ComparedText
    private let new: ComparedText
    private var random: SeededGenerator
    private var changes: [BlockChange] = []
    private var rows: [TextComparison.Row] = []
    private var unchanged = 0
    /// The change of each old block that departs, and of each new block that arrives.
    private var departures: [Int: Int] = [:]
    private var arrivals: [Int: Int] = [:]

    /// Compares `old` and `new` as `seed` says.
    static func comparison(_ old: [UInt8], _ new: [UInt8], seed: UInt64) throws -> TextComparison {
        var maker = ArbitraryComparison(
            old: try ComparedText(old),
            new: try ComparedText(new),
            random: SeededGenerator(seed: seed)
        )
        maker.compare()
        return TextComparison(
            maker.old,
            maker.new,
            changes: maker.changes,
            rows: maker.rows,
            unchanged: maker.unchanged
        )
    }

    private init(old: ComparedText, new: ComparedText, random: SeededGenerator) {
        (self.old, self.new, self.random) = (old, new, random)
    }

    private mutating func compare() {
        var left = 0
        var right = 0
        var gaps: [(Range<Int>, Range<Int>, pair: (Int, Int)?)] = []
        for (before, after) in spine() {
            gaps.append((left..<before, right..<after, (before, after)))
            (left, right) = (before + 1, after + 1)
        }
        gaps.append((left..<old.count, right..<new.count, nil))
        relate(gaps.flatMap { Array($0.0) }, gaps.flatMap { Array($0.1) })
        var done: Set<Int> = []
        for gap in gaps {
            var before = Array(gap.0)[...]
            var after = Array(gap.1)[...]
            while !before.isEmpty || !after.isEmpty {
                if !before.isEmpty, after.isEmpty || random.below(2) == 0 {
                    let block = before.removeFirst()
                    if let change = departures[block] {
                        rows.append(.departure(change, old: block))
                    } else {
                        add([block], [], [.removed])
                        rows.append(.change(changes.count - 1))
                    }
                } else {
                    let block = after.removeFirst()
                    if let change = arrivals[block] {
                        let isFirst = done.insert(change).inserted
                        rows.append(isFirst ? .change(change) : .arrival(change, new: block))
                    } else {
                        add([], [block], [.added])
                        rows.append(.change(changes.count - 1))
                    }
                }
            }
            if let pair = gap.pair { addPair(pair.0, pair.1) }
        }
    }

    /// Pairs in order: equal blocks most of the time, others now and then.
    private mutating func spine() -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        var right = 0
        for left in 0..<old.count {
            let text = old.plainText(of: left)
            let twin = (right..<max(new.count, right)).first { new.plainText(of: $0) == text }
            let choice = random.below(10)
            if let twin, twin - right < 4, choice < 7 {
                pairs.append((left, twin))
                right = twin + 1
            } else if right < new.count, choice > 6 {
                pairs.append((left, right))
                right += 1
            }
        }
        return pairs
    }

    /// Makes moves, splits and merges of what the spine left over.
    private mutating func relate(_ before: [Int], _ after: [Int]) {
        var before = before
        var after = after
        while !before.isEmpty, !after.isEmpty, random.below(5) > 0 {
            let left = random.below(before.count)
            let right = random.below(after.count)
            let kind = random.below(3)
            let olds = Array(before[left...].prefix(kind == 1 ? 3 : 1))
            let news = Array(after[right...].prefix(kind == 2 ? 3 : 1))
            before.removeAll { olds.contains($0) }
            after.removeAll { news.contains($0) }
            add(olds, news, [olds.count > 1 ? .merged : news.count > 1 ? .split : .moved])
            for block in olds { departures[block] = changes.count - 1 }
            for block in news { arrivals[block] = changes.count - 1 }
        }
    }

    private mutating func addPair(_ left: Int, _ right: Int) {
        if old.plainText(of: left) == new.plainText(of: right),
            old.label(of: left) == new.label(of: right)
        {
            unchanged += 1
            rows.append(.unchanged(old: left, new: right))
            return
        }
        let isRenumbered = old.label(of: left) != new.label(of: right)
        add([left], [right], isRenumbered ? [.reworded, .renumbered] : [.reworded])
        rows.append(.change(changes.count - 1))
    }

    private mutating func add(_ olds: [Int], _ news: [Int], _ kinds: [BlockChange.Kind]) {
        changes.append(
            BlockChange(
                kinds: kinds,
                classification: .substantive,
                move: kinds.contains(.moved) ? changes.count + 1 : nil,
                old: olds,
                new: news,
                words: Self.edits(Passage(old, olds).bytes, Passage(new, news).bytes),
                isConsequential: false,
                isCutShort: false,
                formatting: [],
                characters: []
            )
        )
    }

    // MARK: - Words

    /// The words that differ, white space among them.
    static func edits(_ old: [UInt8], _ new: [UInt8]) -> [WordEdit] {
        let left = tokens(old)
        let right = tokens(new)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for step in right.difference(from: left) {
            switch step {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var edits: [WordEdit] = []
        var (before, after) = (0, 0)
        var (index, twin) = (0, 0)
        func add(_ operation: WordEdit.Operation, _ count: Int) {
            let left = operation == .insert ? before..<before : before..<before + count
            let right = operation == .delete ? after..<after : after..<after + count
            (before, after) = (left.upperBound, right.upperBound)
            if let last = edits.last, last.operation == operation {
                edits[edits.count - 1] = WordEdit(
                    operation: operation,
                    old: last.old.lowerBound..<left.upperBound,
                    new: last.new.lowerBound..<right.upperBound
                )
            } else {
                edits.append(WordEdit(operation: operation, old: left, new: right))
            }
        }
        while index < left.count || twin < right.count {
            if index < left.count, removed.contains(index) {
                add(.delete, left[index].count)
                index += 1
            } else if twin < right.count, inserted.contains(twin) {
                add(.insert, right[twin].count)
                twin += 1
            } else {
                add(.equal, left[index].count)
                (index, twin) = (index + 1, twin + 1)
            }
        }
        return edits
    }

    private static func tokens(_ text: [UInt8]) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        for byte in text {
            if let last = tokens.last?.last, (last <= 0x20) == (byte <= 0x20) {
                tokens[tokens.count - 1].append(byte)
            } else {
                tokens.append([byte])
            }
        }
        return tokens
    }
}
