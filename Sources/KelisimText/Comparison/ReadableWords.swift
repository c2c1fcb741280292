/// The words of a change as people read them best: whole phrases rather than the fewest words.
package struct ReadableWords: Sendable {
    /// The edits, in order; equal stretches may differ in ordinary white space.
    package private(set) var edits: [WordEdit]
    /// Whether so little is common that both wordings are shown whole: ``edits`` is then one deletion
    /// and one insertion.
    package private(set) var isWholesale = false

    /// Equal runs of fewer words than this between two edits are part of them.
    private static let fewWords = 3
    /// When less than this share is common, both wordings are shown whole.
    private static let leastCommon = 0.35

    /// Reads `words`, which turn `old` into `new`.
    init(_ words: [WordEdit], _ old: Passage, _ new: Passage) {
        let (left, right) = (TokenizedPassage(old), TokenizedPassage(new))
        let common = words.lazy.filter { $0.operation == .equal }
            .reduce(0) { $0 + left.wordCount(in: $1.old) }
        let all = left.wordCount + right.wordCount
        if common < left.wordCount || common < right.wordCount,
            Double(2 * common) < Self.leastCommon * Double(all)
        {
            let (oldEnd, newEnd) = (old.bytes.count, new.bytes.count)
            edits = [
                WordEdit(operation: .delete, old: 0..<oldEnd, new: 0..<0),
                WordEdit(operation: .insert, old: oldEnd..<oldEnd, new: 0..<newEnd),
            ]
            .filter { !$0.old.isEmpty || !$0.new.isEmpty }
            isWholesale = edits.count == 2
            return
        }
        let labels = (old.labelLengths.first ?? 0, new.labelLengths.first ?? 0)
        var hunks = EditHunk.hunks(of: words)
        for index in hunks.indices {
            let previous = index > 0 ? hunks[index - 1] : nil
            let next = index + 1 < hunks.count ? hunks[index + 1] : nil
            hunks[index].slide(between: previous, and: next, left, right)
        }
        hunks.removeAll { $0.isUnseen(left, right) }
        var joined: [EditHunk] = []
        for hunk in hunks {
            if let last = joined.last, !last.isLabel(labels),
                left.wordCount(in: last.old.upperBound..<hunk.old.lowerBound) < Self.fewWords
            {
                joined[joined.count - 1] = EditHunk(
                    old: last.old.lowerBound..<hunk.old.upperBound,
                    new: last.new.lowerBound..<hunk.new.upperBound
                )
            } else {
                joined.append(hunk)
            }
        }
        joined = joined.map { $0.trimmed(left, right) }
        edits = EditHunk.edits(of: joined, old.bytes.count, new.bytes.count)
    }
}

extension TextComparison {
    /// The words of `change` for people.
    package func readableWords(of change: BlockChange) -> ReadableWords {
        ReadableWords(change.words, oldPassage(of: change), newPassage(of: change))
    }
}
