/// Runs of bytes that many rows share, each written to the database once: the beginning of a leaf, and
/// the part of a decision that says which text was decided on and how.
///
/// None of them is personal data, since all of it stands in publications or is a name of a case; so
/// they stay when records are destroyed. They have numbers from 0 without gaps; 0 is the empty word.
struct Vocabulary {
    /// With more words than these, further runs are written where they stand.
    static let limit = 1 << 16

    /// The words by their numbers.
    private(set) var words: [[UInt8]] = [[]]
    private var numbers: [[UInt8]: Int] = [[]: 0]

    /// The number of `word`, which is added unless it is known; 0 when there is no room for it.
    mutating func number(of word: [UInt8]) -> Int {
        if let number = numbers[word] { return number }
        guard words.count < Vocabulary.limit else { return 0 }
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
    }

    /// Adds the next word as the database has it.
    mutating func append(_ word: [UInt8]) {
        numbers[word] = words.count
        words.append(word)
    }

    /// Forgets the words from `count` on, which were never committed.
    mutating func shorten(to count: Int) {
        for word in words[count...] { numbers[word] = nil }
        words.removeSubrange(count...)
    }
}
