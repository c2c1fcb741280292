/// The heaviest set of pairs that keep their order on both sides.
enum HeaviestChain {
    struct Pair {
        let old: Int
        let new: Int
        let weight: Int
    }

    /// The positions in `pairs` of the heaviest chain, in order.
    ///
    /// It is strictly increasing on both sides and has the greatest sum of weights. Of equal chains the
    /// one whose last pair comes first wins, and so on backwards.
    static func find(_ pairs: [Pair]) -> [Int] {
        guard pairs.count > 1 else { return Array(pairs.indices) }
        let order = pairs.indices.sorted {
            (pairs[$0].old, -pairs[$0].new, $0) < (pairs[$1].old, -pairs[$1].new, $1)
        }
        // A Fenwick tree of the heaviest chain that ends at or before each place on the new side.
        let width = (pairs.lazy.map(\.new).max() ?? 0) + 2
        var best = Array(repeating: -1, count: width)
        var sums = Array(repeating: 0, count: pairs.count)
        var previous = Array(repeating: -1, count: pairs.count)
        var last = -1
        for index in order {
            var before = -1
            var place = pairs[index].new
            while place > 0 {
                let found = best[place]
                if found >= 0, before < 0 || sums[found] > sums[before] { before = found }
                place -= place & -place
            }
            previous[index] = before
            sums[index] = pairs[index].weight + (before < 0 ? 0 : sums[before])
            place = pairs[index].new + 1
            while place < width {
                if best[place] < 0 || sums[index] > sums[best[place]] { best[place] = index }
                place += place & -place
            }
            if last < 0 || sums[index] > sums[last] { last = index }
        }
        var chain: [Int] = []
        while last >= 0 {
            chain.append(last)
            last = previous[last]
        }
        return chain.reversed()
    }
}
