import Foundation
import KelisimTesting
import Testing

/// An upgrade through the real binary, on SQLite and on PostgreSQL.
struct MigrateVerbTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ line: String, _ environment: [String: String] = [:]) throws -> Command {
        let arguments = line.split(separator: " ").map(String.init)
        return try Command.run(
            Project.binary,
            arguments,
            in: folder.path,
            environment: environment
        )
    }

    /// Makes the database one of version 1, as an older program would have left it.
    private func age(_ name: String) throws {
        let script = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.executescript("DROP TABLE accessKey; ALTER TABLE head DROP COLUMN filed")
            database.execute("PRAGMA user_version = 1")
            """
        let path = folder.path(name)
        let command = try Command.run("/usr/bin/python3", ["-c", script, path], in: folder.path)
        try #require(command.status == 0, "\(command.errors)")
    }

    @Test func anOlderSQLiteIsRefusedCopiedAndBroughtForward() throws {
        try #require(run("hold u-1 --reason dispute").status == 0)
        #expect(try run("migrate").output.contains("newest version, 3, already"))
        try age("kelisim.db")
        for line in ["history u-1", "hold u-1 --reason again", "key list", "log check"] {
            let refused = try run(line)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("[registry-older]"))
            #expect(refused.errors.contains("kelisim migrate"))
        }
        let backup = try run("backup old.db")
        #expect(backup.status == 0, "\(backup.errors)")
        let migrated = try run("migrate --messages ru")
        #expect(migrated.status == 0, "\(migrated.errors)")
        #expect(migrated.output == "Версия таблиц была 1, теперь 3.\n")
        #expect(try run("log check").status == 0)
        #expect(try run("key create --scope read").status == 0)
        // The copy is still of version 1, and is brought forward when it is restored.
        try FileManager.default.removeItem(atPath: folder.path("kelisim.db"))
        let restored = try run("restore old.db")
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(try run("release u-1").status == 0)
    }

    @Test func nothingIsMadeWhereNothingIs() throws {
        let command = try run("migrate")
        #expect(command.status == 2)
        #expect(command.errors.contains("[registry-missing]"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("kelisim.db")))
    }

    @Test func anOlderPostgreSQLIsRefusedAndBroughtForward() throws {
        let server = try PostgresServer.shared.get()
        let name = try server.createDatabase()
        let environment = ["KELISIM_DATABASE": server.url(name)]
        #expect(try run("migrate", environment).output.contains("was empty"))
        try #require(run("hold u-1 --reason dispute", environment).status == 0)
        #expect(try run("migrate", environment).output.contains("newest version, 2, already"))
        try server.query(
            """
            DROP TABLE kelisim.access_key, kelisim.erased_key;
            DELETE FROM kelisim.migration WHERE version = 2
            """,
            in: name
        )
        for line in ["history u-1", "hold u-1 --reason again", "key list"] {
            let refused = try run(line, environment)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("kelisim migrate"))
        }
        let migrated = try run("migrate", environment)
        #expect(migrated.output.contains("had version 1 and have version 2 now"))
        #expect(try run("key create --scope read", environment).status == 0)
        #expect(try run("log check", environment).status == 0)
    }
}
