internal import KelisimText

/// A block of one text beside the block of another that bears the same number or place.
struct ParallelRow: Sendable {
    /// The name of the first clause in it.
    let id: String
    /// The block of the first text; nil where that text has none.
    let first: HTMLBlocks.Block?
    /// The block of the second text; nil where that text has none.
    let second: HTMLBlocks.Block?

    /// The rows of two texts: every block of both exactly once, those of the first in their order,
    /// and what only the second has behind what it follows there.
    static func rows(
        _ first: (tree: ClauseTree, blocks: [HTMLBlocks.Block]),
        _ second: (tree: ClauseTree, blocks: [HTMLBlocks.Block])
    ) -> [ParallelRow] {
        let id = { (tree: ClauseTree, block: HTMLBlocks.Block) in
            tree.clauses[block.clauses.lowerBound].id
        }
        let places = Dictionary(
            first.blocks.enumerated().map { (id(first.tree, $1), $0) }
        ) { earlier, _ in earlier }
        var twins: [Int: HTMLBlocks.Block] = [:]
        var additions: [Int: [ParallelRow]] = [:]
        // Before the first block of the first text.
        var place = -1
        for block in second.blocks {
            let name = id(second.tree, block)
            if let found = places[name] {
                twins[found] = block
                place = found
            } else {
                additions[place, default: []]
                    .append(ParallelRow(id: name, first: nil, second: block))
            }
        }
        var rows = additions[-1] ?? []
        for (index, block) in first.blocks.enumerated() {
            let name = id(first.tree, block)
            rows.append(ParallelRow(id: name, first: block, second: twins[index]))
            rows += additions[index] ?? []
        }
        return rows
    }
}
