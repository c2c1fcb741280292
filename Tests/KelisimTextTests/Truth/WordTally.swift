@testable import KelisimText

/// How many words of a comparison are marked, and how few could be.
struct WordTally {
    /// The words that are deleted or inserted.
    private(set) var marked = 0
    /// The words that had to be, by the longest common subsequence of each passage.
    private(set) var least = 0
    /// The stretches of words that are marked in blocks that both texts have.
    private(set) var hunks = 0
    /// The blocks that both texts have and in which a word is marked.
    private(set) var changed = 0

    /// Counts the edits that `edits` gives for each change of `comparison`.
    init(_ comparison: TextComparison, _ edits: (BlockChange) -> [WordEdit]) {
        for change in comparison.changes {
            let old = Side(comparison.old, change.old, comparison.oldPassage(of: change))
            let new = Side(comparison.new, change.new, comparison.newPassage(of: change))
            let edits = edits(change)
            let deleted = old.count(in: edits.filter { $0.operation == .delete }.map(\.old))
            let inserted = new.count(in: edits.filter { $0.operation == .insert }.map(\.new))
            marked += deleted + inserted
            let common = Self.commonCount(old.words.map(\.text), new.words.map(\.text))
            least += old.words.count + new.words.count - 2 * common
            guard !change.old.isEmpty, !change.new.isEmpty, deleted + inserted > 0 else { continue }
            changed += 1
            var isOpen = false
            for edit in edits {
                let isMarked =
                    edit.operation == .delete && old.count(in: [edit.old]) > 0
                    || edit.operation == .insert && new.count(in: [edit.new]) > 0
                if isMarked, !isOpen { hunks += 1 }
                if edit.operation == .equal { isOpen = false } else if isMarked { isOpen = true }
            }
        }
    }

    init() {}

    static func + (left: WordTally, right: WordTally) -> WordTally {
        var sum = left
        sum.marked += right.marked
        sum.least += right.least
        sum.hunks += right.hunks
        sum.changed += right.changed
        return sum
    }

    /// The marked words for each that had to be.
    var ratio: Double {
        least == 0 ? (marked == 0 ? 1 : .infinity) : Double(marked) / Double(least)
    }

    /// The stretches for each changed block.
    var hunksPerBlock: Double { changed == 0 ? 0 : Double(hunks) / Double(changed) }

    /// The words of one side of a change, the numbers in front of its blocks aside.
    private struct Side {
        var words: [(text: String, range: Range<Int>)] = []

        init(_ text: ComparedText, _ blocks: [Int], _ passage: Passage) {
            let labels = zip(passage.starts, blocks)
                .map { $0..<$0 + text.tree.clauses[$1].printedLabelLength }
            var start = 0
            var word = ""
            var offset = 0
            for character in passage.string(0..<passage.bytes.count) + "\n" {
                let isWord = character.isLetter || character.isNumber
                if isWord, word.isEmpty { start = offset }
                if isWord {
                    word.append(character)
                } else if !word.isEmpty {
                    if !labels.contains(where: { $0.contains(start) }) {
                        words.append((word, start..<offset))
                    }
                    word = ""
                }
                offset += character.utf8.count
            }
        }

        /// How many words lie in `ranges` or reach into one.
        func count(in ranges: [Range<Int>]) -> Int {
            words.count { word in ranges.contains { $0.overlaps(word.range) } }
        }
    }

    /// The length of the longest common subsequence, by the plain table.
    private static func commonCount(_ old: [String], _ new: [String]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for word in old {
            var diagonal = 0
            for (column, other) in new.enumerated() {
                let above = row[column + 1]
                row[column + 1] = word == other ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return row[new.count]
    }
}

extension Clause {
    /// How many bytes of the plain text are its printed number.
    fileprivate var printedLabelLength: Int { isListItem && kind == .point ? 0 : labelLength }
}
