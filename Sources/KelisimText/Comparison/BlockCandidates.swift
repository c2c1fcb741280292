/// Which blocks may resemble each other, found by the rare words that they share.
struct BlockCandidates {
    private var forNew: [Int: [Int]] = [:]
    private var forOld: [Int: [Int]] = [:]

    /// A word in more blocks than this tells nothing.
    private static let rare = 32
    /// How many candidates a block has.
    private static let count = 8

    init() {}

    /// The candidates among the blocks `oldBlocks` and `newBlocks`, whose words have been read.
    init(_ sides: AlignmentSides, _ oldBlocks: [Int], _ newBlocks: [Int]) {
        let words = sides.wordTable.count
        let oldPlaces = Self.places(oldBlocks.map { ($0, sides.old.words[$0]) }, words)
        let newPlaces = Self.places(newBlocks.map { ($0, sides.new.words[$0]) }, words)
        for block in newBlocks { forNew[block] = Self.sharing(sides.new.words[block], oldPlaces) }
        for block in oldBlocks { forOld[block] = Self.sharing(sides.old.words[block], newPlaces) }
    }

    /// The old blocks that may resemble the new block, best first.
    func of(_ newBlock: Int) -> [Int] { forNew[newBlock] ?? [] }

    /// The new blocks that may resemble the old block, best first.
    func ofOld(_ oldBlock: Int) -> [Int] { forOld[oldBlock] ?? [] }

    /// The new blocks that may be pieces of the old block, in order.
    func piecesOfOld(_ oldBlock: Int) -> [Int] { ofOld(oldBlock).sorted() }

    /// The old blocks that may be pieces of the new block, in order.
    func piecesOfNew(_ newBlock: Int) -> [Int] { of(newBlock).sorted() }

    /// The blocks in which each rare word stands.
    private static func places(
        _ blocks: [(block: Int, words: ArraySlice<Int32>)],
        _ count: Int
    ) -> [[Int32]] {
        var places: [[Int32]] = Array(repeating: [], count: count)
        for (block, words) in blocks {
            let own = Int32(truncatingIfNeeded: block)
            for word in words where places[Int(word)].count <= rare && places[Int(word)].last != own
            {
                places[Int(word)].append(own)
            }
        }
        return places
    }

    private static func sharing(_ words: ArraySlice<Int32>, _ places: [[Int32]]) -> [Int] {
        var shared: [(block: Int32, weight: Int)] = []
        for word in words {
            let blocks = places[Int(word)]
            guard !blocks.isEmpty, blocks.count <= rare else { continue }
            for block in blocks { shared.append((block, 1024 / blocks.count)) }
        }
        shared.sort { $0.block < $1.block }
        var sums: [(block: Int32, weight: Int)] = []
        for entry in shared {
            if sums.last?.block == entry.block {
                sums[sums.count - 1].weight += entry.weight
            } else {
                sums.append(entry)
            }
        }
        sums.sort { ($1.weight, $0.block) < ($0.weight, $1.block) }
        return sums.prefix(count).map { Int($0.block) }
    }
}
