// What a batch asks and does. A LATERAL subquery with an order or a limit of its own is looked up by index
// once for each element, whatever the planner believes.
extension PostgresStatement {
    /// The head, which from now on nobody else can lock.
    static let lockHead = PostgresStatement(
        "lock_head",
        """
        SELECT size, peaks, recorded_at, key, publications, leaf_end, leaf_step
        FROM kelisim.head FOR UPDATE
        """
    )

    /// The same, without a lock.
    static let fullHead = PostgresStatement(
        "full_head",
        """
        SELECT size, peaks, recorded_at, key, publications, leaf_end, leaf_step
        FROM kelisim.head
        """
    )

    /// The rows of each subject in `$1`, in the order of the log.
    static let histories = PostgresStatement(
        "histories",
        """
        SELECT r.subject, r.index, r.bytes
        FROM unnest($1::text[]) AS s (subject) CROSS JOIN LATERAL (
            SELECT subject, index, bytes FROM kelisim.record
            WHERE record.subject = s.subject COLLATE "C" ORDER BY index
        ) AS r
        """
    )

    /// The newest versions of the guardianships in `$1`.
    static let newestGuardianships = PostgresStatement(
        "newest_guardianships",
        """
        SELECT r.index, r.bytes
        FROM unnest($1::text[]) AS i (id) CROSS JOIN LATERAL (
            SELECT ward, index FROM kelisim.guardianship
            WHERE guardianship.id = i.id COLLATE "C" ORDER BY index DESC LIMIT 1
        ) AS g CROSS JOIN LATERAL (
            SELECT index, bytes FROM kelisim.record
            WHERE record.subject = g.ward AND record.index = g.index LIMIT 1
        ) AS r
        """
    )

    /// Where the first row of each idempotency key in `$1` is, and how many there are.
    static let marks = PostgresStatement(
        "marks",
        """
        SELECT k.key, i.index, i.count
        FROM unnest($1::uuid[]) AS k (key) CROSS JOIN LATERAL (
            (SELECT index, count FROM kelisim.idempotency WHERE idempotency.key = k.key LIMIT 1)
            UNION ALL
            (SELECT index, count FROM kelisim.erased_key
            WHERE erased_key.prefix = substring(uuid_send(k.key) FROM 1 FOR 8) LIMIT 1)
        ) AS i
        """
    )

    static let eraseRecords = PostgresStatement(
        "erase_records",
        "DELETE FROM kelisim.record WHERE subject = $1 AND index = ANY ($2::bigint[])"
    )
    static let eraseDecisions = PostgresStatement(
        "erase_decisions",
        "DELETE FROM kelisim.decision WHERE id = ANY ($1::uuid[])"
    )
    static let eraseGuardianships = PostgresStatement(
        "erase_guardianships",
        "DELETE FROM kelisim.guardianship WHERE id = ANY ($1::text[])"
    )

    static let addLeaves = PostgresStatement(
        "add_leaves",
        """
        INSERT INTO kelisim.leaf (index, bytes)
        SELECT * FROM unnest($1::bigint[], $2::bytea[])
        """
    )
    static let addRecords = PostgresStatement(
        "add_records",
        """
        INSERT INTO kelisim.record (subject, index, nonce, bytes)
        SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[], $4::bytea[])
        """
    )
    static let addCommonRecords = PostgresStatement(
        "add_common_records",
        """
        INSERT INTO kelisim.common_record (index, type, nonce, bytes)
        SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])
        """
    )
    static let addDecisions = PostgresStatement(
        "add_decisions",
        """
        INSERT INTO kelisim.decision (id, index)
        SELECT * FROM unnest($1::uuid[], $2::bigint[])
        """
    )
    static let addMarks = PostgresStatement(
        "add_marks",
        """
        INSERT INTO kelisim.idempotency (key, index, count)
        SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[])
        """
    )
    static let addGuardianships = PostgresStatement(
        "add_guardianships",
        """
        INSERT INTO kelisim.guardianship (id, index, ward, guardian)
        SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[])
        """
    )

    static let moveHead = PostgresStatement(
        "move_head",
        """
        UPDATE kelisim.head SET size = $1, peaks = $2, recorded_at = $3, key = $4,
            publications = $5, leaf_end = $6
        """
    )
    /// Changes nothing, and still has to be made durable.
    static let touchHead = PostgresStatement("UPDATE kelisim.head SET size = size")
}
