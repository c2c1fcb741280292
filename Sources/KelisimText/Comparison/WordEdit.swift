/// A stretch of words that both texts have, or only one of them.
public struct WordEdit: Hashable, Sendable {
    /// Which of the texts has the stretch.
    public enum Operation: String, Hashable, Sendable {
        case equal
        case delete
        case insert
    }

    /// Which of the texts has the stretch.
    public let operation: Operation
    /// The bytes of the old plain text; empty for an insertion, at the place where it stands.
    public let old: Range<Int>
    /// The bytes of the new plain text; empty for a deletion, at the place where it stood.
    public let new: Range<Int>

    /// The same edit with the sides exchanged.
    var mirrored: WordEdit {
        let operation: Operation =
            switch self.operation {
            case .equal: .equal
            case .delete: .insert
            case .insert: .delete
            }
        return WordEdit(operation: operation, old: new, new: old)
    }
}
