/// Which rows of two tables belong together: equal rows first, then similar ones between them, all
/// in order.
struct TableAlignment {
    /// A row of the redline: of both tables, or of one of them.
    typealias Row = Sided<Int?>

    /// The rows, in the order of the new table; the header is not among them.
    private(set) var rows: [Row] = []
    private let keys: Sided<[[UInt8]]>
    private let cellCounts: Sided<[Int]>

    /// More comparisons of rows than this are not made for the rows between two equal ones.
    private static let budget = 1 << 14
    /// How alike two rows must be to belong together: their common words, out of all.
    private static let similarity = 0.4

    /// - Parameters:
    ///   - keys: what a row must equal to be the same, for each row behind the header.
    ///   - cellCounts: how many cells each of these rows has; only rows of as many belong together.
    init(keys: Sided<[[UInt8]]>, cellCounts: Sided<[Int]>) {
        (self.keys, self.cellCounts) = (keys, cellCounts)
        var numbers: [[UInt8]: Int] = [:]
        for key in keys.old + keys.new where numbers[key] == nil { numbers[key] = numbers.count }
        let ids = keys.map { $0.map { numbers[$0] ?? 0 } }
        var left = 0
        var right = 0
        for (before, after) in Self.equalPairs(ids.old, ids.new) {
            pair(left..<before, right..<after)
            rows.append(Row(old: before, new: after))
            (left, right) = (before + 1, after + 1)
        }
        pair(left..<ids.old.count, right..<ids.new.count)
    }

    private static func equalPairs(_ old: [Int], _ new: [Int]) -> [(Int, Int)] {
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for step in new.difference(from: old) {
            switch step {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return Array(
            zip(
                old.indices.filter { !removed.contains($0) },
                new.indices.filter { !inserted.contains($0) }
            )
        )
    }

    // MARK: - Similar rows

    private mutating func pair(_ old: Range<Int>, _ new: Range<Int>) {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= Self.budget else {
            rows += old.map { Row(old: $0, new: nil) }
            rows += new.map { Row(old: nil, new: $0) }
            return
        }
        var left = old.lowerBound
        var right = new.lowerBound
        for (before, after) in similarPairs(old, new) {
            rows += (left..<before).map { Row(old: $0, new: nil) }
            rows += (right..<after).map { Row(old: nil, new: $0) }
            rows.append(Row(old: before, new: after))
            (left, right) = (before + 1, after + 1)
        }
        rows += (left..<old.upperBound).map { Row(old: $0, new: nil) }
        rows += (right..<new.upperBound).map { Row(old: nil, new: $0) }
    }

    /// The pairs in order whose likenesses have the greatest sum.
    private func similarPairs(_ old: Range<Int>, _ new: Range<Int>) -> [(Int, Int)] {
        let left = old.map { Self.words(keys.old[$0]) }
        let right = new.map { Self.words(keys.new[$0]) }
        let width = new.count + 1
        var best = [Double](repeating: 0, count: (old.count + 1) * width)
        var isPair = [Bool](repeating: false, count: best.count)
        for row in old.indices.reversed() {
            for column in new.indices.reversed() {
                let (up, across) = (row - old.lowerBound, column - new.lowerBound)
                let place = up * width + across
                let likeness =
                    cellCounts.old[row] == cellCounts.new[column]
                    ? Self.likeness(left[up], right[across]) : 0
                let apart = max(best[place + width], best[place + 1])
                let together = likeness + best[place + width + 1]
                isPair[place] = likeness >= Self.similarity && together > apart
                best[place] = isPair[place] ? together : apart
            }
        }
        var pairs: [(Int, Int)] = []
        var (up, across) = (0, 0)
        while up < old.count, across < new.count {
            let place = up * width + across
            if isPair[place] {
                pairs.append((old.lowerBound + up, new.lowerBound + across))
                (up, across) = (up + 1, across + 1)
            } else if best[place + width] >= best[place + 1] {
                up += 1
            } else {
                across += 1
            }
        }
        return pairs
    }

    private static func words(_ key: [UInt8]) -> [ArraySlice<UInt8>] {
        key.split { $0 <= 0x20 }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The words that two rows share, out of all.
    private static func likeness(
        _ left: [ArraySlice<UInt8>],
        _ right: [ArraySlice<UInt8>]
    ) -> Double {
        guard !left.isEmpty || !right.isEmpty else { return 1 }
        var common = 0
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                common += 1
                (first, second) = (first + 1, second + 1)
            } else if left[first].lexicographicallyPrecedes(right[second]) {
                first += 1
            } else {
                second += 1
            }
        }
        return Double(2 * common) / Double(left.count + right.count)
    }
}
