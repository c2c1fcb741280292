/// How near words are to each other, and where they begin and end.
enum Spelling {
    /// The word of `known` that `word` was probably meant to be, or nil when none is near.
    static func nearest(to word: String, among known: [String]) -> String? {
        let nearest = closest(to: word, among: known)
        let limit = max(nearest.count > 3 ? 2 : 1, nearest.count / 3)
        return !known.isEmpty && distance(word, nearest) <= limit ? nearest : nil
    }

    /// The word of `known`, which is not empty, that `word` differs least from.
    static func closest(to word: String, among known: [String]) -> String {
        known.min { distance(word, $0) < distance(word, $1) } ?? ""
    }

    /// `text` without white space at its ends.
    static func trimmed(_ text: String) -> String {
        let tail = text.drop(while: \.isWhitespace)
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }

    /// The number of characters to insert, delete or replace, capitals counting as small letters.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.lowercased())
        var row = Array(0...right.count)
        for (index, character) in left.lowercased().prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (right[column] == character ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
