public import Kelisim

/// The clauses of a text that changed in one language only, as the redline in that language or in the
/// other one points them out.
public struct OneSidedNotes: Sendable {
    /// The blocks of the new text that the redline shows, with what is said of them.
    public struct Note: Sendable {
        /// Whether the text of the redline changed, and not the other one.
        public let isHere: Bool
        /// The name of the other language.
        public let other: String
        /// The ordinals of the blocks in the new text of the redline.
        public let blocks: [Int]
    }

    /// What there is to say, in the order in which it is said.
    public let notes: [Note]

    /// No notes.
    public init() { notes = [] }

    /// The notes about `changes` for the redline in `language`.
    public init(
        _ changes: [OneSidedChange],
        seenFrom language: Language,
        name: (Language) -> String
    ) {
        var notes: [Note] = []
        for isHere in [true, false] {
            let own = changes.filter { (isHere ? $0.changed : $0.untouched) == language }
            let other = { (change: OneSidedChange) in isHere ? change.untouched : change.changed }
            var seen: [Language] = []
            for change in own where !seen.contains(other(change)) {
                seen.append(other(change))
                let blocks = own.filter { other($0) == other(change) }
                    .map { isHere ? $0.changedBlock : $0.untouchedBlock }
                let name = name(other(change))
                notes.append(Note(isHere: isHere, other: name, blocks: Array(Set(blocks)).sorted()))
            }
        }
        self.notes = notes
    }
}
