/// Cuts a plain text into words and signs.
///
/// The boundaries are those of UAX #29, tailored for legal texts: what a lawyer reads as one thing
/// stays whole, such as `17-1`, `27-1-бабы`, `9-1)`, `1 000 000`, `т.е.`, dates, compounds and
/// addresses. White space belongs to no token. No boundary lies inside a grapheme.
struct WordTokenizer {
    private let text: UnsafeBufferPointer<UInt8>
    private var index: Int
    /// How many round brackets are open.
    private var brackets = 0

    private init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.text = text
        index = start
    }

    /// The tokens of `text` from the byte `start` on.
    static func tokens(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> [WordToken] {
        var tokenizer = WordTokenizer(text, from: start)
        var tokens: [WordToken] = []
        tokens.reserveCapacity((text.count - start) / 6 + 4)
        while let token = tokenizer.next() { tokens.append(token) }
        return needsGraphemes(text) ? tokenizer.keepingGraphemes(tokens) : tokens
    }

    /// Whether `text` has characters beyond Latin, Cyrillic and their punctuation, whose graphemes
    /// need Unicode's tables.
    private static func needsGraphemes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.indices.contains { index in
            switch text[index] {
            case ..<0xCC, 0xCE...0xD1, 0xD3: false
            case 0xD2: (0x82...0x89).contains(text[index + 1])
            case 0xE2:
                ![0x80, 0x82, 0x84].contains(text[index + 1])
                    || text.hasPrefix("\u{200C}", at: index)
                    || text.hasPrefix("\u{200D}", at: index)
            default: true
            }
        }
    }

    private mutating func next() -> WordToken? {
        while let length = spaceLength(at: index) { index += length }
        guard index < text.count else { return nil }
        let start = index
        switch kind(at: index) {
        case .letter, .digit:
            readWord()
            return WordToken(range: start..<index, isWord: true)
        case .ideograph(let length):
            index += length
            return WordToken(range: start..<index, isWord: true)
        case .sign(let length), .extend(let length):
            if text[start] == UInt8(ascii: "(") { brackets += 1 }
            if text[start] == UInt8(ascii: ")") { brackets = max(0, brackets - 1) }
            index += length
            return WordToken(range: start..<index, isWord: false)
        }
    }

    // MARK: - Words

    private mutating func readWord() {
        let start = index
        while index < text.count, step(from: start) {}
        if readAddress(from: start) { return }
        let isNumber = text[start].isDigit
        if isNumber, brackets == 0, text.hasPrefix(")", at: index) {
            index += 1
        } else if !isNumber, isAbbreviation(start..<index), text.hasPrefix(".", at: index) {
            index += 1
        }
    }

    /// Goes on by one character, or over a sign that holds a word together.
    private mutating func step(from start: Int) -> Bool {
        switch kind(at: index) {
        case .letter(let length), .extend(let length):
            index += length
            return true
        case .digit:
            index += 1
            return true
        case .ideograph: return false
        case .sign(let length):
            guard index > start, let joint = joint(at: index, length),
                isJoined(by: joint, at: index, length)
            else { return joinDigits(from: start) }
            index += length
            return true
        }
    }

    /// What a sign may hold together.
    private enum Joint {
        /// A hyphen: letters and digits.
        case any
        /// A full stop: letters with letters, digits with digits.
        case alike
        /// An apostrophe: letters.
        case letters
        /// A comma, a colon, a slash: digits.
        case digits
        /// An underscore: whatever stands before it.
        case loose
    }

    private func joint(at index: Int, _ length: Int) -> Joint? {
        switch text[index] {
        case UInt8(ascii: "-"): return .any
        case UInt8(ascii: "."): return .alike
        case UInt8(ascii: "'"): return .letters
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"): return .digits
        case UInt8(ascii: "_"): return .loose
        default: break
        }
        if text.hasPrefix("\u{2019}", at: index) { return .letters }
        if text.hasPrefix("\u{2010}", at: index) || text.hasPrefix("\u{2011}", at: index) {
            return .any
        }
        return nil
    }

    private func isJoined(by joint: Joint, at index: Int, _ length: Int) -> Bool {
        let isAfterDigit = text[index - 1].isDigit
        let next = index + length
        guard next < text.count else { return joint == .loose }
        let isBeforeDigit = text[next].isDigit
        let isBeforeLetter: Bool =
            if case .letter = kind(at: next) { true } else { false }
        switch joint {
        case .any: return isBeforeDigit || isBeforeLetter
        case .alike: return isAfterDigit ? isBeforeDigit : isBeforeLetter
        case .letters: return !isAfterDigit && isBeforeLetter
        case .digits: return isAfterDigit && isBeforeDigit
        case .loose: return true
        }
    }

    /// Joins a group of three digits to the digits before it: `1 000 000`.
    private mutating func joinDigits(from start: Int) -> Bool {
        guard let space = spaceLength(at: index), text[start].isDigit,
            text[start] != UInt8(ascii: "0"), isGrouped(start..<index)
        else { return false }
        let group = index + space
        guard group + 3 <= text.count, text[group..<group + 3].allSatisfy(\.isDigit) else {
            return false
        }
        if group + 3 < text.count {
            switch kind(at: group + 3) {
            case .digit, .letter: return false
            default: break
            }
        }
        index = group + 3
        return true
    }

    /// Whether `range` is up to three digits, and groups of three behind them.
    private func isGrouped(_ range: Range<Int>) -> Bool {
        var digits = 0
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index].isDigit {
                digits += 1
                index += 1
            } else if let space = spaceLength(at: index) {
                digits = 0
                index += space
            } else {
                return false
            }
        }
        return digits <= 3
    }

    /// Whether `word` is single letters with full stops between them, as in «т.е».
    private func isAbbreviation(_ word: Range<Int>) -> Bool {
        guard text[word].contains(UInt8(ascii: ".")) else { return false }
        var index = word.lowerBound
        while index < word.upperBound {
            guard case .letter(let length) = kind(at: index) else { return false }
            index += length
            guard index == word.upperBound || text[index] == UInt8(ascii: ".") else { return false }
            index += 1
        }
        return true
    }

    // MARK: - Addresses

    /// Goes on to the end of the address that begins at `start`, if one does.
    private mutating func readAddress(from start: Int) -> Bool {
        let isAddress =
            text.hasPrefix("://", at: index) || text.hasPrefix("www.", at: start)
            || (text.hasPrefix("@", at: index) && index + 1 < text.count
                && !text.isBlank(at: index + 1))
        guard isAddress else { return false }
        var end = index
        while end < text.count, spaceLength(at: end) == nil, !endsAddress(at: end) { end += 1 }
        while end > index, ".,;:!?)]'*".utf8.contains(text[end - 1]) { end -= 1 }
        index = max(index, end)
        return true
    }

    private func endsAddress(at index: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "|"): true
        default:
            ["«", "»", "“", "”", "„", "…", "–", "—"]
                .contains { (mark: StaticString) in text.hasPrefix(mark, at: index) }
        }
    }

    // MARK: - Characters

    private enum CharacterKind {
        case letter(Int)
        case digit
        /// A letter that is a word of its own.
        case ideograph(Int)
        /// A mark on the letter before it, or nothing that is seen.
        case extend(Int)
        case sign(Int)
    }

    private func kind(at index: Int) -> CharacterKind {
        let byte = text[index]
        if byte < 0x80 {
            if byte.isDigit { return .digit }
            return (byte | 0x20) &- UInt8(ascii: "a") < 26 ? .letter(1) : .sign(1)
        }
        let letter = (0xD0...0xD3).contains(byte) ? text.letterLength(at: index) : 0
        if letter > 0 { return .letter(letter) }
        guard let (scalar, length) = text.scalar(at: index) else { return .sign(1) }
        switch scalar.value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .extend(length)
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7:
            return .letter(length)
        case 0xA0...0xBF, 0x2010...0x205E, 0x20A0...0x20BF, 0x2116: return .sign(length)
        case 0x2E80...0x30A0, 0x3100...0xA4CF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return scalar.properties.isAlphabetic ? .ideograph(length) : .sign(length)
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .extend(length)
        default: return properties.isAlphabetic ? .letter(length) : .sign(length)
        }
    }

    private func spaceLength(at index: Int) -> Int? { Self.spaceLength(at: index, in: text) }

    /// How many bytes the white space at `index` of `text` takes, or nil where there is none.
    static func spaceLength(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard index < text.count else { return nil }
        switch text[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2: return text.hasPrefix("\u{A0}", at: index) ? 2 : nil
        case 0xE1...0xE3:
            guard let (scalar, length) = text.scalar(at: index),
                scalar.properties.generalCategory == .spaceSeparator
            else { return nil }
            return length
        default: return nil
        }
    }

    // MARK: - Graphemes

    /// Joins tokens whose boundary lies inside a grapheme.
    private func keepingGraphemes(_ tokens: [WordToken]) -> [WordToken] {
        var result: [WordToken] = []
        let string = text.string(0..<text.count)
        var boundary = string.startIndex
        var offset = 0
        // The start of the grapheme that holds the byte at `place`, and where it ends.
        func grapheme(holding place: Int) -> Range<Int> {
            while boundary < string.endIndex {
                let next = string.index(after: boundary)
                let end = offset + string.utf8.distance(from: boundary, to: next)
                if end > place { return offset..<end }
                boundary = next
                offset = end
            }
            return place..<place
        }
        for token in tokens {
            let first = grapheme(holding: token.range.lowerBound)
            if let last = result.last, first.lowerBound < last.range.upperBound {
                result[result.count - 1] = WordToken(
                    range: last.range
                        .lowerBound..<max(last.range.upperBound, token.range.upperBound),
                    isWord: last.isWord || token.isWord
                )
            } else {
                result.append(
                    WordToken(
                        range: first.lowerBound..<token.range.upperBound,
                        isWord: token.isWord
                    )
                )
            }
            let last = grapheme(holding: token.range.upperBound - 1)
            guard last.upperBound > token.range.upperBound else { continue }
            let own = result.removeLast()
            result.append(
                WordToken(range: own.range.lowerBound..<last.upperBound, isWord: own.isWord)
            )
        }
        return result
    }
}
