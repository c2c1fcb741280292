/// A file on the shelf as it was read, which is done once.
struct ShelvedFile: Sendable {
    /// What it says.
    enum Content: Sendable {
        case publication(ShelvedEdition)
        case cancellation(Cancellation)
        case repeal(Repeal)
        /// Nothing that can be read; it has no effect.
        case unreadable
    }

    /// The policy that it is about.
    let policy: PolicyID
    /// What it says.
    let content: Content

    /// Reads the file of `item`.
    init(_ item: Shelf.Item) {
        policy = item.file.policy
        let content: Content? =
            switch item.file.kind {
            case .publication: ShelvedEdition(item).map { .publication($0) }
            case .cancellation: Cancellation(bytes: item.file.bytes).map { .cancellation($0) }
            case .repeal: Repeal(bytes: item.file.bytes).map { .repeal($0) }
            }
        self.content = content ?? .unreadable
    }
}
