internal import GRDB
internal import Kelisim
internal import Synchronization

/// Connections that only read: one for each core, used where the caller runs.
///
/// A look-up takes microseconds, less than going to another thread and back. There are no more threads
/// of Swift's pool than cores, so nearly always a connection is idle; otherwise the caller waits for one.
final class ReaderPool: Sendable {
    private let connections: [ReadConnection]
    private let idle: Mutex<[Int]>
    private let turn = Atomic(0)

    /// Opens `count` connections by `open`.
    init(_ count: Int, open: () throws -> ReadConnection) throws {
        connections = try (0..<max(count, 1)).map { _ in try open() }
        idle = Mutex(Array(connections.indices))
    }

    /// Runs `body` with a reader that nobody else uses meanwhile.
    func read<Value>(_ body: (RowReader) throws -> Value) throws(RegistryError) -> Value {
        // The one used last, whose pages are in the caches.
        let taken = idle.withLock { $0.popLast() }
        defer { if let taken { idle.withLock { $0.append(taken) } } }
        let place = taken ?? turn.add(1, ordering: .relaxed).oldValue % connections.count
        do { return try connections[place].read(body) } catch { throw RegistryError(error) }
    }

    /// Closes the transactions of idle connections.
    func rest() throws {
        for connection in connections { try connection.rest() }
    }

    /// Closes the connections once they are idle.
    func close() {
        for connection in connections { connection.close() }
    }
}
