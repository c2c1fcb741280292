import GRDB
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct GroupCommitTests {
    @Test func whatWaitsIsCommittedTogether() async throws {
        let gated = try await GatedRegistry()
        let before = gated.commits
        try await withThrowingTaskGroup(of: UInt64.self) { group in
            await gated.occupy(&group) { try await gated.room.decide(of: "u-\($0)").index }
            for number in 2..<402 {
                group.addTask { try await gated.room.decide(of: "u-\(number)").index }
            }
            await gated.open(behind: 400)
            let indices = try await group.reduce(into: []) { $0.append($1) }
            #expect(indices.sorted() == Array(1...402))
        }
        // One by one the first two, then 256 and 144.
        #expect(gated.commits - before == 4)
        await gated.registry.close()
    }

    @Test func whoComesWhenTooManyWaitIsToldSo() async throws {
        let gated = try await GatedRegistry()
        let registry = gated.registry
        let subject = try Subject("u-1")
        try await withThrowingTaskGroup(of: Void.self) { group in
            await gated.occupy(&group) {
                _ = try await registry.submit(.hold(subject, reason: "\($0)"))
            }
            for number in 0..<SubmissionQueue.mostWaiting {
                group.addTask {
                    _ = try await registry.submit(.hold(subject, reason: "more \(number)"))
                }
            }
            await gated.waiting(SubmissionQueue.mostWaiting)
            await #expect(throws: RegistryError.busy) {
                try await registry.submit(.hold(subject, reason: "too much"))
            }
            await gated.open(behind: SubmissionQueue.mostWaiting)
            try await group.waitForAll()
        }
        _ = try await registry.submit(.hold(subject, reason: "later"))
        #expect(registry.head().size == UInt64(SubmissionQueue.mostWaiting) + 4)
        await registry.close()
    }

    @Test func aRefusalFailsOnlyItsOwnCaller() async throws {
        let gated = try await GatedRegistry()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            await gated.occupy(&group) { try await gated.room.decide(of: "v-\($0)").index > 0 }
            for number in 0..<60 {
                group.addTask {
                    let edition = number % 3 == 0 ? 9 : 1
                    do {
                        try await gated.room.decide(of: "u-\(number)", edition: edition)
                        return true
                    } catch RegistryError.refused(.unknownEdition) {
                        return false
                    }
                }
            }
            await gated.open(behind: 60)
            let accepted = try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            #expect(accepted == 42)
        }
        #expect(gated.registry.head().size == 43)
        #expect(try await gated.registry.check().isEmpty)
        await gated.registry.close()
    }

    @Test func batchesSeeThoseBeforeThemWhetherCommittedOrNot() async throws {
        let gated = try await GatedRegistry()
        let requests = [try gated.room.request(of: "u-1")]
        @Sendable func decide() async throws -> (UInt64, Bool) {
            let (decisions, isRepeat) = try await gated.room.record(requests, key: "k")
            return (decisions[0].index, isRepeat)
        }
        try await withThrowingTaskGroup(of: (UInt64, Bool).self) { group in
            await gated.occupy(&group) { _ in try await decide() }
            group.addTask { try await decide() }
            await gated.open(behind: 1)
            let answers = try await group.reduce(into: []) { $0.append($1) }
            #expect(answers.allSatisfy { $0.0 == 1 })
            #expect(answers.filter(\.1).count == 2)
        }
        #expect(gated.registry.head().size == 2)
        await gated.registry.close()
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
