/// The clauses of a text in document order, and the names by which they are found.
public struct ClauseTree: Sendable {
    /// The clauses in document order; those that belong to one are the positions up to its `end`.
    public let clauses: [Clause]
    private let positions: [String: Int]

    init(_ document: MarkdownDocument) {
        var builder = ClauseTreeBuilder(document)
        builder.build()
        clauses = builder.clauses
        positions = builder.positions
    }

    /// The position of the clause with this id or slug.
    public func position(of id: String) -> Int? { positions[id] }

    /// The clause with this id or slug.
    public subscript(id: String) -> Clause? { positions[id].map { clauses[$0] } }

    /// The heading that opens the document, if there is one.
    public var title: Clause? { clauses.first { $0.kind == .title } }

    /// The positions of a clause and of all that belongs to it.
    public func subtree(of position: Int) -> Range<Int> { position..<clauses[position].end }

    /// The nearest clause with a printed number at `position` or above it.
    package func numbered(above position: Int) -> Int? {
        var current: Int? = position
        while let index = current, clauses[index].number == nil { current = clauses[index].parent }
        return current
    }
}
