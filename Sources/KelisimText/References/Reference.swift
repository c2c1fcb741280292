/// A place where a text refers to one of its own clauses by number.
///
/// «5.2. … тармақтарында», «в пункте 5.2»; a list of numbers is one reference for each number.
public struct Reference: Hashable, Sendable {
    /// The position of the clause that refers.
    public let clause: Int
    /// The number as printed, without the dot or bracket behind it.
    public let number: String
    /// The id of the clause it refers to, or nil when there is none.
    public let target: String?
    /// Whether it ends a range that the reference before it began («5.2–5.4»).
    public let endsRange: Bool
    /// The bytes of the source that print the number.
    public let source: Range<Int>
    /// The bytes of the block's plain text that print the number.
    package let range: Range<Int>
}
