/// Blocks that became several, and several that became one.
extension BlockAligner {
    /// Links blocks that became several, and several that became one.
    mutating func linkPieces(in gap: Gap) {
        struct Found {
            let old: [Int]
            let new: [Int]
            let common: Int
        }
        guard gap.old.count + gap.new.count > 2 else { return }
        var found: [Found] = []
        let isSmall = gap.old.count * gap.new.count <= Limit.pairs
        for block in gap.old {
            let others =
                isSmall ? gap.new : candidates.piecesOfOld(block).filter { gap.new.has($0) }
            let words = others.map { Piece(block: $0, words: sides.new.words[$0]) }
            if let (run, common) = run(of: sides.old.words[block], among: words, \.new) {
                found.append(Found(old: [block], new: run, common: common))
            }
        }
        for block in gap.new {
            let others =
                isSmall ? gap.old : candidates.piecesOfNew(block).filter { gap.old.has($0) }
            let words = others.map { Piece(block: $0, words: sides.old.words[$0]) }
            if let (run, common) = run(of: sides.new.words[block], among: words, \.old) {
                found.append(Found(old: run, new: [block], common: common))
            }
        }
        found.sort { ($1.common, $0.old[0], $0.new[0]) < ($0.common, $1.old[0], $1.new[0]) }
        for item in found
        where !item.old.contains(where: { oldLinked[$0] })
            && !item.new.contains(where: { newLinked[$0] })
        {
            link(item.old, item.new)
        }
    }

    /// A block that may be a part of another one.
    private struct Piece {
        let block: Int
        let words: ArraySlice<Int32>
    }

    /// The run of blocks among `others` that `whole` fell into, and how many words they share.
    private mutating func run(
        of whole: ArraySlice<Int32>,
        among others: [Piece],
        _ side: KeyPath<Link, [Int]>
    ) -> ([Int], common: Int)? {
        guard whole.count >= 4, others.count > 1 else { return nil }
        var contained: [Piece] = []
        for piece in others where !piece.words.isEmpty && piece.words.count < whole.count + 4 {
            let common = search.length(piece.words, whole)
            if Double(common) >= Limit.contained * Double(piece.words.count) {
                contained.append(piece)
            }
        }
        var best: ([Int], common: Int)?
        var index = 0
        while index < contained.count {
            var end = index + 1
            while end < contained.count,
                areNeighbours(contained[end - 1].block, contained[end].block, side)
            {
                end += 1
            }
            if let run = coveringRun(of: whole, contained[index..<end]),
                run.common > best?.common ?? 0
            {
                best = run
            }
            index = end
        }
        return best
    }

    /// Whether nothing that kept its place stands between two blocks of one side.
    private func areNeighbours(_ first: Int, _ second: Int, _ side: KeyPath<Link, [Int]>) -> Bool {
        guard second - first <= Limit.gap else { return false }
        return !(first + 1..<second).contains { side == \.old ? oldInOrder[$0] : newInOrder[$0] }
    }

    /// The part of `run` in which every end adds what the others lack, if it covers `whole`.
    private mutating func coveringRun(
        of whole: ArraySlice<Int32>,
        _ run: ArraySlice<Piece>
    ) -> ([Int], common: Int)? {
        var run = run
        while let first = run.first, let last = run.last, run.count > 1 {
            let joined = run.flatMap(\.words)
            let common = search.length(joined[...], whole)
            let withoutFirst = search.length(joined[first.words.count...], whole)
            let withoutLast = search.length(joined.dropLast(last.words.count), whole)
            let firstShare = Double(common - withoutFirst) / Double(first.words.count)
            let lastShare = Double(common - withoutLast) / Double(last.words.count)
            if min(firstShare, lastShare) < 0.7 {
                run = firstShare < lastShare ? run.dropFirst() : run.dropLast()
                continue
            }
            guard Double(common) >= Limit.contained * Double(joined.count),
                Double(common) >= Limit.covered * Double(whole.count)
            else { return nil }
            return (run.map(\.block), common)
        }
        return nil
    }
}

extension [Int] {
    /// Whether the array, which is sorted, has `element`.
    fileprivate func has(_ element: Int) -> Bool {
        let index = partitioningIndex { $0 >= element }
        return index < count && self[index] == element
    }
}
