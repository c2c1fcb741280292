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
    var sides: AlignmentSides
    var oldLinked: [Bool]
    var newLinked: [Bool]
    /// Which blocks are linked and in order, since ``settle()``.
    var oldInOrder: [Bool]
    var newInOrder: [Bool]
    var search = CommonSubsequence(below: 0)
    var similarities: [Int: Double] = [:]
    var candidates = BlockCandidates()

    /// What was measured on real pairs and on generated edits.
    enum Limit {
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
        /// How much of the pieces, and of each at an end, must be in it where words were added.
        static let grown = 0.7
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

    mutating func align() {
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

    mutating func link(_ oldBlocks: [Int], _ newBlocks: [Int]) {
        links.append(Link(old: oldBlocks, new: newBlocks))
        for block in oldBlocks { oldLinked[block] = true }
        for block in newBlocks { newLinked[block] = true }
    }

    mutating func link(_ oldBlock: Int, _ newBlock: Int) {
        link([oldBlock], [newBlock])
    }

    func isFree(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        sides.old.blocks.contains(oldBlock) && sides.new.blocks.contains(newBlock)
            && !oldLinked[oldBlock] && !newLinked[newBlock]
    }

    func isEqual(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        sides.old.keys[oldBlock] == sides.new.keys[newBlock]
    }

    // MARK: - Equal blocks

    /// Links what both texts begin and end with.
    mutating func linkEnds() {
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
    mutating func linkAnchors() {
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
    mutating func extend(byEqualText: Bool) {
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
    func gaps() -> [Gap] {
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
    mutating func linkEqual(in gap: Gap) {
        search.reserve(below: Int(max(sides.old.keys.max() ?? 0, sides.new.keys.max() ?? 0)) + 1)
        let pairs = search.pairs(
            gap.old.map { sides.old.keys[$0] }[...],
            gap.new.map { sides.new.keys[$0] }[...]
        )
        for (left, right) in pairs where !sides.old.isBlank[gap.old[left]] {
            link(gap.old[left], gap.new[right])
        }
    }

    // MARK: - Order

    func heaviestChain() -> [Int] {
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
    mutating func settle() {
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
