/// A stretch of a block in the redline that both texts have or one of them, with the same marks
/// from end to end.
struct InlinePiece {
    let operation: WordEdit.Operation
    /// The bytes of the text that has it: of the new one where both have it.
    let range: Range<Int>
    /// Where it stands in the new plain text.
    let place: Int
    /// What the old text writes for it, by the position of the run; nil for an insertion.
    let old: Int?
    /// What the new text writes for it, by the position of the run; nil for a deletion.
    let new: Int?
}
