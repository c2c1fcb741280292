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

    @Test func theFirstSchemaIsWhatWasReleased() async throws {
        let place = try RegistryFolder()
        await (try place.open()).close()
        try make(place.folder.path("first.db"), SchemaTests.first)
        #expect(try tables(place.path) == tables(place.folder.path("first.db")))
        #expect(try place.sql("PRAGMA application_id") == [1_265_398_637.databaseValue])
        #expect(try place.sql("PRAGMA user_version") == [1.databaseValue])
        let strict = try place.sql(
            "SELECT DISTINCT strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
        )
        #expect(strict == [1.databaseValue])
    }

    @Test func aDatabaseOfTheFirstSchemaIsOpened() async throws {
        let place = try RegistryFolder()
        try make(place.path, SchemaTests.first)
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        try await room.decide()
        #expect(try await registry.check().isEmpty)
        await registry.close()
    }

    @Test func anOlderSchemaIsBroughtForwardWithItsRows() async throws {
        let place = try RegistryFolder()
        let old = try place.open()
        let room = place.room(old)
        _ = try await room.published()
        try await room.decide()
        let rows = try await room.rows()
        await old.close()

        let next = Schema(
            steps: Schema.current.steps + [
                { try $0.execute(sql: "CREATE TABLE more (a INTEGER) STRICT") }
            ]
        )
        let refused = OpeningError.older(path: place.path, version: 1, known: 2)
        #expect(throws: refused) {
            try place.open { options in
                options.schema = next
                options.migrates = false
            }
        }
        #expect(try place.sql("PRAGMA user_version") == [1.databaseValue])
        let registry = try place.open { $0.schema = next }
        #expect(try await place.room(registry).rows() == rows)
        await registry.close()
        #expect(try place.sql("PRAGMA user_version") == [2.databaseValue])
        #expect(try place.sql("SELECT count(*) FROM more") == [0.databaseValue])
        // And never back.
        #expect(throws: OpeningError.newer(path: place.path, version: 2, known: 1)) {
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
