/// What changed between two texts, clause by clause and word by word.
///
/// The result depends on the bytes of the texts and on nothing else; exchanging them mirrors it.
public struct TextComparison: Sendable {
    /// One line of the two texts laid beside each other, in the order of the new one.
    public enum Row: Sendable {
        /// A block that both texts have.
        case unchanged(old: Int, new: Int)
        /// A change, by its position in ``changes``, where the new text has its first block, or where
        /// the old one had what was removed.
        case change(Int)
        /// Where the new text has a further block of what was split: the change, and the block.
        case arrival(Int, new: Int)
        /// Where the old text had what was moved, split or merged: the change, and the old block.
        case departure(Int, old: Int)
    }

    /// The old text.
    public let old: ComparedText
    /// The new text.
    public let new: ComparedText
    /// The changes, in the order of the rows.
    public let changes: [BlockChange]
    /// Both texts laid beside each other: every block of the new text stands in one row, in order, and
    /// every block of the old one in one row, in order.
    public let rows: [Row]
    /// How many pairs of blocks are as they were.
    public let unchanged: Int

    /// How many changes have `kind`; moves are counted once for all blocks moved together.
    public func count(of kind: BlockChange.Kind) -> Int {
        let found = changes.lazy.filter { $0.has(kind) }
        return kind == .moved ? Set(found.compactMap(\.move)).count : found.count
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { changes.isEmpty }

    /// The plain text of the old blocks of `change`, joined by newlines, and where each begins.
    package func oldPassage(of change: BlockChange) -> Passage { Passage(old, change.old) }

    /// The plain text of the new blocks of `change`, joined by newlines, and where each begins.
    package func newPassage(of change: BlockChange) -> Passage { Passage(new, change.new) }
}

/// The plain text of blocks, joined by newlines.
package struct Passage: Sendable {
    /// The text in UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Where each block begins in ``bytes``.
    package private(set) var starts: [Int] = []
    /// How many bytes the printed number at the start of each block takes.
    package private(set) var labelLengths: [Int] = []

    init(_ text: ComparedText, _ blocks: [Int]) {
        for block in blocks {
            if !starts.isEmpty { bytes.append(0x0A) }
            starts.append(bytes.count)
            labelLengths.append(text.tree.clauses[block].labelLength)
            bytes += text.plainText(of: block)
        }
    }

    /// The text of one cell of a table.
    init(cell: [UInt8]) {
        bytes = cell
        starts = [0]
        labelLengths = [0]
    }

    /// The text of `range`.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
