/// Finds out which blocks of two texts are the same, whatever happened to them.
///
/// Anchors are blocks that stand once on both sides; the heaviest chain of them is the spine. What
/// lies between is aligned by similarity, what is left may have been moved.
struct BlockAligner {
    /// Blocks that belong together: one on each side, or several on one of them.
    struct Link {
        let old: [Int]
        let new: [Int]
        /// Whether it stands out of order; see ``BlockAligner/settle()``.
        var isMoved = false
    }

    private(set) var links: [Link] = []
    private var sides: AlignmentSides
    private var oldLinked: [Bool]
    private var newLinked: [Bool]
    /// Which blocks are linked and in order, since ``settle()``.
    private var oldInOrder: [Bool]
    private var newInOrder: [Bool]
    private var search = CommonSubsequence(below: 0)
    private var similarities: [Int: Double] = [:]
    private var candidates = BlockCandidates()

    /// What was measured on real pairs and on generated edits.
    private enum Limit {
        /// A pair in a gap is accepted from here on.
        static let similar = 0.25
        /// A pair anywhere is accepted from here on.
        static let moved = 0.6
        /// By how much a moved pair must be better than any other.
        static let margin = 0.08
        /// How much of a piece must be in the block that was split.
        static let contained = 0.85
        /// How much of the block that was split must be in its pieces.
        static let covered = 0.5
        /// How many blocks further on the next piece of a block that was split may stand.
        static let gap = 3
        /// How much the same number in front adds.
        static let label = 0.1
        /// In gaps of more pairs than this only pairs that share rare words are looked at.
        static let pairs = 1 << 12
    }

    /// Aligns two texts between the `ends` that they share.
    init(_ old: ComparedText, _ new: ComparedText, between ends: CommonEnds) {
        sides = AlignmentSides(old, new, between: ends)
        oldInOrder = Array(repeating: false, count: old.count)
        newInOrder = Array(repeating: false, count: new.count)
        oldLinked = sides.old.keys.map { $0 < 0 }
        newLinked = sides.new.keys.map { $0 < 0 }
        align()
    }

    private mutating func align() {
        linkEnds()
        linkAnchors()
        extend(byEqualText: true)
        for gap in gaps() { linkEqual(in: gap) }
        settle()
        readWords()
        for gap in gaps() { linkPieces(in: gap) }
        linkPieces(
            in: Gap(
                old: sides.old.blocks.filter { !oldLinked[$0] },
                new: sides.new.blocks.filter { !newLinked[$0] }
            )
        )
        settle()
        for gap in gaps() { linkSimilar(in: gap, sparing: true) }
        linkMoved()
        settle()
        extend(byEqualText: false)
        settle()
        for gap in gaps() { linkSimilar(in: gap, sparing: false) }
        settle()
    }

    private mutating func link(_ oldBlocks: [Int], _ newBlocks: [Int]) {
        links.append(Link(old: oldBlocks, new: newBlocks))
        for block in oldBlocks { oldLinked[block] = true }
        for block in newBlocks { newLinked[block] = true }
    }

    private mutating func link(_ oldBlock: Int, _ newBlock: Int) {
        link([oldBlock], [newBlock])
    }

    private func isFree(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        sides.old.blocks.contains(oldBlock) && sides.new.blocks.contains(newBlock)
            && !oldLinked[oldBlock] && !newLinked[newBlock]
    }

    private func isEqual(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        sides.old.keys[oldBlock] == sides.new.keys[newBlock]
    }

    // MARK: - Equal blocks

    /// Links what both texts begin and end with.
    private mutating func linkEnds() {
        var low = sides.old.blocks.lowerBound
        var (oldEnd, newEnd) = (sides.old.blocks.upperBound, sides.new.blocks.upperBound)
        while low < min(oldEnd, newEnd), isEqual(low, low) {
            link(low, low)
            low += 1
        }
        while oldEnd > low, newEnd > low, isEqual(oldEnd - 1, newEnd - 1) {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
            link(oldEnd, newEnd)
        }
    }

    /// Links every block that stands once on both sides, wherever it stands.
    private mutating func linkAnchors() {
        let count = Int(max(sides.old.keys.max() ?? -1, sides.new.keys.max() ?? -1)) + 1
        var places = Array(repeating: (old: -1, new: -1), count: count)
        for block in sides.old.blocks where !oldLinked[block] {
            let key = Int(sides.old.keys[block])
            places[key].old = places[key].old == -1 ? block : -2
        }
        for block in sides.new.blocks where !newLinked[block] {
            let key = Int(sides.new.keys[block])
            places[key].new = places[key].new == -1 ? block : -2
        }
        for block in sides.new.blocks where !newLinked[block] && !sides.new.isBlank[block] {
            let place = places[Int(sides.new.keys[block])]
            if place.old >= 0, place.new == block { link(place.old, block) }
        }
        settle()
    }

