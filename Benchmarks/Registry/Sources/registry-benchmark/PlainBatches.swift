import Foundation
import GRDB
import GRDBSQLite

/// What one would write without a registry: a table with an index by subject, 256 rows a transaction,
/// flushed to the disk, no log.
final class PlainBatches {
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
                        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, subject TEXT NOT NULL,
                        policy TEXT NOT NULL, edition INTEGER NOT NULL, language TEXT NOT NULL,
                        digest BLOB NOT NULL, act TEXT NOT NULL, method TEXT NOT NULL,
                        screen TEXT, statement TEXT, button TEXT
                    ) STRICT;
                    CREATE INDEX bySubject ON decision (subject, id);
                    """
            )
        }
    }

    /// Rows a second.
    func rate(batches: Int) throws -> Double {
        let start = ContinuousClock.now
        try connection.writeWithoutTransaction { database in
            let statement = try database.makeStatement(
                sql: "INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            )
            let pointer = statement.sqliteStatement
            let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            let digest = [UInt8](repeating: 7, count: 32)
            for _ in 0..<batches {
                try database.execute(sql: "BEGIN IMMEDIATE")
                for _ in 0..<256 {
                    number += 1
                    sqlite3_bind_int64(pointer, 1, Int64(number))
                    sqlite3_bind_text(pointer, 2, Sample.subject(number), -1, copying)
                    sqlite3_bind_text(pointer, 3, "privacy", -1, copying)
                    sqlite3_bind_int64(pointer, 4, 1)
                    sqlite3_bind_text(pointer, 5, "kk", -1, copying)
                    sqlite3_bind_blob(pointer, 6, digest, 32, copying)
                    sqlite3_bind_text(pointer, 7, "accepted", -1, copying)
                    sqlite3_bind_text(pointer, 8, "click", -1, copying)
                    sqlite3_bind_text(pointer, 9, Sample.screen, -1, copying)
                    sqlite3_bind_text(pointer, 10, Sample.statement, -1, copying)
                    sqlite3_bind_text(pointer, 11, Sample.button, -1, copying)
                    guard sqlite3_step(pointer) == SQLITE_DONE else { throw DatabaseError() }
                    sqlite3_reset(pointer)
                }
                try database.execute(sql: "COMMIT")
            }
        }
        return Double(batches * 256) / start.duration(to: .now).seconds
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
