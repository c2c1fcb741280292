import KelisimTesting

/// Writes blocks of policies that do not exist, the same for the same seed.
struct PolicyWriter {
    var random: SeededGenerator
    let vocabulary: Vocabulary
    private var used: Set<String> = []
    private var blocks = 0

    init(seed: UInt64, _ vocabulary: Vocabulary) {
        random = SeededGenerator(seed: seed)
        self.vocabulary = vocabulary
    }

    // MARK: - Blocks

    /// A block of `kind` whose words no block has had, of some length.
    mutating func block(_ kind: DraftBlock.Kind) -> DraftBlock {
        while true {
            let words = words(of: kind)
            if used.insert(words.joined(separator: " ")).inserted { return block(kind, words) }
        }
    }

    /// A block with these words.
    mutating func block(_ kind: DraftBlock.Kind, _ words: [String]) -> DraftBlock {
        used.insert(words.joined(separator: " "))
        blocks += 1
        return DraftBlock(id: blocks, kind: kind, words: words, origins: [])
    }

    /// Whether `words` are those of a block that was written before.
    func isUsed(_ words: [String]) -> Bool { used.contains(words.joined(separator: " ")) }

    /// A unit: its clause or paragraph, and often points below it.
    mutating func unit() -> DraftPolicy.Unit {
        var unit = DraftPolicy.Unit(lead: block(.paragraph))
        switch random.below(12) {
        case 0, 1: unit.children = points(.bullet)
        case 2: unit.children = points(.ordered)
        case 3: unit.children = (0..<1 + random.below(2)).map { _ in block(.paragraph) }
        case 4:
            // The number itself comes with the numbering of its section.
            unit.children = (0..<2 + random.below(5))
                .map { _ in
                    var clause = block(.paragraph)
                    clause.label = ""
                    return clause
                }
        case 5 where random.below(3) == 0: unit.children = [block(.table)]
        case 6 where random.below(2) == 0:
            let sentence = random.pick(vocabulary.boilerplate)
            unit.children = [block(.paragraph, sentence.split(separator: " ").map(String.init))]
        default: break
        }
        return unit
    }

    /// A section of about `size` units.
    mutating func section(_ size: Int) -> DraftPolicy.Section {
        DraftPolicy.Section(
            heading: block(.heading(level: 2)),
            units: (0..<max(1, size / 2 + random.below(size + 1))).map { _ in unit() }
        )
    }

    /// A policy of `sections` sections of about `size` units each, numbered.
    mutating func policy(sections: Int, size: Int) -> DraftPolicy {
        let style = DraftPolicy.Style(
            section: random.pick(["#.", "#.", "#.", random.pick(vocabulary.sections), nil]),
            clause: random.pick(["#.", "#.", "#", nil])
        )
        var policy = DraftPolicy(
            style: style,
            title: block(.heading(level: 1)),
            preamble: (0..<1 + random.below(3)).map { _ in block(.paragraph) },
            sections: (0..<sections).map { _ in section(size) }
        )
        policy.renumber()
        return policy
    }

    private mutating func points(_ kind: DraftBlock.Kind) -> [DraftBlock] {
        (0..<2 + random.below(6)).map { _ in block(kind) }
    }

    // MARK: - Words

    private mutating func words(of kind: DraftBlock.Kind) -> [String] {
        switch kind {
        case .heading: capitalized((0..<3 + random.below(5)).map { _ in word() })
        case .bullet, .ordered: phrase(3 + random.below(random.pick([6, 12, 25])), end: ";")
        case .paragraph: paragraph(random.pick([12, 20, 35, 60, 120]))
        case .table: table()
        }
    }

    private mutating func paragraph(_ longest: Int) -> [String] {
        let length = 3 + random.below(longest - 2)
        var words: [String] = []
        while words.count < length {
            words += phrase(min(6 + random.below(20), max(3, length - words.count)), end: ".")
        }
        return words
    }

    private mutating func phrase(_ length: Int, end: String) -> [String] {
        var words = (0..<length).map { _ in word() }
        if length > 12, random.below(3) == 0 {
            let phrase = random.pick(vocabulary.phrases).split(separator: " ").map(String.init)
            words.replaceSubrange(3..<min(3 + phrase.count, length - 1), with: phrase)
        }
        for index in words.indices.dropLast() where random.below(11) == 0 { words[index] += "," }
        words[words.count - 1] += end
        return capitalized(words)
    }

    private mutating func table() -> [String] {
        let columns = 2 + random.below(2)
        var words = ["|"]
        for row in 0..<4 + random.below(4) {
            for _ in 0..<columns {
                let count = row == 1 ? 1 : 1 + random.below(3)
                words += row == 1 ? ["---"] : (0..<count).map { _ in word() }
                words.append("|")
            }
            words[words.count - 1] = "|\n|"
        }
        words[words.count - 1] = "|"
        return words
    }

    /// One word, now and then marked.
    mutating func word() -> String {
        let word = vocabulary.word(&random)
        return random.below(60) == 0 && !word.contains(" ") ? "**\(word)**" : word
    }

    /// The words with a capital in front, and a word that is none.
    private mutating func capitalized(_ words: [String]) -> [String] {
        var words = words
        while words[0].first?.isLetter != true { words[0] = word() }
        words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst()
        return words
    }
}
