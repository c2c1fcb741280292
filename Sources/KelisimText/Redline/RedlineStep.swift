/// What is written next in a redline.
enum RedlineStep {
    /// A list, an item or a quotation begins, by its node in each text that has it.
    case open(Sided<Int?>)
    /// The innermost of them ends.
    case close
    /// A block, by its position among the leaves.
    case leaf(Int)
}
