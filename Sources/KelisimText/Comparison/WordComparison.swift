/// Compares the words of two passages: the fewest words that turn one into the other.
struct WordComparison {
    /// The edits; the bytes of both passages are covered in order.
    private(set) var edits: [WordEdit] = []
    /// The pairs of equal tokens.
    private(set) var pairs: [(left: Int, right: Int)] = []
    /// Whether the search was cut short.
    private(set) var isCutShort = false

    /// How many steps the search for one change may take; about a third of a second.
    static let budget = 300_000_000

    private let old: PassageTokens
    private let new: PassageTokens
    private let oldBytes: [UInt8]
    private let newBytes: [UInt8]

    init(
        _ oldPassage: Passage,
        _ newPassage: Passage,
        _ old: PassageTokens,
        _ new: PassageTokens,
        _ search: inout CommonSubsequence
    ) {
        self.old = old
        self.new = new
        oldBytes = oldPassage.bytes
        newBytes = newPassage.bytes
        pair(&search)
        write()
    }

    // MARK: - Equal tokens

    private mutating func pair(_ search: inout CommonSubsequence) {
        var words: [(left: Int, right: Int)] = []
        var start = (left: 0, right: 0)
        if old.labels.contains(0), new.labels.contains(0), old.exact[0] == new.exact[0] {
            words.append((0, 0))
            start = (1, 1)
        }
        words += common(
            old.positions(in: start.left..<old.tokens.count, areWords: true),
            new.positions(in: start.right..<new.tokens.count, areWords: true),
            &search
        )
        // Words decide; signs are paired only between them.
        var from = (left: 0, right: 0)
        for word in words + [(left: old.tokens.count, right: new.tokens.count)] {
            let left = old.positions(in: from.left..<word.left, areWords: false)
            let right = new.positions(in: from.right..<word.right, areWords: false)
            if !left.isEmpty, !right.isEmpty { pairs += common(left, right, &search) }
            if word.left < old.tokens.count { pairs.append(word) }
            from = (word.left + 1, word.right + 1)
        }
    }

    private mutating func common(
        _ left: [Int],
        _ right: [Int],
        _ search: inout CommonSubsequence
    ) -> [(left: Int, right: Int)] {
        let (a, b) = (left.map { old.exact[$0] }, right.map { new.exact[$0] })
        let found: [(left: Int, right: Int)]
        if CommonSubsequence.cost(a.count, b.count) <= Self.budget {
            found = search.pairs(a[...], b[...])
        } else {
            isCutShort = true
            found = Self.anchored(a, b, &search)
        }
        return found.map { (left[$0.left], right[$0.right]) }
    }

    /// Pairs the words that stand once on both sides, and what fits between them.
    private static func anchored(
        _ left: [Int32],
        _ right: [Int32],
        _ search: inout CommonSubsequence
    ) -> [(left: Int, right: Int)] {
        var places: [Int32: (left: Int, right: Int)] = [:]
        for (index, word) in left.enumerated() {
            places[word, default: (-1, -1)].left = places[word] == nil ? index : -2
        }
        for (index, word) in right.enumerated() {
            guard let known = places[word] else { continue }
            places[word]?.right = known.right == -1 ? index : -2
        }
        let unique = right.indices.compactMap { index -> HeaviestChain.Pair? in
            guard let place = places[right[index]], place.left >= 0, place.right == index else {
                return nil
            }
            return HeaviestChain.Pair(old: place.left, new: index, weight: 1)
        }
        var result: [(left: Int, right: Int)] = []
        var rest = budget
        var from = (left: 0, right: 0)
        let anchors = HeaviestChain.find(unique).map { (unique[$0].old, unique[$0].new) }
        for (oldEnd, newEnd) in anchors + [(left.count, right.count)] {
            let (a, b) = (left[from.left..<oldEnd], right[from.right..<newEnd])
            let cost = CommonSubsequence.cost(a.count, b.count)
            if cost <= rest {
                result += search.pairs(a, b)
                rest -= cost
            }
            if oldEnd < left.count { result.append((oldEnd, newEnd)) }
            from = (oldEnd + 1, newEnd + 1)
        }
        return result
    }

    // MARK: - Edits

    private mutating func write() {
        var from = (old: 0, new: 0)
        for pair in pairs {
            let (left, right) = (old.tokens[pair.left].range, new.tokens[pair.right].range)
            change(from.old..<left.lowerBound, from.new..<right.lowerBound)
            append(.equal, left, right)
            from = (left.upperBound, right.upperBound)
        }
        change(from.old..<oldBytes.count, from.new..<newBytes.count)
    }

    /// Writes what stands between two equal tokens; white space that both have stays.
    private mutating func change(_ left: Range<Int>, _ right: Range<Int>) {
        let head = CommonSpace.head(oldBytes[left], newBytes[right])
        append(.equal, left.prefix(head), right.prefix(head))
        let (left, right) = (left.dropFirst(head), right.dropFirst(head))
        let tail = CommonSpace.tail(oldBytes[left], newBytes[right])
        append(.delete, left.dropLast(tail), right.lowerBound..<right.lowerBound)
        let middle = left.upperBound - tail
        append(.insert, middle..<middle, right.dropLast(tail))
        append(.equal, left.suffix(tail), right.suffix(tail))
    }

    private mutating func append(
        _ operation: WordEdit.Operation,
        _ left: Range<Int>,
        _ right: Range<Int>
    ) {
        guard !left.isEmpty || !right.isEmpty else { return }
        guard let last = edits.last, last.operation == operation else {
            edits.append(WordEdit(operation: operation, old: left, new: right))
            return
        }
        edits[edits.count - 1] = WordEdit(
            operation: operation,
            old: last.old.lowerBound..<left.upperBound,
            new: last.new.lowerBound..<right.upperBound
        )
    }
}
