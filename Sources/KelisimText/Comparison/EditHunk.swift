/// What stands between two equal stretches: what was deleted there, and what was inserted.
struct EditHunk: Hashable {
    var old: Range<Int>
    var new: Range<Int>

    /// The hunks of `edits`, in order.
    static func hunks(of edits: [WordEdit]) -> [EditHunk] {
        var hunks: [EditHunk] = []
        var isOpen = false
        for edit in edits {
            if edit.operation == .equal {
                isOpen = false
            } else if isOpen, let last = hunks.last {
                hunks[hunks.count - 1] = EditHunk(
                    old: last.old.lowerBound..<edit.old.upperBound,
                    new: last.new.lowerBound..<edit.new.upperBound
                )
            } else {
                hunks.append(EditHunk(old: edit.old, new: edit.new))
                isOpen = true
            }
        }
        return hunks
    }

    /// The edits of `hunks` and of the equal stretches between them, up to the ends of both texts.
    static func edits(of hunks: [EditHunk], _ oldEnd: Int, _ newEnd: Int) -> [WordEdit] {
        var edits: [WordEdit] = []
        var from = (old: 0, new: 0)
        func add(_ operation: WordEdit.Operation, _ old: Range<Int>, _ new: Range<Int>) {
            guard !old.isEmpty || !new.isEmpty else { return }
            edits.append(WordEdit(operation: operation, old: old, new: new))
        }
        for hunk in hunks {
            add(.equal, from.old..<hunk.old.lowerBound, from.new..<hunk.new.lowerBound)
            add(.delete, hunk.old, hunk.new.lowerBound..<hunk.new.lowerBound)
            add(.insert, hunk.old.upperBound..<hunk.old.upperBound, hunk.new)
            from = (hunk.old.upperBound, hunk.new.upperBound)
        }
        add(.equal, from.old..<oldEnd, from.new..<newEnd)
        return edits
    }

    /// Whether it is the change of the printed numbers in front, which take so many bytes.
    func isLabel(_ lengths: (Int, Int)) -> Bool {
        old.lowerBound == 0 && new.lowerBound == 0 && old.upperBound <= lengths.0
            && new.upperBound <= lengths.1
    }

    /// Whether only ordinary white space changed, and there is still some, or it is at an end.
    func isUnseen(_ old: TokenizedPassage, _ new: TokenizedPassage) -> Bool {
        guard old.isSpace(self.old), new.isSpace(self.new) else { return false }
        return self.old.isEmpty == self.new.isEmpty || old.hasSpace(beside: self.old)
            || self.old.lowerBound == 0 && self.new.lowerBound == 0
            || self.old.upperBound == old.bytes.count && self.new.upperBound == new.bytes.count
    }

    /// The hunk without the white space that both sides begin or end with.
    func trimmed(_ old: TokenizedPassage, _ new: TokenizedPassage) -> EditHunk {
        let head = CommonSpace.head(old.bytes[self.old], new.bytes[self.new])
        let (left, right) = (self.old.dropFirst(head), self.new.dropFirst(head))
        let tail = CommonSpace.tail(old.bytes[left], new.bytes[right])
        return EditHunk(old: left.dropLast(tail), new: right.dropLast(tail))
    }

    // MARK: - Sliding

    /// Moves what was only inserted, or only deleted, to where something begins.
    ///
    /// A sentence, a clause or at least a word, if the words around it allow: «A. [B. ]C.» says more
    /// than «A[. B]. C.».
    ///
    /// - Parameters:
    ///   - previous: the hunk before it, if there is one.
    ///   - next: the hunk behind it, if there is one.
    ///   - old: the old text.
    ///   - new: the new text.
    mutating func slide(
        between previous: EditHunk?,
        and next: EditHunk?,
        _ old: TokenizedPassage,
        _ new: TokenizedPassage
    ) {
        guard self.old.isEmpty != self.new.isEmpty else { return }
        let side: KeyPath<EditHunk, Range<Int>> = self.old.isEmpty ? \.new : \.old
        let text = self.old.isEmpty ? new : old
        let low = previous?[keyPath: side].upperBound ?? 0
        let high = next?[keyPath: side].lowerBound ?? text.bytes.count
        let shift = Self.shift(of: self[keyPath: side], in: text, low..<high)
        self.old = self.old.lowerBound + shift..<self.old.upperBound + shift
        self.new = self.new.lowerBound + shift..<self.new.upperBound + shift
    }

    /// How far `range` slides best, staying inside `bounds`.
    private static func shift(
        of range: Range<Int>,
        in text: TokenizedPassage,
        _ bounds: Range<Int>
    ) -> Int {
        text.bytes.withUnsafeBufferPointer { bytes in
            var first = 0
            while range.lowerBound + first > bounds.lowerBound,
                bytes[range.lowerBound + first - 1] == bytes[range.upperBound + first - 1]
            {
                first -= 1
            }
            var last = 0
            while range.upperBound + last < bounds.upperBound,
                bytes[range.lowerBound + last] == bytes[range.upperBound + last]
            {
                last += 1
            }
            guard first < last else { return 0 }
            var best = (shift: 0, rank: rank(of: range.lowerBound, bytes))
            for shift in first...last {
                let place = range.lowerBound + shift
                guard text.isBoundary(place), text.isBoundary(range.upperBound + shift) else {
                    continue
                }
                let rank = rank(of: place, bytes)
                if rank > best.rank { best = (shift, rank) }
            }
            return best.shift
        }
    }

    /// How good a place is to begin something: a sentence before a clause before a word.
    ///
    /// The word itself is better than the white space before it.
    private static func rank(of place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let isWord = place < bytes.count && !bytes[place].isSpace
        return 2 * sentenceRank(of: place, bytes) + (isWord ? 1 : 0)
    }

    private static func sentenceRank(of place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = place
        while end > 0, bytes[end - 1].isSpace { end -= 1 }
        guard end > 0 else { return 4 }
        if end < place, bytes[end..<place].contains(0x0A) { return 4 }
        switch bytes[end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 3
        case UInt8(ascii: ";"), UInt8(ascii: ":"): return 2
        case UInt8(ascii: ","), UInt8(ascii: ")"): return 1
        default: return 0
        }
    }
}

/// A passage with its words, read once.
struct TokenizedPassage {
    let bytes: [UInt8]
    /// Where the words and signs stand, in order.
    private let tokens: [WordToken]
    /// Where the words begin, in order.
    private let words: [Int]

    init(_ passage: Passage) {
        bytes = passage.bytes
        tokens = passage.bytes.withUnsafeBufferPointer { WordTokenizer.tokens(in: $0) }
        words = tokens.lazy.filter(\.isWord).map(\.range.lowerBound)
    }

    /// How many words there are.
    var wordCount: Int { words.count }

    /// How many words begin in `range`.
    func wordCount(in range: Range<Int>) -> Int {
        words.partitioningIndex { $0 >= range.upperBound }
            - words.partitioningIndex { $0 >= range.lowerBound }
    }

    /// Whether no word and no sign is cut at `place`.
    func isBoundary(_ place: Int) -> Bool {
        let next = tokens.partitioningIndex { $0.range.upperBound > place }
        return next == tokens.count || tokens[next].range.lowerBound >= place
    }

    /// Whether ordinary white space stands directly before or behind `range`.
    func hasSpace(beside range: Range<Int>) -> Bool {
        range.lowerBound > 0 && bytes[range.lowerBound - 1].isSpace
            || range.upperBound < bytes.count && bytes[range.upperBound].isSpace
    }

    /// Whether there is nothing but ordinary white space in `range`.
    func isSpace(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(\.isSpace) }
}
