import Foundation
import Kelisim
import KelisimLog
import KelisimPostgres
import KelisimTesting
import Synchronization
import Testing

@Suite("Servers that stop, hang and die", .serialized)
struct FaultTests {
    private static let writers = """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'kelisim'
        """

    @Test func aRestartedServerIsFoundAgain() async throws {
        let server = try PostgresServer()
        try server.start()
        let database = try TestDatabase(on: server)
        let registries = [try await database.open(), try await database.open()]
        _ = try await RegistryRoom(registries[0], ManualClock(.now)).published()
        let load = Load(on: registries)
        async let running: Void = load.run(callers: 24)
        for number in 0..<3 {
            try await load.waitForAnswers(100)
            // In good order, and as by a loss of power.
            if number.isMultiple(of: 2) { server.kill() } else { server.stop() }
            await #expect(throws: RegistryError.self) { try await registries[0].head() }
            try await load.waitForTrouble()
            try server.start()
        }
        try await load.waitForAnswers(100)
        load.stop()
        try await running
        #expect(load.unavailable > 0)
        try await judge(registries[1], after: [load])
        for registry in registries { await registry.close() }
    }

    @Test func brokenConnectionsLoseAndDoubleNothing() async throws {
        let database = try TestDatabase()
        let registries = [try await database.open(), try await database.open()]
        _ = try await RegistryRoom(registries[0], ManualClock(.now)).published()
        let load = Load(on: registries)
        async let running: Void = load.run(callers: 32)
        for _ in 0..<20 {
            try await load.waitForAnswers(20)
            try database.query(FaultTests.writers)
        }
        try await load.waitForAnswers(50)
        load.stop()
        try await running
        try await judge(registries[0], after: [load])
        for registry in registries { await registry.close() }
    }

    /// The connection breaks just before the commit: nothing was recorded, and it is done again.
    @Test func whatWasNotCommittedIsRecordedAgain() async throws {
        let database = try TestDatabase()
        let isArmed = Atomic(false)
        let registry = try await database.open { options in
            options.pass = { point in
                guard point == .beforeCommit, isArmed.exchange(false, ordering: .relaxed)
                else { return }
                _ = try? database.query(FaultTests.writers)
            }
        }
        let room = RegistryRoom(registry, ManualClock(.now))
        _ = try await room.published()
        isArmed.store(true, ordering: .relaxed)
        let (decisions, isRepeat) = try await room.record([try room.request()], key: "k")
        #expect(!isRepeat)
        #expect(decisions.map(\.index) == [1])
        let wasFired = !isArmed.load(ordering: .relaxed)
        #expect(wasFired)
        #expect(try await registry.head().size == 2)
        await registry.close()
    }

    /// The primary goes over to its standby while everybody writes.
    @Test func afterAFailoverNothingAnsweredIsLost() async throws {
        let primary = try PostgresServer(options: ["synchronous_standby_names=*"])
        // Until there is a standby nothing can be committed.
        try primary.start(["synchronous_standby_names="])
        let name = try primary.createDatabase()
        let standby = try PostgresServer(standbyOf: primary)
        primary.stop()
        try primary.start()
        try standby.start()
        let url = primary.url(name, or: standby)
        let registries = [try await PostgresRegistry(url), try await PostgresRegistry(url)]
        _ = try await RegistryRoom(registries[0], ManualClock(.now)).published()
        let load = Load(on: registries)
        async let running: Void = load.run(callers: 32)
        try await load.waitForAnswers(300)
        primary.kill()
        try await load.waitForTrouble()
        try standby.promote()
        // The writers go on by themselves.
        try await load.waitForAnswers(300)
        load.stop()
        try await running
        try await judge(registries[1], after: [load])
        for registry in registries { await registry.close() }
        standby.stop()
    }

