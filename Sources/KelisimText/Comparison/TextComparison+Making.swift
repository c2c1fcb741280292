extension TextComparison {
    /// Compares two texts.
    public init(_ old: ComparedText, _ new: ComparedText) {
        let pairs = min(old.count, new.count)
        var changes: [BlockChange] = []
        var rows: [Row] = []
        var unchanged = 0
        for block in 0..<max(old.count, new.count) {
            let isBoth = block < pairs
            if isBoth, old.plainText(of: block) == new.plainText(of: block) {
                unchanged += 1
                rows.append(.unchanged(old: block, new: block))
                continue
            }
            let left = block < old.count ? block..<block + 1 : old.count..<old.count
            let right = block < new.count ? block..<block + 1 : new.count..<new.count
            let oldLength = Passage(old, left).bytes.count
            let newLength = Passage(new, right).bytes.count
            var words: [WordEdit] = []
            if oldLength > 0 {
                words.append(WordEdit(operation: .delete, old: 0..<oldLength, new: 0..<0))
            }
            if newLength > 0 {
                words.append(
                    WordEdit(operation: .insert, old: oldLength..<oldLength, new: 0..<newLength)
                )
            }
            rows.append(.change(changes.count))
            changes.append(
                BlockChange(
                    kinds: [isBoth ? .reworded : left.isEmpty ? .added : .removed],
                    classification: .substantive,
                    move: nil,
                    old: left,
                    new: right,
                    words: words,
                    isConsequential: false,
                    isCutShort: false,
                    formatting: [],
                    characters: []
                )
            )
        }
        (self.old, self.new, self.changes, self.rows, self.unchanged) = (
            old, new, changes, rows, unchanged
        )
    }
}
