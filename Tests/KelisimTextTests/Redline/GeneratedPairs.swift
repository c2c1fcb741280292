import KelisimTesting

/// Two texts, the second made of the first by a few edits; the same for the same seed.
struct GeneratedPairs: Sequence, IteratorProtocol {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func next() -> (old: [UInt8], new: [UInt8])? {
        let blocks = (0...random.below(9)).map { _ in block() }
        var edited = blocks
        for _ in 0...random.below(4) { edit(&edited) }
        return (Array(blocks.joined().utf8), Array(edited.joined().utf8))
    }

    // MARK: - Blocks

    private mutating func block() -> String {
        switch random.below(14) {
        case 0: "# \(inline(3))\n\n"
        case 1: "## \(random.below(9)). \(inline(3))\n\n"
        case 2: "### \(inline(4))\n\n"
        case 3: list("- ")
        case 4: list("\(random.below(4)). ")
        case 5: list(random.below(2) == 0 ? "1) " : "* ")
        case 6: "> \(inline(6))\n>\n> \(inline(3))\n\n"
        case 7: table()
        case 8: "```\n\(words(4))\n\n  \(words(2))\n```\n\n"
        case 9: random.pick(["***\n\n", "<div>\(words(2))</div>\n\n", "<!-- \(words(1)) -->\n\n"])
        case 10: "\(random.below(9)).\(random.below(9)). \(inline(9))\n\n"
        case 11: "\(random.pick(["1)", "2-1)", "а)", "ә)"])) \(inline(5))\n\n"
        default: "\(inline(12))\n\n"
        }
    }

    private mutating func list(_ mark: String) -> String {
        let gap = random.below(3) == 0 ? "\n\n" : "\n"
        let indent = String(repeating: " ", count: mark.utf8.count)
        var text = ""
        for _ in 0...random.below(4) {
            text += mark + inline(5) + gap
            switch random.below(8) {
            case 0: text += "\(indent)- \(inline(3))\n\(indent)- \(inline(2))\n"
            case 1: text += "\n\(indent)\(inline(4))\n\n"
            case 2: text += "\(indent)> \(inline(3))\n"
            case 3: text += "\n\(indent)1. \(inline(3))\n\n"
            default: break
            }
        }
        return text + "\n"
    }

    private mutating func table() -> String {
        let columns = 1 + random.below(3)
        var text = (0..<columns).map { _ in "| \(cell()) " }.joined() + "|\n"
        text += String(repeating: random.pick(["|---", "|:-:"]), count: columns) + "|\n"
        for _ in 0..<random.below(5) {
            let count = random.below(8) == 0 ? columns + 1 - random.below(3) : columns
            text += (0..<Swift.max(count, 1)).map { _ in "| \(cell()) " }.joined() + "|\n"
        }
        return text + "\n"
    }

    private mutating func cell() -> String {
        random.below(6) == 0 ? "" : inline(2).replacing("\n", with: " ")
    }

    // MARK: - Words

    private mutating func words(_ count: Int) -> String {
        (0...random.below(count)).map { _ in random.pick(Self.vocabulary) }.joined(separator: " ")
    }

    private mutating func inline(_ count: Int) -> String {
        (0...random.below(count)).map { _ in piece() }.joined(separator: " ")
    }

    private mutating func piece() -> String {
        switch random.below(22) {
        case 0: "**\(words(3))**"
        case 1: "*\(words(3))*"
        case 2: "***\(words(2))** \(words(1))*"
        case 3: "`\(words(2))`"
        case 4: "[\(words(3))](/\(random.pick(Self.vocabulary)))"
        case 5: "[\(words(1)) **\(words(1))**](/a \"\(words(1))\")"
        case 6: "<https://x.kz/\(random.below(3))?a=b&c>"
        case 7: "[\(words(1))](javascript:alert)"
        case 8: "![\(words(2))](a\(random.below(2)).png)"
        case 9: "![\(words(2))](https://x.kz/a.png 'т')"
        case 10: random.pick(["![](a.png)", "[](/b)", "[![\(words(1))](a.png)](/c)"])
        case 11: random.pick(["&amp;", "&copy;", "\\*", "&nGt;", "&lt;b&gt;", "\u{A0}–", "№ 5"])
        case 12: "<b>\(words(1))</b>"
        case 13: words(1) + random.pick(["\n", "  \n", "\\\n"]) + random.pick(Self.vocabulary)
        case 14: "[**\(words(1))** \(words(1)) <https://y.kz>](/d)"
        default: words(4)
        }
    }

    private static let vocabulary = [
        "пайдаланушы", "саясат", "деректер", "30 күн", "5.2.", "және", "немесе", "Сайт",
        "қолданушы",
        "«Қор»", "n", "e\u{301}", "мәтін,", "мәтін.", "17-1", "1 000 000", "т.е.", "не",
    ]

    // MARK: - Edits

    private mutating func edit(_ blocks: inout [String]) {
        let index = random.below(Swift.max(blocks.count, 1))
        guard index < blocks.count else { return blocks.append(block()) }
        switch random.below(12) {
        case 0: blocks.insert(block(), at: index)
        case 1: blocks.remove(at: index)
        case 2: blocks.insert(blocks.remove(at: index), at: random.below(blocks.count + 1))
        case 3: blocks[index] = "> " + blocks[index]
        case 4: blocks[index] = "- " + blocks[index]
        case 5: blocks[index] = blocks[index].replacing(" ", with: "\n\n", maxReplacements: 1)
        case 6: blocks[index] = blocks[index].replacing("\n", with: " ", maxReplacements: 1)
        case 7: blocks[index] = blocks[index].replacing("*", with: "")
        default: editLine(&blocks[index])
        }
    }

    private mutating func editLine(_ text: inout String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = random.below(lines.count)
        switch random.below(5) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: line)
        default:
            var parts = lines[line].split(separator: " ", omittingEmptySubsequences: false)
                .map(String.init)
            let part = random.below(parts.count)
            switch random.below(4) {
            case 0: parts.remove(at: part)
            case 1: parts.insert(piece(), at: part)
            case 2: parts[part] = "**\(parts[part])**"
            default: parts[part] = piece()
            }
            lines[line] = parts.joined(separator: " ")
        }
        text = lines.joined(separator: "\n")
    }
}
