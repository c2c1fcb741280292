/// Compares the words of the cells of tables.
struct CellWords {
    private var exact = ByteTable()
    private var folded = ByteTable()
    private var search = CommonSubsequence(below: 0)

    /// The words that turn one plain text into another, for people.
    mutating func edits(_ old: InlineText, _ new: InlineText) -> [WordEdit] {
        let (before, after) = (Passage(cell: old.bytes), Passage(cell: new.bytes))
        let left = PassageTokens(before, exact: &exact, folded: &folded)
        let right = PassageTokens(after, exact: &exact, folded: &folded)
        search.reserve(below: exact.count)
        let words = WordComparison(before, after, left, right, &search).edits
        return ReadableWords(words, before, after).edits
    }
}
