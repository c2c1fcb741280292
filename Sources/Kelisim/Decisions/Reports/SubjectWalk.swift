/// Goes through the histories of all subjects, a page at a time, so that memory stays flat.
struct SubjectWalk {
    /// How many histories are read at once.
    private static let page = 500

    private let registry: any Registry
    private var last: Subject?

    /// Begins behind `last`; with the first subject when that is nil.
    init(_ registry: any Registry, after last: Subject? = nil) {
        self.registry = registry
        self.last = last
    }

    /// The next histories; empty at the end.
    mutating func next() async throws(RegistryError) -> [SubjectHistory] {
        let histories = try await registry.histories(after: last, limit: SubjectWalk.page)
        last = histories.last?.subject ?? last
        return histories
    }
}
