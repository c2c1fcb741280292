import Dispatch
import Kelisim
import KelisimTesting
import Synchronization

@testable import KelisimSQLite

/// A registry with one edition whose commits wait at a gate, and are counted.
struct GatedRegistry {
    let place: RegistryFolder
    let registry: SQLiteRegistry
    let room: RegistryRoom
    private let gate = Gate()

    init() async throws {
        place = try RegistryFolder()
        registry = try place.open { [gate] in $0.failpoint = gate.pass }
        room = place.room(registry)
        _ = try await room.published()
    }

    /// How many commits there were.
    var commits: Int { gate.commits }

    /// Closes the gate, and does `work` twice: one is being written then, and one settled behind it.
    func occupy<Value: Sendable>(
        _ group: inout ThrowingTaskGroup<Value, any Error>,
        _ work: @escaping @Sendable (_ number: Int) async throws -> Value
    ) async {
        gate.close()
        let begun = registry.settler.count
        for number in 0..<2 {
            group.addTask { try await work(number) }
            while registry.settler.count < begun + number + 1 { await Task.yield() }
        }
    }

    /// Opens the gate when `count` submissions wait, which will be written together.
    func open(behind count: Int) async {
        await waiting(count)
        gate.open()
    }

    /// Waits until `count` submissions wait.
    func waiting(_ count: Int) async {
        while registry.queue.count < count { await Task.yield() }
    }
}

private final class Gate: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let isOpen = Mutex(true)
    private let count = Atomic(0)

    var commits: Int { count.load(ordering: .acquiring) }

    func close() { isOpen.withLock { $0 = false } }

    func open() {
        isOpen.withLock { $0 = true }
        gate.signal()
    }

    func pass(_ point: Failpoint) {
        switch point {
        case .beforeCommit: if !isOpen.withLock({ $0 }) { gate.wait() }
        case .afterCommit: count.add(1, ordering: .releasing)
        default: break
        }
    }
}
