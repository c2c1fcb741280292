/// The connections that read, by what they are for.
final class Readers: Sendable {
    /// What they look at beside the finders.
    let recent: Recent
    /// For look-ups, where the caller runs.
    let pool: ReaderPool
    /// For what a batch needs to be settled.
    let settling: ReadConnection
    /// For what may take long.
    let aside: ReadConnection

    /// Opens `count` connections for look-ups, and one for each other purpose.
    init(_ count: Int, _ connections: Connections, _ mark: Mark) throws {
        let recent = Recent()
        func open() throws -> ReadConnection {
            try ReadConnection(connections.reader(), mark, recent)
        }
        self.recent = recent
        pool = try ReaderPool(count, open: open)
        settling = try open()
        aside = try open()
    }

    /// Closes the transactions that idle connections have open.
    func rest() throws {
        try pool.rest()
        try settling.rest()
    }

    /// Closes the connections once they are idle.
    func close() {
        pool.close()
        settling.close()
        aside.close()
    }
}
