/// The longest common subsequence of two sequences of numbers, exact.
///
/// Bit-parallel (Hyyrö 2004): one row of the table is a word of bits for every 64 elements, so time is
/// O(NM/64). Where the rows would take too much memory, Hirschberg's recursion keeps it at O(N).
struct CommonSubsequence {
    /// For each number, one more than where its row of ``masks`` begins; 0 where there is none.
    private var rows: [Int32]
    private var masks: [UInt64] = []

    /// A search among numbers below `count`.
    init(below count: Int) {
        rows = Array(repeating: 0, count: count)
    }

    /// Makes room for numbers below `count`.
    mutating func reserve(below count: Int) {
        if rows.count < count {
            rows.append(contentsOf: repeatElement(0, count: count - rows.count))
        }
    }

    /// How many words of bits may be kept: 4 MiB.
    private static let largestTable = 1 << 19

    /// How many steps a search of this size takes.
    static func cost(_ left: Int, _ right: Int) -> Int { (left + 63) / 64 * right }

    /// How long the longest common subsequence of `left` and `right` is.
    mutating func length(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>) -> Int {
        // The shorter one makes the rows.
        guard left.count <= right.count else { return length(right, left) }
        guard !left.isEmpty else { return 0 }
        let width = (left.count + 63) / 64
        enter(left, width)
        defer { leave(left) }
        if width == 1 {
            var row = UInt64.max
            masks.withUnsafeBufferPointer { masks in
                for number in right {
                    let start = rows[Int(number)]
                    guard start > 0 else { continue }
                    let mask = masks[Int(start) - 1]
                    let common = row & mask
                    row = (row &+ common) | (row & ~mask)
                }
            }
            return zeros(row, left.count)
        }
        var row = Array(repeating: UInt64.max, count: width)
        for number in right { advance(&row, number, width) }
        return (0..<width).reduce(0) { $0 + zeros(row[$1], left.count - $1 * 64) }
    }

    private func zeros(_ word: UInt64, _ count: Int) -> Int {
        let used = count >= 64 ? UInt64.max : (1 << UInt64(count)) - 1
        return (~word & used).nonzeroBitCount
    }

    /// The pairs of a longest common subsequence of `left` and `right`, by their indices, in order.
    mutating func pairs(
        _ left: ArraySlice<Int32>,
        _ right: ArraySlice<Int32>
    ) -> [(left: Int, right: Int)] {
        var pairs: [(left: Int, right: Int)] = []
        append(left, right, to: &pairs)
        return pairs
    }

    private mutating func append(
        _ left: ArraySlice<Int32>,
        _ right: ArraySlice<Int32>,
        to pairs: inout [(left: Int, right: Int)]
    ) {
        var (left, right) = (left, right)
        while let first = left.first, first == right.first {
            pairs.append((left.startIndex, right.startIndex))
            left = left.dropFirst()
            right = right.dropFirst()
        }
        var tail = 0
        while let last = left.dropLast(tail).last, last == right.dropLast(tail).last { tail += 1 }
        let suffix = zip(left.indices.suffix(tail), right.indices.suffix(tail))
        left = left.dropLast(tail)
        right = right.dropLast(tail)
        if !left.isEmpty, !right.isEmpty {
            let width = (left.count + 63) / 64
            if width * right.count <= Self.largestTable || right.count == 1 {
                trace(left, right, width, to: &pairs)
            } else {
                divide(left, right, width, to: &pairs)
            }
        }
        for pair in suffix { pairs.append((left: pair.0, right: pair.1)) }
    }

    private mutating func trace(
        _ left: ArraySlice<Int32>,
        _ right: ArraySlice<Int32>,
        _ width: Int,
        to pairs: inout [(left: Int, right: Int)]
    ) {
        enter(left, width)
        var table: [UInt64] = []
        table.reserveCapacity(width * right.count)
        var row = Array(repeating: UInt64.max, count: width)
        for number in right {
            advance(&row, number, width)
            table += row
        }
        leave(left)
        func isSet(_ line: Int, _ column: Int) -> Bool {
            table[line * width + column / 64] >> UInt64(column % 64) & 1 == 1
        }
        var (line, column) = (right.count, left.count)
        let start = pairs.count
        while line > 0, column > 0 {
            if isSet(line - 1, column - 1) {
                column -= 1
            } else {
                line -= 1
                if line == 0 || isSet(line - 1, column - 1) {
                    column -= 1
                    pairs.append((left.startIndex + column, right.startIndex + line))
                }
            }
        }
        pairs[start...].reverse()
    }

    private mutating func divide(
        _ left: ArraySlice<Int32>,
        _ right: ArraySlice<Int32>,
        _ width: Int,
        to pairs: inout [(left: Int, right: Int)]
    ) {
        let middle = right.startIndex + right.count / 2
        let before = lengths(left, right[..<middle], width)
        let after = lengths(
            ArraySlice(left.reversed()),
            ArraySlice(right[middle...].reversed()),
            width
        )
        var best = 0
        for count in 0...left.count
        where before[count] + after[left.count - count] > before[best] + after[left.count - best] {
            best = count
        }
        append(left[..<(left.startIndex + best)], right[..<middle], to: &pairs)
        append(left[(left.startIndex + best)...], right[middle...], to: &pairs)
    }

    /// How long the longest common subsequence of each prefix of `left` with `right` is.
    private mutating func lengths(
        _ left: ArraySlice<Int32>,
        _ right: ArraySlice<Int32>,
        _ width: Int
    ) -> [Int32] {
        enter(left, width)
        defer { leave(left) }
        var row = Array(repeating: UInt64.max, count: width)
        for number in right { advance(&row, number, width) }
        var lengths: [Int32] = [0]
        lengths.reserveCapacity(left.count + 1)
        for column in 0..<left.count {
            let isCommon = row[column / 64] >> UInt64(column % 64) & 1 == 0
            lengths.append(lengths[column] + (isCommon ? 1 : 0))
        }
        return lengths
    }

    /// Makes the row behind one more element of the right side.
    private func advance(_ row: inout [UInt64], _ number: Int32, _ width: Int) {
        let start = Int(rows[Int(number)]) - 1
        guard start >= 0 else { return }
        masks.withUnsafeBufferPointer { masks in
            row.withUnsafeMutableBufferPointer { row in
                var carry: UInt64 = 0
                for index in 0..<width {
                    let old = row[index]
                    let common = old & masks[start + index]
                    let (first, overflow) = old.addingReportingOverflow(common)
                    let (sum, second) = first.addingReportingOverflow(carry)
                    carry = overflow || second ? 1 : 0
                    row[index] = sum | (old & ~masks[start + index])
                }
            }
        }
    }

    private mutating func enter(_ left: ArraySlice<Int32>, _ width: Int) {
        masks.removeAll(keepingCapacity: true)
        for (column, number) in left.enumerated() {
            if rows[Int(number)] == 0 {
                rows[Int(number)] = Int32(truncatingIfNeeded: masks.count + 1)
                masks.append(contentsOf: repeatElement(0, count: width))
            }
            masks[Int(rows[Int(number)]) - 1 + column / 64] |= 1 << UInt64(column % 64)
        }
    }

    private mutating func leave(_ left: ArraySlice<Int32>) {
        for number in left { rows[Int(number)] = 0 }
    }
}
