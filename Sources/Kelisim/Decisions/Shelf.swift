/// Every publication, cancellation and repeal that the registry has taken up, in the order of the log.
///
/// Standing is computed from it, not from the folder of policies, so servers that read a new edition at
/// different times still agree.
public struct Shelf: Sendable {
    /// A file and where the log has it.
    public struct Item: Hashable, Sendable {
        /// Its index in the log.
        public let index: UInt64
        /// When the registry took it up.
        public let recordedAt: Instant
        /// The file.
        public let file: PublishedFile

        /// Makes an item of its parts.
        public init(index: UInt64, recordedAt: Instant, file: PublishedFile) {
            self.index = index
            self.recordedAt = recordedAt
            self.file = file
        }
    }

    /// The files, in the order of the log.
    public let items: [Item]

    private let newest: [PolicyID: ShelvedPolicy]

    /// Puts `items` on the shelf, in the order of the log.
    public init(_ items: [Item] = []) {
        self.items = items
        newest = Shelf.policies(of: items)
    }

    /// The policies, by name.
    public var policies: [PolicyID] { newest.keys.sorted() }

    /// The policy named `id` as it is known now.
    public func policy(_ id: PolicyID) -> ShelvedPolicy? { newest[id] }

    /// The policy named `id` as it was known within `horizon`.
    public func policy(_ id: PolicyID, within horizon: Horizon) -> ShelvedPolicy? {
        let seen = items.prefix { horizon.sees(index: $0.index, recordedAt: $0.recordedAt) }
        return seen.count == items.count ? newest[id] : Shelf.policies(of: Array(seen))[id]
    }

    /// Whether `file` is on the shelf already, to the byte.
    public func holds(_ file: PublishedFile) -> Bool {
        items.contains { $0.file == file }
    }

    /// A file on the shelf that takes the place of `file` and differs from it: the registry and the
    /// folder of policies tell different stories.
    public func contradiction(to file: PublishedFile) -> Item? {
        items.first { item in
            item.file.kind == file.kind && item.file.policy == file.policy
                && item.file.edition == file.edition && item.file != file
        }
    }

    /// The shelf with `item` behind the others.
    public func adding(_ item: Item) -> Shelf { Shelf(items + [item]) }

    private static func policies(of items: [Item]) -> [PolicyID: ShelvedPolicy] {
        Dictionary(grouping: items) { $0.file.policy }
            .compactMapValues { ShelvedPolicy($0) }
    }
}
