/// Makes the change of each pair of blocks that belong together.
struct ChangeMaker {
    private let old: ComparedText
    private let new: ComparedText
    private let formatting: BlockFormatting
    private var exact = ByteTable()
    private var folded = ByteTable()
    private var search = CommonSubsequence(below: 0)
    private var references: ConsequentialReferences?
    private let counterparts: [Int]

    init(
        _ old: ComparedText,
        _ new: ComparedText,
        _ ends: CommonEnds,
        _ links: [BlockAligner.Link]
    ) {
        self.old = old
        self.new = new
        formatting = BlockFormatting(old, new)
        var counterparts = Array(repeating: -1, count: old.count)
        for link in links { counterparts[link.old[0]] = link.new[0] }
        for block in 0..<ends.head { counterparts[block] = block }
        for block in 0..<ends.tail {
            counterparts[old.count - 1 - block] = new.count - 1 - block
        }
        self.counterparts = counterparts
    }

    /// The change of blocks that only one text has; `link` has none on the other side.
    func oneSided(_ link: BlockAligner.Link) -> BlockChange {
        let length = Passage(old, link.old).bytes.count
        let newLength = Passage(new, link.new).bytes.count
        let words = [
            WordEdit(operation: .delete, old: 0..<length, new: 0..<0),
            WordEdit(operation: .insert, old: length..<length, new: 0..<newLength),
        ]
        return BlockChange(
            kinds: [link.old.isEmpty ? .added : .removed],
            classification: .substantive,
            move: nil,
            old: link.old,
            new: link.new,
            words: words.filter { !$0.old.isEmpty || !$0.new.isEmpty },
            isConsequential: false,
            isCutShort: false,
            formatting: [],
            characters: []
        )
    }

    /// The change of the blocks of one link.
    ///
    /// - Parameters:
    ///   - link: the blocks that belong together.
    ///   - isEqual: whether their texts are equal, labels aside.
    ///   - move: the number of the move that `link` belongs to, if it was moved.
    /// - Returns: the change, or nil when the blocks are as they were.
    mutating func change(
        _ link: BlockAligner.Link,
        isEqual: Bool,
        move: Int?
    ) -> BlockChange? {
        let isPair = link.old.count == 1 && link.new.count == 1
        let (oldBlock, newBlock) = (link.old[0], link.new[0])
        let labels = Labels(old.label(of: oldBlock), new.label(of: newBlock))
        if isPair, isEqual, move == nil, labels.areSame,
            formatting.isPlainlySame(oldBlock, newBlock)
        {
            return nil
        }
        let passages = (Passage(old, link.old), Passage(new, link.new))
        let left = PassageTokens(passages.0, exact: &exact, folded: &folded)
        let right = PassageTokens(passages.1, exact: &exact, folded: &folded)
        search.reserve(below: exact.count)
        let words = WordComparison(passages.0, passages.1, left, right, &search)
        let reading = isEqual ? .same : Reading(passages, left, right)
        var kinds: Set<BlockChange.Kind> = []
        if reading == .other { kinds.insert(.reworded) }
        if reading.isTypographic || labels.differInSigns { kinds.insert(.typographic) }
        if move != nil { kinds.insert(.moved) }
        if !isPair { kinds.insert(link.old.count == 1 ? .split : .merged) }
        if labels.differ, isPair { kinds.insert(.renumbered) }
        var format: [FormattingChange] = []
        if isPair {
            let pairs = words.pairs.map {
                (old: left.tokens[$0.left].range, new: right.tokens[$0.right].range)
            }
            format = formatting.changes(oldBlock, newBlock, pairs)
            if !format.isEmpty { kinds.insert(.formatting) }
        }
        guard !kinds.isEmpty else { return nil }
        let isConsequential =
            isPair && reading == .other && isExplained(oldBlock, newBlock, left, right)
        return BlockChange(
            kinds: BlockChange.Kind.allCases.filter(kinds.contains),
            classification: Self.classification(kinds, isConsequential: isConsequential),
            move: move,
            old: link.old,
            new: link.new,
            words: words.edits,
            isConsequential: isConsequential,
            isCutShort: words.isCutShort,
            formatting: format,
            characters: reading.characters + labels.characters
        )
    }

    private mutating func isExplained(
        _ oldBlock: Int,
        _ newBlock: Int,
        _ left: PassageTokens,
        _ right: PassageTokens
    ) -> Bool {
        var references =
            self.references ?? ConsequentialReferences(old, new, counterparts: counterparts)
        defer { self.references = references }
        return references.explain(oldBlock, newBlock, left, right)
    }

    private static func classification(
        _ kinds: Set<BlockChange.Kind>,
        isConsequential: Bool
    ) -> BlockChange.Class {
        let structural: Set<BlockChange.Kind> = [.moved, .renumbered, .split, .merged]
        if kinds.contains(.reworded), !isConsequential { return .substantive }
        if isConsequential || !kinds.isDisjoint(with: structural) { return .structural }
        return kinds.contains(.typographic) ? .typographic : .formatting
    }
}

/// The numbers in front of two blocks.
private struct Labels {
    private let old: String?
    private let new: String?

    init(_ old: String?, _ new: String?) {
        self.old = old
        self.new = new
    }

    var areSame: Bool { old == new }

    /// Whether a reader sees another number.
    var differ: Bool { old.map(Self.number) != new.map(Self.number) }

    /// Whether only the signs behind the number differ.
    var differInSigns: Bool { old != new && !differ }

    var characters: [CharacterChange] {
        guard differInSigns, let old, let new else { return [] }
        return [CharacterChange(old: old, new: new)]
    }

    private static func number(_ label: String) -> String {
        String(label.filter { !".):".contains($0) || $0.isLetter })
    }
}
