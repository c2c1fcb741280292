/// How two passages read, beside each other.
enum Reading: Equatable {
    /// The same.
    case same
    /// The same words in the same order, typed otherwise.
    case typed(otherwise: [CharacterChange])
    /// Other words, or other signs between them.
    case other

    /// Compares what is read; printed numbers at the start of blocks are left aside.
    init(_ passages: (Passage, Passage), _ left: PassageTokens, _ right: PassageTokens) {
        let (a, b) = (Visible(left), Visible(right))
        let (oldEnd, newEnd) = (a.bodyCount(passages.0), b.bodyCount(passages.1))
        guard a.forms[..<oldEnd] == b.forms[..<newEnd] else {
            self = .other
            return
        }
        var changes: [CharacterChange] = []
        var before: (old: Int, new: Int)?
        for index in 0..<oldEnd {
            let (one, other) = (left.tokens[a.positions[index]], right.tokens[b.positions[index]])
            if let before {
                let gap = Self.gap(passages.0, before.old..<one.range.lowerBound)
                let otherGap = Self.gap(passages.1, before.new..<other.range.lowerBound)
                Self.note(gap, otherGap, &changes)
            }
            before = (one.range.upperBound, other.range.upperBound)
            guard left.exact[a.positions[index]] != right.exact[b.positions[index]] else {
                continue
            }
            Self.note(passages.0.string(one.range), passages.1.string(other.range), &changes)
        }
        let tail = passages.0.string((before?.old ?? 0)..<passages.0.bytes.count)
        let otherTail = passages.1.string((before?.new ?? 0)..<passages.1.bytes.count)
        Self.note(Self.trimmed(tail), Self.trimmed(otherTail), &changes)
        self = changes.isEmpty ? .same : .typed(otherwise: changes)
    }

    /// The characters that were replaced.
    var characters: [CharacterChange] {
        if case .typed(let changes) = self { changes } else { [] }
    }

    /// Whether only characters were replaced.
    var isTypographic: Bool { !characters.isEmpty }

    private static func note(_ old: String, _ new: String, _ changes: inout [CharacterChange]) {
        // Bytes: what is canonically equal is the same to `==`, but was replaced all the same.
        guard !old.utf8.elementsEqual(new.utf8), old != new else { return }
        let change = CharacterChange(old: old, new: new)
        if !changes.contains(change) { changes.append(change) }
    }

    /// White space as it is compared: a run of ordinary white space is one space.
    private static func gap(_ passage: Passage, _ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        var result = String.UnicodeScalarView()
        for scalar in passage.string(range).unicodeScalars where !WordFolding.isInvisible(scalar) {
            let isSpace = scalar.isASCII && scalar.properties.isWhitespace
            if !isSpace || result.last != " " { result.append(isSpace ? " " : scalar) }
        }
        return String(result)
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The tokens that are seen, without printed numbers at the start of blocks.
    private struct Visible {
        let positions: [Int]
        let forms: [Int32]
        private let tokens: PassageTokens

        init(_ tokens: PassageTokens) {
            self.tokens = tokens
            positions = tokens.tokens.indices.filter {
                !tokens.labels.contains($0) && tokens.folded[$0] != nil
            }
            forms = positions.map { tokens.folded[$0] ?? 0 }
        }

        /// How many tokens there are before the stops at the end: a point of an enumeration ends in
        /// a semicolon or a full stop as its place demands.
        func bodyCount(_ passage: Passage) -> Int {
            var count = positions.count
            while count > 0 {
                let token = tokens.tokens[positions[count - 1]]
                guard !token.isWord, [".", ",", ";", ":"].contains(passage.string(token.range))
                else {
                    break
                }
                count -= 1
            }
            return count
        }
    }
}
