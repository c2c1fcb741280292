/// That the records of a subject were destroyed; says where they stood and never whose they were.
public struct Erasure: Hashable, Sendable {
    /// How many indices one can list: its leaf, in which they stand too, is an entry of the log and so
    /// has at most 65,535 bytes.
    static let capacity = 7000

    /// The indices of the destroyed records, ascending.
    ///
    /// They stand in the leaf too.
    public let indices: [UInt64]
    /// On what ground, in the operator's words.
    public let ground: String

    /// Makes an erasure of its facts; indices may come in any order.
    public init(indices: [UInt64], ground: String) {
        self.indices = Set(indices).sorted()
        self.ground = ground
    }
}
