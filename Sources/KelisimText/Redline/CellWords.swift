extension TextComparison {
    /// The words that turn one plain text into another, for people.
    func readableWords(of old: [UInt8], _ new: [UInt8]) -> [WordEdit] {
        if old == new {
            return [WordEdit(operation: .equal, old: 0..<old.count, new: 0..<new.count)]
        }
        return [
            WordEdit(operation: .delete, old: 0..<old.count, new: 0..<0),
            WordEdit(operation: .insert, old: old.count..<old.count, new: 0..<new.count),
        ]
    }
}
