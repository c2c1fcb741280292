/// One text as the alignment sees it: a number for what each block says, and its words.
struct AlignmentSide {
    /// A number for the text of each block, label aside; equal blocks have equal numbers.
    fileprivate(set) var keys: [Int32] = []
    /// About how many words each block has.
    fileprivate(set) var lengths: [Int] = []
    /// Whether a block has neither letters nor digits; such blocks are never anchors.
    fileprivate(set) var isBlank: [Bool] = []
    /// The number that a reader sees in front of each block.
    fileprivate(set) var labels: [String?] = []
    /// What sort of block each is: a heading resembles a heading.
    fileprivate(set) var kinds: [MarkdownNode.Kind] = []
    /// The folded words of the blocks that ``AlignmentSides/readWords(of:_:)`` has read.
    fileprivate(set) var words: [ArraySlice<Int32>] = []

    /// The blocks between the ends that both texts share; the others have no key.
    let blocks: Range<Int>

    fileprivate init(_ text: ComparedText, _ blocks: Range<Int>) {
        self.blocks = blocks
        keys = Array(repeating: -1, count: text.count)
        lengths = Array(repeating: 1, count: text.count)
        isBlank = Array(repeating: true, count: text.count)
        labels = Array(repeating: nil, count: text.count)
        kinds = Array(repeating: .paragraph, count: text.count)
        words = Array(repeating: [], count: text.count)
    }
}

/// Both texts with common numbers for equal blocks and equal words.
struct AlignmentSides {
    private(set) var old: AlignmentSide
    private(set) var new: AlignmentSide
    private var keys: ByteTable
    private(set) var wordTable = ByteTable(capacity: 4096)
    private var forms: CanonicalForms?
    private let oldText: ComparedText
    private let newText: ComparedText

    init(_ old: ComparedText, _ new: ComparedText, between ends: CommonEnds) {
        oldText = old
        newText = new
        let oldBlocks = ends.head..<old.count - ends.tail
        let newBlocks = ends.head..<new.count - ends.tail
        keys = ByteTable(capacity: oldBlocks.count)
        let hasMarks =
            !(oldBlocks.isEmpty && newBlocks.isEmpty)
            && [old, new].contains { CanonicalForms.matters(in: $0.document.bytes) }
        forms = hasMarks ? CanonicalForms() : nil
        self.old = AlignmentSide(old, oldBlocks)
        self.new = AlignmentSide(new, newBlocks)
        self.old = read(old, self.old)
        self.new = read(new, self.new)
    }

    /// Which side a block belongs to.
    enum Name {
        case old
        case new
    }

    private mutating func read(_ text: ComparedText, _ empty: AlignmentSide) -> AlignmentSide {
        var side = empty
        var block = BlockText()
        var scratch: [UInt8] = []
        for index in side.blocks {
            let clause = text.tree.clauses[index]
            block.scan(text.document, block: clause.node) { bytes in
                let start = min(clause.labelLength, bytes.count)
                let body = UnsafeBufferPointer(rebasing: bytes[start...]).trimmed
                side.keys[index] = key(of: body, &scratch)
                side.lengths[index] = body.count { $0 == 0x20 } + 1
                side.isBlank[index] = !body.hasLetters
            }
            side.labels[index] = text.label(of: index)
            side.kinds[index] = text.document.nodes[clause.node].kind
        }
        return side
    }

    private mutating func key(
        of text: UnsafeBufferPointer<UInt8>,
        _ scratch: inout [UInt8]
    ) -> Int32 {
        if forms == nil, text.isFolded { return keys.number(of: text) }
        scratch.removeAll(keepingCapacity: true)
        text.fold(into: &scratch)
        let form = scratch.withUnsafeBufferPointer { forms?.form(of: $0) } ?? scratch
        return form.withUnsafeBufferPointer { keys.number(of: $0) }
    }

    /// Reads the folded words of the blocks `indices` of one side.
    mutating func readWords(of name: Name, _ indices: [Int]) {
        let text = name == .old ? oldText : newText
        var all: [Int32] = []
        var ends: [Int] = []
        var block = BlockText()
        for index in indices {
            let clause = text.tree.clauses[index]
            block.scan(text.document, block: clause.node) { bytes in
                let start = min(clause.labelLength, bytes.count)
                for token in WordTokenizer.tokens(in: bytes, from: start) where token.isWord {
                    all.append(number(of: token, in: bytes))
                }
            }
            ends.append(all.count)
        }
        var start = 0
        for (index, end) in zip(indices, ends) {
            if name == .old { old.words[index] = all[start..<end] }
            if name == .new { new.words[index] = all[start..<end] }
            start = end
        }
    }

    private mutating func number(
        of token: WordToken,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        var folded = WordFolding.folded(bytes, token.range)
        return folded.withUTF8 { folded in
            guard let form = forms?.form(of: folded) else { return wordTable.number(of: folded) }
            return form.withUnsafeBufferPointer { wordTable.number(of: $0) }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The text without ordinary white space at its ends.
    var trimmed: UnsafeBufferPointer<UInt8> {
        var low = 0
        var high = count
        while low < high, self[low].isSpace { low += 1 }
        while high > low, self[high - 1].isSpace { high -= 1 }
        return UnsafeBufferPointer(rebasing: self[low..<high])
    }

    /// Whether there is a letter or a digit.
    fileprivate var hasLetters: Bool {
        indices.contains { self[$0].isDigit || letterLength(at: $0) > 0 }
    }

    /// Whether ``fold(into:)`` would change nothing.
    fileprivate var isFolded: Bool {
        var wasSpace = false
        for index in indices {
            let byte = self[index]
            switch byte {
            case 0x20:
                if wasSpace { return false }
                wasSpace = true
            case 0x09...0x0D: return false
            case 0xC2, 0xE2, 0xEF:
                wasSpace = false
                if invisibleLength(at: index) > 0 { return false }
            default: wasSpace = false
            }
        }
        return true
    }

    /// Appends the text with every run of white space as one space, and without what is invisible.
    fileprivate func fold(into result: inout [UInt8]) {
        var index = 0
        while index < count {
            let invisible = invisibleLength(at: index)
            if invisible > 0 {
                index += invisible
                continue
            }
            if !self[index].isSpace {
                result.append(self[index])
            } else if result.last != 0x20 {
                result.append(0x20)
            }
            index += 1
        }
    }

    /// How many bytes a soft hyphen, zero width character or byte order mark at `index` takes.
    func invisibleLength(at index: Int) -> Int {
        if hasPrefix("\u{AD}", at: index) { return 2 }
        let marks: [StaticString] = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"]
        return marks.contains { hasPrefix($0, at: index) } ? 3 : 0
    }
}

extension UInt8 {
    /// Whether the byte is ordinary white space.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
