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

    /// How much of the pieces must be in the block that was split.
    private enum Fit {
        /// Nearly all of them.
        case strict
        /// Most of them, where nearly all of the block is in them: something was added as well.
        case loose

        var leastOfPiece: Double { self == .strict ? Limit.contained : Limit.similar }
        var leastOfPieces: Double { self == .strict ? Limit.contained : Limit.grown }
        var leastOfWhole: Double { self == .strict ? Limit.covered : Limit.contained }
    }

    /// The run of blocks among `others` that `whole` fell into, and how many words they share.
    private mutating func run(
        of whole: ArraySlice<Int32>,
        among others: [Piece],
        _ side: KeyPath<Link, [Int]>
    ) -> ([Int], common: Int)? {
        guard whole.count >= 4, others.count > 1 else { return nil }
        var pieces: [(piece: Piece, share: Double)] = []
        let longest = Double(whole.count + 4) / Limit.grown
        for piece in others where !piece.words.isEmpty && Double(piece.words.count) < longest {
            let common = search.length(piece.words, whole)
            pieces.append((piece, Double(common) / Double(piece.words.count)))
        }
        for fit in [Fit.strict, .loose] {
            let contained = pieces.filter { $0.share >= fit.leastOfPiece }.map(\.piece)
            if let run = bestRun(of: whole, in: contained, fit, side) { return run }
        }
        return nil
    }

    /// The run of neighbours in `pieces` that shares most words with `whole`.
    private mutating func bestRun(
        of whole: ArraySlice<Int32>,
        in pieces: [Piece],
        _ fit: Fit,
        _ side: KeyPath<Link, [Int]>
    ) -> ([Int], common: Int)? {
        var best: ([Int], common: Int)?
        var index = 0
        while index < pieces.count {
            var end = index + 1
            while end < pieces.count,
                areNeighbours(pieces[end - 1].block, pieces[end].block, side)
            {
                end += 1
            }
            if let run = coveringRun(of: whole, pieces[index..<end], fit),
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
        _ run: ArraySlice<Piece>,
        _ fit: Fit
    ) -> ([Int], common: Int)? {
        var run = run
        while let first = run.first, let last = run.last, run.count > 1 {
            let joined = run.flatMap(\.words)
            let common = search.length(joined[...], whole)
            let withoutFirst = search.length(joined[first.words.count...], whole)
            let withoutLast = search.length(joined.dropLast(last.words.count), whole)
            let firstShare = Double(common - withoutFirst) / Double(first.words.count)
            let lastShare = Double(common - withoutLast) / Double(last.words.count)
            if min(firstShare, lastShare) < Limit.grown {
                run = firstShare < lastShare ? run.dropFirst() : run.dropLast()
                continue
            }
            guard Double(common) >= fit.leastOfPieces * Double(joined.count),
                Double(common) >= fit.leastOfWhole * Double(whole.count)
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
