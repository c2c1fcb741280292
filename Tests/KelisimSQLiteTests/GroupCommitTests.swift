import Dispatch
import GRDB
import Kelisim
import KelisimLog
import KelisimTesting
import Synchronization
import Testing

@testable import KelisimSQLite

@Suite struct GroupCommitTests {
    /// A registry whose commits wait at a gate, and are counted.
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

    private func waiting(_ registry: SQLiteRegistry, _ count: Int) async {
        while registry.queue.count < count { await Task.yield() }
    }

    @Test func whatWaitsIsCommittedTogether() async throws {
        let place = try RegistryFolder()
        let gate = Gate()
        let registry = try place.open { $0.failpoint = gate.pass }
        let room = place.room(registry)
        _ = try await room.published()
        gate.close()
        let begun = registry.settler.count
        let before = gate.commits
        try await withThrowingTaskGroup(of: UInt64.self) { group in
            // One is being written, and one is settled behind it.
            for number in 0..<2 {
                group.addTask { try await room.decide(of: "u-\(number)").index }
                while registry.settler.count < begun + number + 1 { await Task.yield() }
            }
            for number in 2..<402 {
                group.addTask { try await room.decide(of: "u-\(number)").index }
            }
            await waiting(registry, 400)
            gate.open()
            let indices = try await group.reduce(into: []) { $0.append($1) }
            #expect(indices.sorted() == Array(1...402))
        }
        // One by one the first two, then 256 and 144.
        #expect(gate.commits - before == 4)
        await registry.close()
    }

    @Test func whoComesWhenTooManyWaitIsToldSo() async throws {
        let place = try RegistryFolder()
        let gate = Gate()
        let registry = try place.open { $0.failpoint = gate.pass }
        let room = place.room(registry)
        _ = try await room.published()
        gate.close()
        let begun = registry.settler.count
        let subject = try Subject("u-1")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<2 {
                group.addTask { _ = try await registry.submit(.hold(subject, reason: "\(number)")) }
                while registry.settler.count < begun + number + 1 { await Task.yield() }
            }
            for number in 0..<SubmissionQueue.mostWaiting {
                group.addTask {
                    _ = try await registry.submit(.hold(subject, reason: "more \(number)"))
                }
            }
            await waiting(registry, SubmissionQueue.mostWaiting)
            await #expect(throws: RegistryError.busy) {
                try await registry.submit(.hold(subject, reason: "too much"))
            }
            gate.open()
            try await group.waitForAll()
        }
        _ = try await registry.submit(.hold(subject, reason: "later"))
        #expect(registry.head().size == UInt64(SubmissionQueue.mostWaiting) + 4)
        await registry.close()
    }

    @Test func aRefusalFailsOnlyItsOwnCaller() async throws {
        let place = try RegistryFolder()
        let gate = Gate()
        let registry = try place.open { $0.failpoint = gate.pass }
        let room = place.room(registry)
        _ = try await room.published()
        gate.close()
        let begun = registry.settler.count
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<2 {
                group.addTask { try await room.decide(of: "v-\(number)").index > 0 }
                while registry.settler.count < begun + number + 1 { await Task.yield() }
            }
            for number in 0..<60 {
                group.addTask {
                    do {
                        try await room.decide(of: "u-\(number)", edition: number % 3 == 0 ? 9 : 1)
                        return true
                    } catch RegistryError.refused(.unknownEdition) {
                        return false
                    }
                }
            }
            await waiting(registry, 60)
            gate.open()
            let accepted = try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            #expect(accepted == 42)
        }
        #expect(registry.head().size == 43)
        #expect(try await registry.check().isEmpty)
        await registry.close()
    }

    @Test func batchesSeeThoseBeforeThemWhetherCommittedOrNot() async throws {
        let place = try RegistryFolder()
        let gate = Gate()
        let registry = try place.open { $0.failpoint = gate.pass }
        let room = place.room(registry)
        _ = try await room.published()
        let requests = [try room.request(of: "u-1")]
        gate.close()
        let begun = registry.settler.count
        try await withThrowingTaskGroup(of: (UInt64, Bool).self) { group in
            for number in 0..<3 {
                group.addTask {
                    let (decisions, isRepeat) = try await room.record(requests, key: "k")
                    return (decisions[0].index, isRepeat)
                }
                if number < 2 {
                    while registry.settler.count < begun + number + 1 { await Task.yield() }
                }
            }
            await waiting(registry, 1)
            gate.open()
            let answers = try await group.reduce(into: []) { $0.append($1) }
            #expect(answers.allSatisfy { $0.0 == 1 })
            #expect(answers.filter(\.1).count == 2)
        }
        #expect(registry.head().size == 2)
        await registry.close()
    }

    @Test func nobodyIsToldOfSuccessWhenACommitFails() async throws {
        let place = try RegistryFolder()
        let registry = try place.open { $0.patience = 0.1 }
        let room = place.room(registry)
        _ = try await room.published()
        let head = registry.head()
        // Another program, against the rules, holds the right to write for longer than one waits.
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: place.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    await #expect(throws: RegistryError.self) {
                        try await room.decide(of: "u-\(number)")
                    }
                }
            }
        }
        #expect(registry.head() == head)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try other.close()
        #expect(try await room.decide(of: "u-1").index == head.size)
        #expect(try await registry.check().isEmpty)
        await registry.close()
    }

    @Test func whatAnotherProgramWroteIsNoticed() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        try place.sql("UPDATE head SET size = 2")
        await #expect(throws: RegistryError.damaged("another program has written to the database"))
        {
            try await room.decide()
        }
        await registry.close()
    }
}
