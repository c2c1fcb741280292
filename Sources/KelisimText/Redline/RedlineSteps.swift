/// Puts the blocks of a redline into lists, items and quotations.
///
/// An element stands for a node of the old text, of the new one, or of both. Where the blocks of one
/// list, say, do not stand together, because one of them is not in it in the other text, the list is
/// opened several times.
struct RedlineSteps {
    private(set) var steps: [RedlineStep] = []
    /// How often each node of a text was opened.
    private(set) var openings = Sided<[Int: Int]>(old: [:], new: [:])
    private let texts: Sided<RedlineText>
    /// The first node of the other text with which a node shares a block.
    private var twins = Sided<[Int: Int]>(old: [:], new: [:])
    private var stack: [Sided<Int?>] = []

    init(_ leaves: [RedlineLeaf], _ texts: Sided<RedlineText>) {
        self.texts = texts
        for leaf in leaves { pair(leaf) }
        steps.reserveCapacity(leaves.count)
        for (index, leaf) in leaves.enumerated() {
            enter(path(of: leaf))
            steps.append(.leaf(index))
        }
        enter([])
    }

    private func parent(of block: Int, _ side: RedlineSide) -> Int {
        Int(texts[side].node(of: block).parent)
    }

    private mutating func pair(_ leaf: RedlineLeaf) {
        guard let old = leaf.blocks.old, let new = leaf.blocks.new else { return }
        var left = parent(of: old, .old)
        var right = parent(of: new, .new)
        while left > 0, right > 0 {
            if twins.old[left] == nil { twins.old[left] = right }
            if twins.new[right] == nil { twins.new[right] = left }
            left = Int(texts.old.document.nodes[left].parent)
            right = Int(texts.new.document.nodes[right].parent)
        }
    }

    // MARK: - The elements around a block

    /// The elements around `leaf`, outermost first; those that are open as far as they fit.
    private func path(of leaf: RedlineLeaf) -> [Sided<Int?>] {
        if let old = leaf.blocks.old, let new = leaf.blocks.new {
            return zip(ancestors(of: old, .old), ancestors(of: new, .new))
                .map { Sided<Int?>(old: $0, new: $1) }
        }
        let side = leaf.side
        guard let block = leaf.blocks[side] else { return [] }
        var path: [Sided<Int?>] = []
        for node in ancestors(of: block, side) {
            let depth = path.count
            if depth < stack.count, stack[depth][side] == node,
                path.indices.allSatisfy({ path[$0] == stack[$0] })
            {
                path.append(stack[depth])
            } else {
                path.append(alone(node, side, below: path.last))
            }
        }
        return path
    }

    /// The element for a node of one text, shared with its twin where that fits into `outer`.
    private func alone(
        _ node: Int,
        _ side: RedlineSide,
        below outer: Sided<Int?>?
    ) -> Sided<Int?> {
        let other: RedlineSide = side == .old ? .new : .old
        let twin = twins[side][node]
            .flatMap { twin -> Int? in
                let parent = Int(texts[other].document.nodes[twin].parent)
                return parent == (outer.map { $0[other] ?? -1 } ?? 0) ? twin : nil
            }
        return side == .old ? Sided(old: node, new: twin) : Sided(old: twin, new: node)
    }

    private func ancestors(of block: Int, _ side: RedlineSide) -> [Int] {
        var ancestors: [Int] = []
        var node = parent(of: block, side)
        while node > 0 {
            ancestors.append(node)
            node = Int(texts[side].document.nodes[node].parent)
        }
        return ancestors.reversed()
    }

    private mutating func enter(_ path: [Sided<Int?>]) {
        let common = zip(stack, path).prefix { $0 == $1 }.count
        while stack.count > common {
            stack.removeLast()
            steps.append(.close)
        }
        for element in path[common...] {
            stack.append(element)
            if let old = element.old { openings.old[old, default: 0] += 1 }
            if let new = element.new { openings.new[new, default: 0] += 1 }
            steps.append(.open(element))
        }
    }
}
