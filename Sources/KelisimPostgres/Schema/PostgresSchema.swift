/// The tables, and how a database gets them.
///
/// Every table has its own lock, the row of the head; everything is in the schema `kelisim`. Each unique
/// key holds the key by which its table is partitioned.
enum PostgresSchema {
    /// How many parts a table that is partitioned by hash has.
    private static let parts = 16

    /// What each version adds to the one before; the first makes an empty database ready.
    static func steps(_ options: PostgresRegistry.Options) -> [[String]] {
        [first(leavesPerPartition: max(1, options.leavesPerPartition)), second]
    }

    private static func first(leavesPerPartition: UInt64) -> [String] {
        [
            // One row: who adds to the log locks it first. It changes in place, so its page has room.
            """
            CREATE TABLE kelisim.head (
                one boolean PRIMARY KEY CHECK (one),
                size bigint NOT NULL CHECK (size >= 0),
                peaks bytea NOT NULL,
                recorded_at bigint,
                key bytea,
                publications bigint NOT NULL,
                leaf_end bigint NOT NULL,
                leaf_step bigint NOT NULL CHECK (leaf_step > 0)
            ) WITH (fillfactor = 10)
            """,
            "INSERT INTO kelisim.head VALUES (true, 0, '', NULL, NULL, 0, 0, \(leavesPerPartition))",
            // What stays for ever.
            """
            CREATE TABLE kelisim.leaf (
                index bigint PRIMARY KEY,
                bytes bytea NOT NULL
            ) PARTITION BY RANGE (index)
            """,
            // What can be destroyed.
            """
            CREATE TABLE kelisim.record (
                subject text COLLATE "C" NOT NULL,
                index bigint NOT NULL,
                nonce bytea NOT NULL,
                bytes bytea NOT NULL,
                PRIMARY KEY (subject, index)
            ) PARTITION BY HASH (subject)
            """,
            "CREATE INDEX ON kelisim.record (index)",
            // The records that are about nobody: publications, erasures, keys.
            """
            CREATE TABLE kelisim.common_record (
                index bigint PRIMARY KEY,
                type text NOT NULL,
                nonce bytea NOT NULL,
                bytes bytea NOT NULL
            )
            """,
            "CREATE INDEX ON kelisim.common_record (index) WHERE type = 'publication'",
            """
            CREATE TABLE kelisim.decision (
                id uuid PRIMARY KEY,
                index bigint NOT NULL
            ) PARTITION BY HASH (id)
            """,
            """
            CREATE TABLE kelisim.idempotency (
                key uuid PRIMARY KEY,
                index bigint NOT NULL,
                count integer NOT NULL
            ) PARTITION BY HASH (key)
            """,
            """
            CREATE TABLE kelisim.guardianship (
                id text COLLATE "C" NOT NULL,
                index bigint NOT NULL,
                ward text COLLATE "C" NOT NULL,
                guardian text COLLATE "C" NOT NULL,
                PRIMARY KEY (id, index)
            )
            """,
            "CREATE INDEX ON kelisim.guardianship (guardian)",
            """
            CREATE TABLE kelisim.secret (
                name text PRIMARY KEY,
                bytes bytea NOT NULL
            )
            """,
            """
            CREATE TABLE kelisim.tile (
                level smallint NOT NULL,
                index bigint NOT NULL,
                width smallint NOT NULL,
                bytes bytea NOT NULL,
                PRIMARY KEY (level, index, width)
            )
            """,
            // Hashes don't get smaller.
            "ALTER TABLE kelisim.tile ALTER COLUMN bytes SET STORAGE EXTERNAL",
            """
            CREATE TABLE kelisim.checkpoint (
                size bigint PRIMARY KEY,
                root bytea NOT NULL,
                note bytea NOT NULL
            )
            """,
        ] + ["record", "decision", "idempotency"].flatMap(parts(of:))
    }

    /// What version 2 adds: the API keys, no secrets, only their digests; and the beginnings of idempotency
    /// keys that came with a registry which no longer knew the rest, since their records were erased.
    private static let second = [
        """
        CREATE TABLE kelisim.access_key (
            number bigint GENERATED ALWAYS AS IDENTITY,
            id text COLLATE "C" PRIMARY KEY,
            name bytea,
            scopes text NOT NULL,
            digest bytea NOT NULL UNIQUE,
            created_at bigint NOT NULL,
            revoked_at bigint,
            last_used_at bigint
        )
        """,
        """
        CREATE TABLE kelisim.erased_key (
            prefix bytea PRIMARY KEY,
            index bigint NOT NULL,
            count integer NOT NULL
        )
        """,
    ]

    private static func parts(of table: String) -> [String] {
        (0..<parts)
            .map { part in
                """
                CREATE TABLE kelisim.\(table)_\(part) PARTITION OF kelisim.\(table) \
                FOR VALUES WITH (MODULUS \(parts), REMAINDER \(part))
                """
            }
    }

    /// What adds the partition for the leaves of `range`.
    ///
    /// A table that is made first and attached then doesn't keep readers waiting.
    static func leaves(of range: Range<UInt64>) -> [PostgresCall] {
        let (start, end) = (range.lowerBound, range.upperBound)
        let name = "kelisim.leaf_\(start)"
        return [
            "CREATE TABLE \(name) (LIKE kelisim.leaf INCLUDING ALL)",
            """
            ALTER TABLE kelisim.leaf ATTACH PARTITION \(name) \
            FOR VALUES FROM (\(start)) TO (\(end))
            """,
        ]
        .map { PostgresStatement($0)() }
    }
}
