import KelisimTesting
import Testing

@testable import KelisimText

struct SequenceTests {
    private func length(_ left: [Int32], _ right: [Int32]) -> Int {
        var row = Array(repeating: 0, count: right.count + 1)
        for number in left {
            var diagonal = 0
            for (column, other) in right.enumerated() {
                let above = row[column + 1]
                row[column + 1] = number == other ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return row[right.count]
    }

    /// Lengths and pairs agree with the plain table, for alphabets and sizes of all kinds.
    @Test func commonSubsequenceIsExact() {
        var random = SeededGenerator(seed: 5)
        var search = CommonSubsequence(below: 50)
        for round in 0..<400 {
            let letters = Int32([2, 3, 8, 50][round % 4])
            let sizes = [0...3, 0...70, 60...200, 1...400][round / 100]
            let make = { (random: inout SeededGenerator) in
                (0..<Int.random(in: sizes, using: &random))
                    .map { _ in Int32.random(in: 0..<letters, using: &random) }
            }
            let (left, right) = (make(&random), make(&random))
            let expected = length(left, right)
            #expect(search.length(left[...], right[...]) == expected)
            let pairs = search.pairs(left[...], right[...])
            #expect(pairs.count == expected)
            #expect(pairs.allSatisfy { left[$0.left] == right[$0.right] })
            #expect(
                zip(pairs, pairs.dropFirst())
                    .allSatisfy { $0.left < $1.left && $0.right < $1.right }
            )
        }
    }

    /// So large that the table would not fit, and Hirschberg's recursion has to do it.
    @Test func largeSequencesAreDivided() {
        var random = SeededGenerator(seed: 6)
        let left = (0..<9000).map { _ in Int32.random(in: 0..<900, using: &random) }
        var right = left
        for _ in 0..<3000 {
            right[Int.random(in: right.indices, using: &random)] = Int32.random(
                in: 0..<900,
                using: &random
            )
        }
        right[100..<400].reverse()
        var search = CommonSubsequence(below: 900)
        let pairs = search.pairs(left[...], right[...])
        #expect(pairs.count == search.length(left[...], right[...]))
        #expect(pairs.allSatisfy { left[$0.left] == right[$0.right] })
        #expect(
            zip(pairs, pairs.dropFirst()).allSatisfy { $0.left < $1.left && $0.right < $1.right }
        )
    }

    /// The heaviest chain agrees with trying all of them.
    @Test func chainIsHeaviest() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let pairs = (0..<Int.random(in: 0...9, using: &random))
                .map { _ in
                    HeaviestChain.Pair(
                        old: Int.random(in: 0..<6, using: &random),
                        new: Int.random(in: 0..<6, using: &random),
                        weight: Int.random(in: 1...9, using: &random)
                    )
                }
            let chain = HeaviestChain.find(pairs)
            #expect(isChain(chain.map { pairs[$0] }))
            let best = (0..<1 << pairs.count)
                .map { set in pairs.indices.filter { set >> $0 & 1 == 1 }.map { pairs[$0] } }
                .filter { isChain($0.sorted { $0.old < $1.old }) }
                .map { $0.reduce(0) { $0 + $1.weight } }
                .max()
            #expect(chain.reduce(0) { $0 + pairs[$1].weight } == best)
        }
    }

    private func isChain(_ pairs: [HeaviestChain.Pair]) -> Bool {
        zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
    }

    /// Equal bytes have equal numbers, others do not, however many there are.
    @Test func bytesHaveNumbers() {
        var table = ByteTable()
        let keys = (0..<5000)
            .map { Array("\($0 * 7919 % 5000) \(String(repeating: "x", count: $0 % 40))".utf8) }
        let numbers = keys.map { key in key.withUnsafeBufferPointer { table.number(of: $0) } }
        #expect(numbers == Array(0..<5000))
        let again = keys.map { key in key.withUnsafeBufferPointer { table.number(of: $0) } }
        #expect(again == numbers)
    }
}