    /// Links the neighbours of linked blocks: those that say the same, or else those that resemble
    /// each other beside blocks that were moved.
    private mutating func extend(byEqualText: Bool) {
        // What stands in order first: a neighbour of a moved block may have stayed where it was.
        for isMoved in byEqualText ? [false, true] : [true] {
            var index = 0
            while index < links.count {
                defer { index += 1 }
                guard links[index].isMoved == isMoved else { continue }
                for step in [1, -1] {
                    var link = links[index]
                    while true {
                        let oldBlock = step > 0 ? link.oldEnd : link.old[0] - 1
                        let newBlock = step > 0 ? link.newEnd : link.new[0] - 1
                        guard isFree(oldBlock, newBlock),
                            byEqualText
                                ? isEqual(oldBlock, newBlock)
                                : similarity(oldBlock, newBlock) >= Limit.moved - Limit.label
                        else { break }
                        self.link(oldBlock, newBlock)
                        links[links.count - 1].isMoved = isMoved
                        link = links[links.count - 1]
                    }
                }
            }
        }
        if byEqualText { settle() }
    }

    /// A stretch without links in order: the free blocks of both sides.
    struct Gap {
        var old: [Int]
        var new: [Int]
    }

    /// The gaps between the links that are in order.
    private func gaps() -> [Gap] {
        var gaps: [Gap] = []
        var oldStart = sides.old.blocks.lowerBound
        var newStart = sides.new.blocks.lowerBound
        let end = Link(old: [sides.old.blocks.upperBound], new: [sides.new.blocks.upperBound])
        for link in links.filter({ !$0.isMoved }) + [end] {
            let gap = Gap(
                old: (oldStart..<max(oldStart, link.old[0])).filter { !oldLinked[$0] },
                new: (newStart..<max(newStart, link.new[0])).filter { !newLinked[$0] }
            )
            if !gap.old.isEmpty, !gap.new.isEmpty { gaps.append(gap) }
            (oldStart, newStart) = (link.oldEnd, link.newEnd)
        }
        return gaps
    }

    /// Links a longest common subsequence of equal blocks, which need not be unique.
    private mutating func linkEqual(in gap: Gap) {
        search.reserve(below: Int(max(sides.old.keys.max() ?? 0, sides.new.keys.max() ?? 0)) + 1)
        let pairs = search.pairs(
            gap.old.map { sides.old.keys[$0] }[...],
            gap.new.map { sides.new.keys[$0] }[...]
        )
        for (left, right) in pairs where !sides.old.isBlank[gap.old[left]] {
            link(gap.old[left], gap.new[right])
        }
    }

    // MARK: - Similar blocks

    private mutating func readWords() {
        let (oldFree, newFree) = (
            sides.old.blocks.filter { !oldLinked[$0] }, sides.new.blocks.filter { !newLinked[$0] }
        )
        sides.readWords(of: .old, oldFree)
        sides.readWords(of: .new, newFree)
        search.reserve(below: sides.wordTable.count)
        candidates = BlockCandidates(sides, oldFree, newFree)
    }

    /// Twice the common words by all words, from 0 to 1.
    private mutating func similarity(_ oldBlock: Int, _ newBlock: Int) -> Double {
        if isEqual(oldBlock, newBlock) { return 1 }
        let key = oldBlock << 32 | newBlock
        if let known = similarities[key] { return known }
        let (left, right) = (sides.old.words[oldBlock], sides.new.words[newBlock])
        let total = left.count + right.count
        // Even if all words of the shorter one were common.
        let bound = total == 0 ? 0 : 2 * Double(min(left.count, right.count)) / Double(total)
        let common = bound < Limit.similar ? 0 : search.length(left, right)
        let value = total == 0 ? 0 : 2 * Double(common) / Double(total)
        similarities[key] = value
        return value
    }

    /// Links the chain of pairs that are most alike.
    ///
    /// - Parameters:
    ///   - gap: the free blocks between two links in order.
    ///   - sparing: whether blocks that have a much better counterpart elsewhere are left for it.
    private mutating func linkSimilar(in gap: Gap, sparing: Bool) {
        var pairs: [HeaviestChain.Pair] = []
        for (oldBlock, newBlock) in likelyPairs(in: gap) {
            let likeness = similarity(oldBlock, newBlock)
            guard likeness >= Limit.similar else { continue }
            if sparing, likeness < Limit.moved,
                hasBetter(oldBlock, newBlock, than: likeness)
            {
                continue
            }
            let hasLabel =
                sides.old.labels[oldBlock] != nil
                && sides.old.labels[oldBlock] == sides.new.labels[newBlock]
            let isSameKind = sides.old.kinds[oldBlock] == sides.new.kinds[newBlock]
            let score = likeness + (hasLabel ? Limit.label : 0) - (isSameKind ? 0 : Limit.label)
            guard score > 0 else { continue }
            let weight = Int(score * score * 1_000_000) + 1
            pairs.append(HeaviestChain.Pair(old: oldBlock, new: newBlock, weight: weight))
        }
        for index in HeaviestChain.find(pairs) { link(pairs[index].old, pairs[index].new) }
    }

