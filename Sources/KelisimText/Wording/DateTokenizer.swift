/// Cuts a text into numbers, words and marks, in one pass.
struct DateTokenizer {
    private enum Class {
        case digit(Int)
        case letter
        case space
        case mark
    }

    /// No word of a date is longer than this, in Unicode scalars.
    private static let longestWord = 24

    private var tokens: [DateToken] = []
    private var gap = DateToken.Gap.paragraph
    private var lineBreaks = 0
    private var start = 0
    private var word = String.UnicodeScalarView()
    private var wordLength = 0
    private var value = 0
    private var digits = 0

    /// The tokens of a text.
    static func tokens(of text: String) -> [DateToken] {
        var tokenizer = DateTokenizer()
        var offset = 0
        for scalar in text.unicodeScalars {
            tokenizer.take(scalar, at: offset)
            offset += UTF8.width(scalar)
        }
        tokenizer.endRun(at: offset)
        return tokenizer.tokens
    }

    private mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
        switch Self.kind(scalar) {
        case .digit(let digit):
            if wordLength > 0 { endRun(at: offset) }
            if digits == 0 { start = offset }
            digits += 1
            if digits <= 4 { value = value * 10 + digit }
        case .letter:
            if digits > 0 { endRun(at: offset) }
            if wordLength == 0 { start = offset }
            wordLength += 1
            if wordLength <= Self.longestWord { word.append(scalar) }
        case .space:
            endRun(at: offset)
            lineBreaks += scalar == "\n" || scalar == "\u{2028}" ? 1 : 0
            lineBreaks += scalar == "\u{2029}" ? 2 : 0
            if gap != .paragraph { gap = lineBreaks > 1 ? .paragraph : .space }
        case .mark:
            endRun(at: offset)
            start = offset
            append(.mark(scalar), upTo: offset + UTF8.width(scalar))
        }
    }

    private mutating func endRun(at offset: Int) {
        if digits > 0 {
            append(.number(value: value, digits: digits), upTo: offset)
        } else if wordLength > 0 {
            let isShort = wordLength <= Self.longestWord
            append(isShort ? DateVocabulary.meaning(of: String(word)) : .word, upTo: offset)
        }
        (value, digits, wordLength) = (0, 0, 0)
        word.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ meaning: DateToken.Meaning, upTo end: Int) {
        tokens.append(DateToken(meaning: meaning, gap: gap, range: start..<end))
        gap = .touching
        lineBreaks = 0
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Class {
        switch scalar.value {
        case 0x30...0x39: .digit(Int(scalar.value - 0x30))
        case 0x41...0x5A, 0x61...0x7A, 0x300...0x36F, 0x400...0x481, 0x48A...0x52F: .letter
        case 0x20, 0x09...0x0D: .space
        case 0x21...0x7E: .mark
        default: otherKind(scalar.properties)
        }
    }

    private static func otherKind(_ properties: Unicode.Scalar.Properties) -> Class {
        if properties.isWhitespace { return .space }
        return properties.isAlphabetic ? .letter : .mark
    }
}
