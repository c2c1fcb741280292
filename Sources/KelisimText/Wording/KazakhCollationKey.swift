/// What a string is sorted by in the order of the Kazakh alphabet.
///
/// Keys are equal only for strings with the same code points.
public struct KazakhCollationKey: Hashable, Comparable, Sendable {
    private let letters: [UInt32]
    private let cases: [UInt8]
    private let bytes: [UInt8]

    init(_ text: String) {
        var letters: [UInt32] = []
        var cases: [UInt8] = []
        for weight in text.lazy.flatMap(CollationWeight.weights) {
            let isSpace = weight.letter == CollationWeight.space
            guard !isSpace || (letters.last ?? CollationWeight.space) != CollationWeight.space
            else { continue }
            letters.append(weight.letter)
            cases.append(weight.isUppercase ? 1 : 0)
        }
        if letters.last == CollationWeight.space {
            letters.removeLast()
            cases.removeLast()
        }
        self.letters = letters
        self.cases = cases
        bytes = Array(text.utf8)
    }

    /// Whether the left key stands before the right one.
    public static func < (left: Self, right: Self) -> Bool {
        if left.letters != right.letters {
            return left.letters.lexicographicallyPrecedes(right.letters)
        }
        if left.cases != right.cases {
            return left.cases.lexicographicallyPrecedes(right.cases)
        }
        return left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// Whether the keys are of strings with the same code points.
    public static func == (left: Self, right: Self) -> Bool {
        left.bytes == right.bytes
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}