    private func likelyPairs(in gap: Gap) -> [(Int, Int)] {
        if gap.old.count * gap.new.count <= Limit.pairs {
            return gap.old.flatMap { oldBlock in gap.new.map { (oldBlock, $0) } }
        }
        let (first, last) = (gap.old[0], gap.old[gap.old.count - 1])
        return gap.new.flatMap { newBlock in
            candidates.of(newBlock)
                .filter { $0 >= first && $0 <= last && !oldLinked[$0] }
                .map { ($0, newBlock) }
        }
    }

    private mutating func hasBetter(_ oldBlock: Int, _ newBlock: Int, than likeness: Double) -> Bool
    {
        let limit = max(Limit.moved, likeness + 0.25)
        return candidates.of(newBlock).contains { similarity($0, newBlock) >= limit }
            || candidates.ofOld(oldBlock).contains { similarity(oldBlock, $0) >= limit }
    }

    // MARK: - Splits and merges

    /// Links blocks that became several, and several that became one.
    private mutating func linkPieces(in gap: Gap) {
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

    // MARK: - Moves

    /// Links what is left and resembles one block only, wherever that stands.
    private mutating func linkMoved() {
        struct Found {
            let old: Int
            let new: Int
            let likeness: Double
        }
        var found: [Found] = []
        for block in sides.new.blocks where !newLinked[block] {
            for other in candidates.of(block) where !oldLinked[other] {
                let likeness = similarity(other, block)
                if likeness >= Limit.moved - Limit.margin {
                    found.append(Found(old: other, new: block, likeness: likeness))
                }
            }
        }
        found.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        var oldSeen: [Int: [Double]] = [:]
        var newSeen: [Int: [Double]] = [:]
        for item in found {
            oldSeen[item.old, default: []].append(item.likeness)
            newSeen[item.new, default: []].append(item.likeness)
        }
        for item in found where isFree(item.old, item.new) && item.likeness >= Limit.moved {
            // The likeness that comes next on either side, of pairs that are both free.
            let rivals = [oldSeen[item.old] ?? [], newSeen[item.new] ?? []]
                .map { $0.count > 1 ? $0[1] : 0 }
            let isFirst =
                oldSeen[item.old]?.first == item.likeness
                && newSeen[item.new]?.first == item.likeness
            guard isFirst, item.likeness - (rivals.max() ?? 0) >= Limit.margin else { continue }
            link(item.old, item.new)
        }
    }

    private func heaviestChain() -> [Int] {
        let pairs = links.map { link in
            let words =
                link.old.reduce(0) { $0 + sides.old.lengths[$1] }
                + link.new.reduce(0) { $0 + sides.new.lengths[$1] }
            return HeaviestChain.Pair(old: link.old[0], new: link.new[0], weight: words)
        }
        return HeaviestChain.find(pairs)
    }

    /// Decides which links are in order: the chain of them that has the most words; all others were
    /// moved.
    private mutating func settle() {
        links.sort { $0.new[0] < $1.new[0] }
        let isInOrder = zip(links, links.dropFirst()).allSatisfy { $0.oldEnd <= $1.old[0] }
        let chain = isInOrder ? Array(links.indices) : heaviestChain()
        for index in links.indices { links[index].isMoved = true }
        for index in oldInOrder.indices { oldInOrder[index] = false }
        for index in newInOrder.indices { newInOrder[index] = false }
        for index in chain {
            links[index].isMoved = false
            for block in links[index].old { oldInOrder[block] = true }
            for block in links[index].new { newInOrder[block] = true }
        }
    }
}

extension BlockAligner.Link {
    /// The block behind the last one of the old side.
    var oldEnd: Int { (old.last ?? -1) + 1 }
    /// The block behind the last one of the new side.
    var newEnd: Int { (new.last ?? -1) + 1 }
}

extension [Int] {
    /// Whether the array, which is sorted, has `element`.
    fileprivate func has(_ element: Int) -> Bool {
        let index = partitioningIndex { $0 >= element }
        return index < count && self[index] == element
    }
}

extension BlockAligner {
    /// Whether the two blocks of `link` have the same text, labels aside.
    func areEqual(_ link: Link) -> Bool {
        link.old.count == 1 && link.new.count == 1
            && isEqual(link.old[0], link.new[0])
    }

    /// The blocks that only one text has, each by itself.
    func oneSided() -> [Link] {
        let removed = oldLinked.indices.filter { !oldLinked[$0] }
        let added = newLinked.indices.filter { !newLinked[$0] }
        return removed.map { Link(old: [$0], new: []) } + added.map { Link(old: [], new: [$0]) }
    }

    /// The number of the move of each link, from 1; nil for those in order.
    ///
    /// What moved together, with nothing but added and removed blocks between, has one number.
    func moves() -> [Int?] {
        var count = 0
        var last: Link?
        return links.map { link in
            guard link.isMoved else {
                last = nil
                return nil
            }
            let isTogether = last.map { last in
                last.oldEnd <= link.old[0] && !oldLinked[last.oldEnd..<link.old[0]].contains(true)
            }
            if isTogether != true { count += 1 }
            last = link
            return count
        }
    }
}
