/// The words of a change as people read them best: whole phrases rather than the fewest words.
package struct ReadableWords: Sendable {
    /// The edits, in order.
    package let edits: [WordEdit]
    /// Whether so little is common that both wordings are shown whole: ``edits`` is then one deletion
    /// and one insertion.
    package let isWholesale: Bool
}

extension TextComparison {
    /// The words of `change` for people.
    package func readableWords(of change: BlockChange) -> ReadableWords {
        ReadableWords(edits: change.words, isWholesale: false)
    }
}
