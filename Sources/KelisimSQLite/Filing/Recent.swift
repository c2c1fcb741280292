internal import Synchronization

/// What readers look at beside the finders: the rows that are committed and yet to be filed.
///
/// Those of one time are filed while those of the next one gather, so that readers find each row in one of
/// the two, in the finders, or in both.
final class Recent: Sendable {
    private struct State {
        var filing: RecentRows?
        var gathering: RecentRows

        var start: UInt64 { filing?.start ?? gathering.start }
    }

    private let state = Mutex(State(gathering: RecentRows(start: 0)))

    /// The rows at `place` from `filed` on, in order.
    ///
    /// - Parameters:
    ///   - place: where they will be found.
    ///   - filed: up to which row the finders of the caller find everything.
    /// - Returns: their positions; nil when some were filed since the caller's state of the database.
    func positions(at place: Place, from filed: UInt64) -> [UInt64]? {
        let state = state.withLock { $0 }
        guard state.start <= filed else { return nil }
        let older = state.filing?.positions(at: place) ?? []
        return (older + state.gathering.positions(at: place)).filter { $0 >= filed }
    }

    // MARK: - For the one who writes

    /// How many places wait that are not being filed.
    var count: Int { state.withLock { $0.gathering.count } }

    /// Adds rows that were committed.
    func add(_ found: [FoundRow]) { state.withLock { $0.gathering }.add(found) }

    /// Those that gathered, in the order of the finders.
    func gathered() -> [FoundRow] { state.withLock { $0.gathering }.sorted() }

    /// From now on those that gathered are filed, and others gather from the row `start` on.
    func turn(at start: UInt64) {
        state.withLock { $0 = State(filing: $0.gathering, gathering: RecentRows(start: start)) }
    }

    /// Forgets those that were filed.
    func endFiling() { state.withLock { $0.filing = nil } }

    /// Forgets all below the row `start`: they were filed.
    func clear(to start: UInt64) {
        state.withLock { $0 = State(gathering: RecentRows(start: start)) }
    }
}
