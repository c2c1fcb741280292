/// The tokens of a text, with questions that may be asked at any index, even outside of it.
struct DateTokens {
    /// All of them, in order.
    let all: [DateToken]

    func token(_ index: Int) -> DateToken? {
        all.indices.contains(index) ? all[index] : nil
    }

    func number(_ index: Int, digits expected: Int) -> Int? {
        guard case .number(let value, expected)? = token(index)?.meaning else { return nil }
        return value
    }

    func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
        token(index)?.meaning == .mark(scalar)
    }

    func isMark(_ index: Int, _ scalars: Set<Unicode.Scalar>) -> Bool {
        guard case .mark(let scalar)? = token(index)?.meaning else { return false }
        return scalars.contains(scalar)
    }

    /// Whether nothing stands before each of the tokens.
    func isUnspaced(_ indices: ClosedRange<Int>) -> Bool {
        indices.allSatisfy { token($0)?.gap == DateToken.Gap.touching }
    }

    /// Whether a token is in the same paragraph as the one before it.
    func isClose(_ index: Int) -> Bool {
        token(index).map { $0.gap != .paragraph } ?? false
    }

    /// Whether white space within a paragraph stands before a token.
    func isSpaced(_ index: Int) -> Bool {
        token(index)?.gap == .space
    }

    /// Whether a token touches a word before it, as in «A21» and «год2013».
    func followsWord(_ index: Int) -> Bool {
        guard index > 0, isUnspaced(index...index) else { return false }
        return switch all[index - 1].meaning {
        case .word, .month, .year, .ordinalEnding: true
        default: false
        }
    }

    /// Whether more digits stand before a number, beyond a separator: «1.21.05.2013».
    func isDigits(before index: Int, _ separator: Unicode.Scalar) -> Bool {
        isMark(index - 1, separator) && isDigits(index - 2) && isUnspaced(index - 1...index)
    }

    /// Whether more digits stand after a number, beyond a separator: «21.05.2013.1».
    func isDigits(from index: Int, _ separator: Unicode.Scalar) -> Bool {
        isMark(index, separator) && isDigits(index + 1) && isUnspaced(index...index + 1)
    }

    func isDigits(_ index: Int) -> Bool {
        guard case .number? = token(index)?.meaning else { return false }
        return true
    }
}
