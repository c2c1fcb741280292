/// That the records of a subject were destroyed; says where they stood and never whose they were.
public struct Erasure: Hashable, Sendable {
    /// The indices of the destroyed records, ascending.
    ///
    /// They stand in the leaf too.
    public let indices: [UInt64]
    /// On what ground, in the operator's words.
    public let ground: String

    /// Makes an erasure of its facts.
    public init(indices: [UInt64], ground: String) {
        self.indices = indices
        self.ground = ground
    }
}
