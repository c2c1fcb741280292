import KelisimTesting

/// Two made-up texts of which the second was made from the first, with every kind of block.
struct GeneratedPair {
    let old: String
    let new: String

    private static let words = [
        "оператор", "деректер", "келісім", "саясат", "тармақ", "өтініш", "30", "күн", "жария",
        "заң",
        "policy", "**маңызды**", "*ерекше*", "`код`", "[сілтеме](https://example.kz/a)", "№ 5",
        "«Сайт»",
    ]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let blocks = (0..<12).map { _ in Self.block(&generator) }
        var changed = blocks
        for _ in 0..<generator.below(8) { Self.edit(&changed, &generator) }
        old = blocks.joined(separator: "\n\n") + "\n"
        new = changed.joined(separator: "\n\n") + "\n"
    }

    private static func sentence(_ generator: inout SeededGenerator) -> String {
        (0..<3 + generator.below(12)).map { _ in generator.pick(words) }.joined(separator: " ")
    }

    private static func block(_ generator: inout SeededGenerator) -> String {
        let texts = (0..<3).map { _ in sentence(&generator) }
        switch generator.below(9) {
        case 0: return "## \(1 + generator.below(9)). \(texts[0])"
        case 1: return texts.map { "* \($0)" }.joined(separator: "\n")
        case 2: return "3. \(texts[0])\n4. \(texts[1])\n\n   \(texts[2])"
        case 3: return "> \(texts[0])\n>\n> 1. \(texts[1])"
        case 4:
            return "| A | B |\n|---|:-:|\n" + texts.map { "| \($0) | x |" }.joined(separator: "\n")
        case 5: return "```\n\(texts[0])\n  \(texts[1])\n```"
        case 6: return "<div>\n\(texts[0])\n</div>\n\n***"
        default:
            return "1.\(1 + generator.below(99)). \(texts[0])\\\n\(texts[1])\n![\(texts[2])](x.png)"
        }
    }

    private static func edit(_ blocks: inout [String], _ generator: inout SeededGenerator) {
        guard !blocks.isEmpty else { return }
        let place = generator.below(blocks.count)
        switch generator.below(6) {
        case 0: blocks.remove(at: place)
        case 1: blocks.insert(block(&generator), at: place)
        case 2:
            let moved = blocks.remove(at: place)
            blocks.insert(moved, at: generator.below(blocks.count + 1))
        case 3: blocks[place] = blocks[place].replacing("\n", with: "\n\n", maxReplacements: 1)
        default:
            let word = generator.pick(words)
            blocks[place] = blocks[place]
                .replacing(word, with: sentence(&generator), maxReplacements: 2)
        }
    }
}
