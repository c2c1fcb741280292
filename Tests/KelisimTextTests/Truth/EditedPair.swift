import KelisimTesting
import KelisimText

/// A generated policy before and after edits, with what really became of every block.
struct EditedPair {
    /// One block became others, or others became it.
    struct Joint: Hashable {
        let old: [Int]
        let new: [Int]
    }

    let plan: EditPlan
    let seed: UInt64
    let language: String
    /// What was edited, in order.
    let edits: [PolicyEditor.Edit]
    let oldBlocks: [DraftBlock]
    let newBlocks: [DraftBlock]
    /// For each new block, the ordinals of the old blocks that it is or was made of.
    let origins: [[Int]]
    /// For each move, the ordinals of the old blocks that it took elsewhere.
    let moves: [[Int]]
    /// The ordinals of old blocks that may be called moved as well, since they changed places with
    /// others.
    let swapped: Set<Int>

    init(_ plan: EditPlan, seed: UInt64) {
        (self.plan, self.seed) = (plan, seed)
        var random = SeededGenerator(seed: seed)
        let vocabulary = Vocabulary.all[Int(seed) % Vocabulary.all.count]
        language = vocabulary.language
        var writer = PolicyWriter(seed: random.next(), vocabulary.words)
        let sections = Int.random(in: plan.sections, using: &random)
        let size = Int.random(in: plan.size, using: &random)
        var policy = writer.policy(sections: sections, size: size)
        if plan.hasLookalikes { writer.makeAlike(&policy) }
        var editor = PolicyEditor(policy, writer)
        oldBlocks = editor.policy.blocks
        var edits: [PolicyEditor.Edit] = []
        let choices = EditPlan.weights.flatMap { Array(repeating: $0.edit, count: $0.weight) }
        let count = Int.random(in: plan.edits, using: &random)
        while edits.count < count {
            let edit = random.pick(choices)
            if editor.make(edit) { edits.append(edit) }
        }
        self.edits = edits
        newBlocks = editor.policy.blocks
        let ordinals = Dictionary(
            uniqueKeysWithValues: oldBlocks.enumerated().map { ($0.element.id, $0.offset) }
        )
        origins = newBlocks.map { $0.origins.compactMap { ordinals[$0] } }
        moves = editor.moves.map { $0.compactMap { ordinals[$0] } }
        swapped = Set(editor.swaps.joined().compactMap { ordinals[$0] })
        (old, new) = (policy.markdown, editor.policy.markdown)
    }

    /// The text before, in Markdown.
    let old: [UInt8]
    /// The text after, in Markdown.
    let new: [UInt8]

    /// The pairs of an old and a new block that belong together.
    var pairs: [(old: Int, new: Int)] {
        origins.enumerated().flatMap { new, olds in olds.map { ($0, new) } }
    }

    /// For each old block, the new ones it became.
    var successors: [[Int]] {
        var successors = Array(repeating: [Int](), count: oldBlocks.count)
        for pair in pairs { successors[pair.old].append(pair.new) }
        return successors
    }

    /// The blocks that were split.
    var splits: [Joint] {
        successors.enumerated().filter { $0.element.count > 1 }
            .map { Joint(old: [$0.offset], new: $0.element) }
    }

    /// The blocks that were merged.
    var merges: [Joint] {
        origins.enumerated().filter { $0.element.count > 1 }
            .map { Joint(old: $0.element, new: [$0.offset]) }
    }
}

extension PolicyWriter {
    /// Turns most clauses into variants of a few, each with a word or two of its own.
    mutating func makeAlike(_ policy: inout DraftPolicy) {
        let models = (0..<6).map { _ in block(.paragraph).words }.filter { $0.count > 6 }
        for section in policy.sections.indices {
            for unit in policy.sections[section].units.indices where random.below(5) > 0 {
                var words = policy.sections[section].units[unit].lead.words
                while isUsed(words), !models.isEmpty {
                    words = random.pick(models)
                    for _ in 0..<1 + random.below(2) {
                        words[1 + random.below(words.count - 2)] = word()
                    }
                }
                policy.sections[section].units[unit].lead.words = block(.paragraph, words).words
            }
        }
    }
}
