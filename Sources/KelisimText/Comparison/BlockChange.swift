/// What happened to one block, or to those that it became or was made of.
public struct BlockChange: Sendable {
    /// What happened; several things may happen to one block.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Words changed.
        case reworded
        /// New.
        case added
        /// Gone.
        case removed
        /// Stands elsewhere among the blocks that it stood among.
        case moved
        /// A reader sees another number in front of it.
        case renumbered
        /// Became several blocks.
        case split
        /// Several blocks became it.
        case merged
        /// Emphasis, a link's destination, the level of a heading or the kind of a list changed.
        case formatting
        /// Quotation marks, dashes, spaces, capitals, № or letters of another alphabet changed, and
        /// no word.
        case typographic
    }

    /// What a change amounts to, whatever its kinds.
    public enum Class: String, Hashable, Sendable, CaseIterable {
        /// A word, a number or a reference changed, or a block was added or removed.
        case substantive
        /// The text stands elsewhere or under another number, in more or fewer blocks.
        case structural
        /// Only characters that mean the same.
        case typographic
        /// Only marks and structure.
        case formatting
    }

    /// What happened, in the order of `Kind`.
    public let kinds: [Kind]
    /// What it amounts to.
    public let classification: Class
    /// The number of the move, from 1; blocks that were moved together share it.
    public let move: Int?
    /// The ordinals of the blocks in the old text, in order; several only for a merge.
    ///
    /// What was moved away or removed may have stood between them.
    public let old: [Int]
    /// The ordinals of the blocks in the new text, in order; several only for a split.
    public let new: [Int]
    /// The least that turns the plain text of the old blocks into that of the new ones, both joined by
    /// newlines: in order, and with no two alike behind each other.
    public let words: [WordEdit]
    /// Whether nothing changed but numbers of clauses that follow a renumbering.
    public let isConsequential: Bool
    /// Whether a budget cut the comparison of the words short; it is still faithful.
    public let isCutShort: Bool
    /// What changed of marks and structure.
    public let formatting: [FormattingChange]
    /// The characters that were replaced by others that mean the same.
    public let characters: [CharacterChange]

    /// Whether `kind` is one of the kinds.
    public func has(_ kind: Kind) -> Bool { kinds.contains(kind) }
}
