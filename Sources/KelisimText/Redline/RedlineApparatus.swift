/// What a page adds to a redline: numbers of changes, labels, links between them, folds.
///
/// What it writes must not change what is read when the changes are accepted or rejected: its own
/// words stand in elements with `data-redline="aid"`, and elements that only hold others bear
/// `data-redline="frame"`.
package protocol RedlineApparatus {
    /// Writes what stands before a block of a change.
    mutating func open(_ place: RedlinePlace, to html: inout HTMLBuffer)
    /// Writes what stands behind a block of a change.
    mutating func close(_ place: RedlinePlace, to html: inout HTMLBuffer)
    /// Writes what stands before blocks that nothing happened to.
    mutating func open(_ fold: RedlineFold, to html: inout HTMLBuffer)
    /// Writes what stands behind blocks that nothing happened to.
    mutating func close(_ fold: RedlineFold, to html: inout HTMLBuffer)
}

/// One block of a change where it stands in the redline.
package struct RedlinePlace: Sendable {
    /// The change, by its position in ``TextComparison/changes``.
    package let change: Int
    /// The block of the old text that is shown here, or nil.
    package let old: Int?
    /// The block of the new text that is shown here, or nil.
    package let new: Int?
    /// Whether the block is the first of the change on its side, the one that bears the label.
    package let isFirst: Bool
    /// Whether all of its words are shown as removed or inserted.
    package let isWhole: Bool
}

/// Blocks in a row that nothing happened to, none of them inside a list or quotation that goes on
/// outside.
package struct RedlineFold: Sendable {
    /// The blocks of the new text.
    package let blocks: ClosedRange<Int>
}

/// The redline alone.
struct NoApparatus: RedlineApparatus {
    mutating func open(_ place: RedlinePlace, to html: inout HTMLBuffer) {}
    mutating func close(_ place: RedlinePlace, to html: inout HTMLBuffer) {}
    mutating func open(_ fold: RedlineFold, to html: inout HTMLBuffer) {}
    mutating func close(_ fold: RedlineFold, to html: inout HTMLBuffer) {}
}
