import Kelisim
import KelisimTesting
import Testing

@testable import KelisimPostgres

@Suite("Opening the registry in PostgreSQL")
struct OpeningTests {
    @Test(arguments: ["off", "local", "remote_write"])
    func aServerThatMayForgetIsRefused(_ value: String) async throws {
        let database = try TestDatabase()
        try database.query("ALTER DATABASE \(database.name) SET synchronous_commit = \(value)")
        let trouble = PostgresTrouble.notDurable(setting: "synchronous_commit", value: value)
        await #expect(throws: trouble) { try await database.open() }
        #expect(try database.query("SELECT to_regnamespace('kelisim') IS NULL") == "t")
        #expect("\(trouble)".contains("Set synchronous_commit to on"))
    }

    @Test func aServerThatWaitsForItsStandbyToApplyIsTaken() async throws {
        let database = try TestDatabase()
        try database.query("ALTER DATABASE \(database.name) SET synchronous_commit = remote_apply")
        try await database.open().close()
    }

    /// Also when the setting changes while the registry is open: the next connection notices.
    @Test func aNewConnectionLooksAgain() async throws {
        let database = try TestDatabase()
        let registry = try await database.open()
        _ = try await RegistryRoom(registry, ManualClock(.now)).published()
        try database.query("ALTER DATABASE \(database.name) SET synchronous_commit = off")
        try database.query(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        )
        let subject = try Subject("u-1")
        await #expect {
            try await registry.submit(.hold(subject, reason: "case 7"))
        } throws: { error in
            guard case RegistryError.unavailable(let reason) = error else { return false }
            return reason.contains("synchronous_commit = off")
        }
        await registry.close()
    }

    @Test func anUnreachableServerIsNamed() async throws {
        await #expect {
            try await PostgresRegistry("postgresql://kelisim@127.0.0.1:1/none?connect_timeout=2")
        } throws: { error in
            guard case PostgresTrouble.unreachable(let reason) = error else { return false }
            return reason.contains("127.0.0.1")
        }
    }

    @Test(arguments: ["postgresql://[", "no such setting=1", "postgresql://x?sslmode=perhaps"])
    func anAddressThatIsNoneIsRefused(_ address: String) async throws {
        await #expect(throws: PostgresTrouble.self) { try await PostgresRegistry(address) }
    }

    @Test func manyProcessesMaySetUpOneDatabase() async throws {
        let database = try TestDatabase()
        // All have seen that there is nothing, and wait for their turn.
        let holding = database.held(by: "SELECT pg_advisory_lock(\(PostgresLock.migrating))")
        try await database.wait(for: "PgSleep", 1)
        try await withThrowingTaskGroup { group in
            for _ in 0..<6 {
                group.addTask { try await database.open().close() }
            }
            try await database.wait(for: "advisory", 6)
            try database.end("PgSleep")
            try await group.waitForAll()
        }
        await holding.value
        #expect(try database.query("SELECT max(version) FROM kelisim.migration") == "2")
        #expect(try database.query("SELECT count(*) FROM kelisim.head") == "1")
    }

    @Test func aDatabaseOfANewerProgramIsRefused() async throws {
        let database = try TestDatabase()
        try await database.open().close()
        try database.query("INSERT INTO kelisim.migration VALUES (3)")
        await #expect(throws: PostgresTrouble.tooNew(found: 3, known: 2)) {
            try await database.open()
        }
    }

    @Test func migratingTellsWhatWasFound() async throws {
        let database = try TestDatabase()
        #expect(try await PostgresRegistry.migrate(database.url) == 0)
        #expect(try await PostgresRegistry.migrate(database.url) == 2)
    }

    @Test func anOlderDatabaseIsBroughtForwardWithItsRows() async throws {
        let database = try TestDatabase()
        var registry = try await database.open()
        let clock = ManualClock(.now)
        _ = try await RegistryRoom(registry, clock).published()
        let head = try await registry.head()
        await registry.close()
        try database.query(
            "DROP TABLE kelisim.access_key, kelisim.erased_key; DELETE FROM kelisim.migration WHERE version = 2"
        )
        await #expect(throws: PostgresTrouble.outdated(found: 1, known: 2)) {
            try await database.open()
        }
        #expect(try database.query("SELECT max(version) FROM kelisim.migration") == "1")
        #expect(try await PostgresRegistry.migrate(database.url) == 1)
        registry = try await database.open()
        #expect(try await registry.head() == head)
        try await RegistryRoom(registry, clock).decide()
        try await registry.add(AccessKey.make(name: nil, scopes: [.read], at: .now).key)
        #expect(try await registry.accessKeys().count == 1)
        await registry.close()
    }

    @Test func everyTroubleHasItsFacts() {
        for trouble in [
            PostgresTrouble.unreachable("r"), .failed("r"),
            .notDurable(setting: "fsync", value: "off"), .outdated(found: 1, known: 2),
            .tooNew(found: 2, known: 1), .occupied,
        ] {
            #expect(!"\(trouble)".contains("{"))
        }
    }
}
