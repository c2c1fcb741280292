import Foundation
import GRDB
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct SchemaTests {
    /// The schema of version 1 as it was released.
    ///
    /// It never changes: later versions get fixtures of their own, and are reached from each of them.
    private static let first = """
        CREATE TABLE word (
            number INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE entry (
            position INTEGER PRIMARY KEY CHECK (position >= 0),
            stem INTEGER NOT NULL REFERENCES word (number),
            leaf BLOB NOT NULL,
            nonce BLOB NOT NULL CHECK (length(nonce) = 32),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE held (
            mark INTEGER NOT NULL,
            position INTEGER NOT NULL REFERENCES entry (position),
            PRIMARY KEY (mark, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE decision (
            mark INTEGER NOT NULL,
            position INTEGER NOT NULL REFERENCES entry (position),
            PRIMARY KEY (mark, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE guardianship (
            mark INTEGER NOT NULL,
            position INTEGER NOT NULL REFERENCES entry (position),
            PRIMARY KEY (mark, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE guardian (
            mark INTEGER NOT NULL,
            position INTEGER NOT NULL REFERENCES entry (position),
            PRIMARY KEY (mark, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE remembered (
            mark INTEGER NOT NULL,
            position INTEGER NOT NULL REFERENCES entry (position),
            PRIMARY KEY (mark, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE landmark (
            position INTEGER PRIMARY KEY REFERENCES entry (position),
            type TEXT NOT NULL CHECK (type IN ('publication', 'erasure', 'key'))
        ) STRICT;
        CREATE TABLE head (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            size INTEGER NOT NULL,
            peaks BLOB NOT NULL,
            lastRecordedAt INTEGER
        ) STRICT;
        CREATE TABLE secret (
            name TEXT PRIMARY KEY,
            bytes BLOB NOT NULL CHECK (length(bytes) = 32)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO word VALUES (0, x'');
        INSERT INTO head VALUES (1, 0, x'', NULL);
        PRAGMA application_id = 1265398637;
        PRAGMA user_version = 1;
        """

    /// What version 2 adds, likewise.
    private static let second = """
        CREATE TABLE accessKey (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT,
            scopes TEXT NOT NULL,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            createdAt INTEGER NOT NULL,
            revokedAt INTEGER,
            lastUsedAt INTEGER
        ) STRICT;
        PRAGMA user_version = 2;
        """

    /// What version 3 adds, likewise.
    private static let third = """
        ALTER TABLE head ADD COLUMN filed INTEGER NOT NULL DEFAULT 0;
        UPDATE head SET filed = size;
        PRAGMA user_version = 3;
        """

    /// Everything from each version on.
    private static let releases = [
        first, first + "\n" + second, first + "\n" + second + "\n" + third,
    ]

    private func tables(_ path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return
            try queue.read {
                try String.fetchAll(
                    $0,
                    sql: "SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"
                )
            }
            .map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    }

    private func make(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test func theSchemaIsWhatWasReleased() async throws {
        let place = try RegistryFolder()
        await (try place.open()).close()
        let last = try #require(SchemaTests.releases.last)
        try make(place.folder.path("released.db"), last)
        #expect(try tables(place.path) == tables(place.folder.path("released.db")))
        #expect(try place.sql("PRAGMA application_id") == [1_265_398_637.databaseValue])
        #expect(
            try place.sql("PRAGMA user_version") == [SchemaTests.releases.count.databaseValue]
        )
        let strict = try place.sql(
            "SELECT DISTINCT strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
        )
        #expect(strict == [1.databaseValue])
    }

    @Test(arguments: SchemaTests.releases.indices)
    func aDatabaseOfEverySchemaBecomesTheNewest(_ release: Int) async throws {
        let place = try RegistryFolder()
        try make(place.path, SchemaTests.releases[release])
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        try await room.decide()
        try await registry.add(AccessKey.make(name: nil, scopes: [.read], at: .now).key)
        #expect(try await registry.check().isEmpty)
        await registry.close()
        await (try place.open("new.db")).close()
        #expect(try tables(place.path) == tables(place.folder.path("new.db")))
    }

    @Test func anOlderDatabaseIsBroughtForwardWithItsRows() async throws {
        let place = try RegistryFolder()
        let old = try place.open()
        let room = place.room(old)
        _ = try await room.published()
        try await room.decide()
        let rows = try await room.rows()
        await old.close()
        try place.sql(
            """
            DROP TABLE accessKey; ALTER TABLE head DROP COLUMN filed; PRAGMA user_version = 1
            """
        )

        let refused = OpeningError.older(path: place.path, version: 1, known: 3)
        #expect(throws: refused) { try place.open { $0.migrates = false } }
        #expect(try place.sql("PRAGMA user_version") == [1.databaseValue])
        let registry = try place.open()
        #expect(try await place.room(registry).rows() == rows)
        #expect(registry.accessKeys().isEmpty)
        #expect(try await registry.check().isEmpty)
        await registry.close()
        #expect(try place.sql("PRAGMA user_version") == [3.databaseValue])
        // And never back.
        let next = Schema(steps: Schema.current.steps + [{ _ in }])
        await (try place.open { $0.schema = next }).close()
        #expect(throws: OpeningError.newer(path: place.path, version: 4, known: 3)) {
            try place.open()
        }
    }

    @Test func aStepThatFailsChangesNothing() async throws {
        let place = try RegistryFolder()
        await (try place.open()).close()
        let broken = Schema(
            steps: Schema.current.steps + [
                { database in
                    try database.execute(sql: "DROP TABLE landmark; CREATE TABLE broken (")
                }
            ]
        )
        #expect(throws: OpeningError.self) { try place.open { $0.schema = broken } }
        await (try place.open()).close()
    }

    @Test(arguments: [
        "PRAGMA user_version = 1", "CREATE TABLE note (text TEXT)", "PRAGMA application_id = 7",
    ])
    func theDatabaseOfAnotherProgramIsLeftAlone(_ sql: String) throws {
        let place = try RegistryFolder()
        try make(place.path, "CREATE TABLE other (a); \(sql)")
        let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
        #expect(throws: OpeningError.foreign(path: place.path)) { try place.open() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
        #expect(!FileManager.default.fileExists(atPath: place.path + "-wal"))
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
        let place = try RegistryFolder()
        let text = String(repeating: "Келісім ", count: 1000)
        try place.folder.write("kelisim.db", text)
        #expect(throws: OpeningError.self) { try place.open() }
        #expect(try place.folder.read("kelisim.db") == text)
    }
}
