internal import GRDB

/// The tables of a registry, and how each version of them follows from the one before.
///
/// `application_id` says that a database is a registry, `user_version` which version of the tables it
/// has. Steps only lead forwards, and one that was released never changes.
struct Schema {
    /// "Klsm" in ASCII.
    static let applicationID: Int64 = 0x4B6C_736D

    /// The schema of this program.
    static let current = Schema(steps: [first, second, third])

    /// The steps from each version to the next; the first makes an empty database one of version 1.
    let steps: [@Sendable (Database) throws -> Void]

    /// The version that it leads to.
    var version: Int { steps.count }

    /// The tables of version 1.
    ///
    /// - `entry` has a row for each leaf, for ever. `stem` and `leaf` together are the leaf, `nonce` and
    ///   `body` the record; where it was erased, `nonce` is zero bytes. Rows are added at the end and
    ///   overwritten in their place, so that no page ever holds a copy of one.
    /// - Each ``Finder`` finds rows of `entry`, and says nothing that `entry` doesn't say.
    /// - `landmark` lists the rows that are nobody's.
    private static let first: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
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
                """
        )
    }

    /// The API keys, which version 2 adds: no secrets, only their digests.
    private static let second: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
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
                """
        )
    }

    /// How far the finders have got, which version 3 adds: rows from `filed` on they may not find yet.
    private static let third: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                ALTER TABLE head ADD COLUMN filed INTEGER NOT NULL DEFAULT 0;
                UPDATE head SET filed = size;
                """
        )
    }
}
