/// A block as it stands in the redline.
struct RedlineLeaf {
    /// How the words of a block are written.
    enum Wording {
        /// As they are: nothing happened to them, or what did is shown elsewhere.
        case plain
        /// With the words that changed marked.
        case edited
        /// All of them removed or inserted.
        case whole
    }

    /// The block of each text that is shown; nil where it is shown for the other text only.
    let blocks: Sided<Int?>
    let wording: Wording
    /// The change it is part of, by its position in the comparison.
    let change: Int?
    /// Whether it is the first block of the change on its side.
    let isFirst: Bool

    /// The side whose markup is written.
    var side: RedlineSide { blocks.new == nil ? .old : .new }

    /// The only text that has the block in this place, or nil.
    var onlySide: RedlineSide? {
        blocks.new == nil ? .old : blocks.old == nil ? .new : nil
    }
}
