/// Every publication, cancellation and repeal that the registry has taken up, in the order of the log.
///
/// Standing is computed from it, not from the folder of policies, so servers that read a new edition at
/// different times still agree.
public struct Shelf: Sendable {
    /// A file and where the log has it.
    public struct Item: Codable, Hashable, Sendable {
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

    /// The same files as they were read.
    private let files: [ShelvedFile]
    private let newest: [PolicyID: ShelvedPolicy]

    /// Puts `items` on the shelf, in the order of the log.
    public init(_ items: [Item] = []) {
        let files = items.map(ShelvedFile.init)
        let newest = Dictionary(grouping: files, by: \.policy)
            .compactMapValues { ShelvedPolicy($0) }
        self.init(items, files, newest)
    }

    private init(
        _ items: [Item],
        _ files: [ShelvedFile],
        _ newest: [PolicyID: ShelvedPolicy]
    ) {
        self.items = items
        self.files = files
        self.newest = newest
    }

    /// The policies, by name.
    public var policies: [PolicyID] { newest.keys.sorted() }

    /// The policy named `id` as it is known now.
    public func policy(_ id: PolicyID) -> ShelvedPolicy? { newest[id] }

    /// The policy named `id` as it was known within `horizon`.
    public func policy(_ id: PolicyID, within horizon: Horizon) -> ShelvedPolicy? {
        let seen = items.prefix { horizon.sees(index: $0.index, recordedAt: $0.recordedAt) }.count
        if seen == items.count { return newest[id] }
        return ShelvedPolicy(files[..<seen].filter { $0.policy == id })
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
    public func adding(_ item: Item) -> Shelf {
        let files = files + [ShelvedFile(item)]
        var newest = newest
        newest[item.file.policy] = ShelvedPolicy(files.filter { $0.policy == item.file.policy })
        return Shelf(items + [item], files, newest)
    }
}