    /// The server is told not to wait for its standby: it confirms what the primary alone has.
    @Test func whatOnlyThePrimaryHasIsNotAnswered() async throws {
        let server = try PostgresServer()
        try server.start()
        let database = try TestDatabase(on: server)
        let registry = try await database.open { options in
            options.patience = .seconds(2)
            options.statementTimeout = .seconds(2)
            options.lockTimeout = .seconds(2)
        }
        let room = RegistryRoom(registry, ManualClock(.now))
        _ = try await room.published()
        try server.set("synchronous_standby_names", "nobody")
        let request = try room.request()
        let recorded = Task { try await room.record([request], key: "k") }
        let waiting = """
            SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'
            """
        for _ in 0..<3 {
            while try database.query(waiting) == "0" {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        await #expect {
            _ = try await recorded.value
        } throws: { error in
            guard case RegistryError.unavailable = error else { return false }
            return true
        }
        // It is there all the same, and once it is durable a repeat says so.
        try server.set("synchronous_standby_names", "")
        let again = try await room.record([request], key: "k")
        #expect(again.isRepeat)
        #expect(again.decisions.map(\.index) == [1])
        #expect(try await registry.head().size == 2)
        await registry.close()
    }

    /// The connection breaks after the commit and before its answer: the caller gets the first answer.
    @Test func whatWasCommittedIsFoundAndAnswered() async throws {
        let server = try PostgresServer()
        try server.start()
        let database = try TestDatabase(on: server)
        let registry = try await database.open()
        let room = RegistryRoom(registry, ManualClock(.now))
        _ = try await room.published()
        try server.set("synchronous_standby_names", "nobody")
        let request = try room.request()
        async let recorded = room.record([request], key: "k")
        // Committed on the primary; the session is ended while it waits for the standby.
        let waiting = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE wait_event = 'SyncRep'
            """
        while try database.query(waiting) == "0" {
            try await Task.sleep(for: .milliseconds(20))
        }
        try server.set("synchronous_standby_names", "")
        let (decisions, isRepeat) = try await recorded
        #expect(!isRepeat)
        #expect(decisions.map(\.index) == [1])
        #expect(try await registry.head().size == 2)
        await registry.close()
    }

    @Test func whoWaitsForALockTooLongIsToldToComeBack() async throws {
        let database = try TestDatabase()
        let registry = try await database.open { options in
            options.lockTimeout = .milliseconds(200)
            options.waiting = 2
        }
        let room = RegistryRoom(registry, ManualClock(.now))
        _ = try await room.published()
        let request = try room.request()
        // Until that session is ended; then nothing waits for the lock any more.
        let holding = database.held(by: "SELECT FROM kelisim.head FOR UPDATE")
        try await database.wait(for: "PgSleep", 1)
        await #expect(throws: RegistryError.busy) { try await room.record([request], key: "k") }
        // Of many at once only so many may wait.
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<12 {
                group.addTask {
                    do {
                        _ = try await room.record([request], key: "k-\(number)")
                        return true
                    } catch {
                        #expect(error as? RegistryError == .busy)
                        return false
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(false))
        try database.end("PgSleep")
        await holding.value
        #expect(!(try await room.record([request], key: "k")).isRepeat)
        await registry.close()
    }

    @Test func aClosedRegistryIsUnavailable() async throws {
        let database = try TestDatabase()
        let registry = try await database.open()
        let room = RegistryRoom(registry, ManualClock(.now))
        _ = try await room.published()
        let load = Load(on: [registry])
        // What was submitted is finished.
        try await withThrowingTaskGroup { group in
            group.addTask { try await load.run(callers: 16, count: 1) }
            try await load.waitForAnswers(1)
            await registry.close()
            await #expect(throws: RegistryError.unavailable("the registry is closed")) {
                try await registry.submit(.key("k"))
            }
            await #expect(throws: RegistryError.unavailable("the registry is closed")) {
                try await registry.head()
            }
            load.stop()
            group.cancelAll()
            try? await group.waitForAll()
        }
        let sessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'kelisim'"
        let own = "\(sessions) AND datname = current_database()"
        while try database.query(own) != "0" { try await Task.sleep(for: .milliseconds(20)) }
    }
}
