import Foundation
import GRDB
import GRDBSQLite

/// What one would write without a registry: a table whose rows are found by subject and not written twice,
/// 256 rows a transaction, flushed to the disk, no log.
final class PlainBatches {
    private static let insert =
        "INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    private let connection: DatabaseQueue
    private var number = 0

    init(path: String) throws {
        connection = try DatabaseQueue(path: path)
        try connection.writeWithoutTransaction { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    CREATE TABLE decision (
                        id INTEGER PRIMARY KEY, idempotency BLOB NOT NULL UNIQUE, at INTEGER NOT NULL,
                        subject TEXT NOT NULL, policy TEXT NOT NULL, edition INTEGER NOT NULL,
                        language TEXT NOT NULL, digest BLOB NOT NULL, act TEXT NOT NULL,
                        method TEXT NOT NULL, screen TEXT, statement TEXT, button TEXT
                    ) STRICT;
                    CREATE INDEX bySubject ON decision (subject, id);
                    """
            )
        }
    }

    /// Rows a second as GRDB writes them.
    func rate(batches: Int) throws -> Double {
        let digest = Data(repeating: 7, count: 32)
        return try rate(batches: batches) { database in
            let statement = try database.cachedStatement(sql: PlainBatches.insert)
            try statement.execute(arguments: [
                Data(self.key), self.number, Sample.subject(self.number), "privacy", 1, "kk",
                digest,
                "accepted", "click", Sample.screen, Sample.statement, Sample.button,
            ])
        }
    }

    /// Rows a second through SQLite's own functions, without anything in between.
    func bareRate(batches: Int) throws -> Double {
        let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let digest = [UInt8](repeating: 7, count: 32)
        var prepared: Statement?
        return try rate(batches: batches) { database in
            let statement = try prepared ?? database.makeStatement(sql: PlainBatches.insert)
            prepared = statement
            let pointer = statement.sqliteStatement
            sqlite3_bind_blob(pointer, 1, self.key, 16, copying)
            sqlite3_bind_int64(pointer, 2, Int64(self.number))
            sqlite3_bind_text(pointer, 3, Sample.subject(self.number), -1, copying)
            sqlite3_bind_text(pointer, 4, "privacy", -1, copying)
            sqlite3_bind_int64(pointer, 5, 1)
            sqlite3_bind_text(pointer, 6, "kk", -1, copying)
            sqlite3_bind_blob(pointer, 7, digest, 32, copying)
            sqlite3_bind_text(pointer, 8, "accepted", -1, copying)
            sqlite3_bind_text(pointer, 9, "click", -1, copying)
            sqlite3_bind_text(pointer, 10, Sample.screen, -1, copying)
            sqlite3_bind_text(pointer, 11, Sample.statement, -1, copying)
            sqlite3_bind_text(pointer, 12, Sample.button, -1, copying)
            guard sqlite3_step(pointer) == SQLITE_DONE else { throw DatabaseError() }
            sqlite3_reset(pointer)
        }
    }

    private func rate(batches: Int, _ insert: (Database) throws -> Void) throws -> Double {
        let start = ContinuousClock.now
        try connection.writeWithoutTransaction { database in
            for _ in 0..<batches {
                try database.execute(sql: "BEGIN IMMEDIATE")
                for _ in 0..<256 {
                    number += 1
                    try insert(database)
                }
                try database.execute(sql: "COMMIT")
            }
        }
        return Double(batches * 256) / start.duration(to: .now).seconds
    }

    /// Sixteen bytes that look random, as the registry's keys do.
    private var key: [UInt8] {
        let word = UInt64(number) &* 0xD134_2543_DE82_EF95
        return withUnsafeBytes(of: (word, word ^ 0x5851_F42D_4C95_7F2D)) { Array($0) }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
