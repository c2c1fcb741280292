// Each reads one table by one index. An array as it stands would be looked up in every partition.
extension PostgresStatement {
    static let head = PostgresStatement(
        "head",
        "SELECT size, peaks, recorded_at FROM kelisim.head"
    )
    static let publicationCount = PostgresStatement(
        "publication_count",
        "SELECT publications FROM kelisim.head"
    )
    /// The publications from the index `$1` on.
    static let publications = PostgresStatement(
        "publications",
        """
        SELECT index, bytes FROM kelisim.common_record
        WHERE type = 'publication' AND index >= $1 ORDER BY index
        """
    )
    static let history = PostgresStatement(
        "history",
        "SELECT index, bytes FROM kelisim.record WHERE subject = $1 ORDER BY index"
    )
    /// The rows behind those of the subject `$1` up to the index `$2`, in the order of subjects.
    static let nextHistories = PostgresStatement(
        "next_histories",
        """
        SELECT subject, index, bytes FROM kelisim.record
        WHERE (subject, index) > ($1, $2) ORDER BY subject, index LIMIT 2048
        """
    )
    static let recordsOfSubject = PostgresStatement(
        "records_of_subject",
        """
        SELECT index, nonce, bytes FROM kelisim.record
        WHERE subject = $1 AND index >= $2 ORDER BY index LIMIT $3
        """
    )
    static let leavesAt = PostgresStatement(
        "leaves_at",
        """
        SELECT l.index, l.bytes
        FROM unnest($1::bigint[]) AS i (index) CROSS JOIN LATERAL (
            SELECT index, bytes FROM kelisim.leaf WHERE leaf.index = i.index LIMIT 1
        ) AS l
        """
    )
    static let recordsAt = PostgresStatement(
        "records_at",
        "SELECT index, nonce, bytes FROM kelisim.record WHERE index = ANY ($1::bigint[])"
    )
    static let leavesBetween = PostgresStatement(
        "leaves_between",
        "SELECT index, bytes FROM kelisim.leaf WHERE index >= $1 AND index < $2 ORDER BY index"
    )
    static let recordsBetween = PostgresStatement(
        "records_between",
        "SELECT index, nonce, bytes FROM kelisim.record WHERE index >= $1 AND index < $2"
    )
    static let commonRecordsBetween = PostgresStatement(
        "common_records_between",
        "SELECT index, nonce, bytes FROM kelisim.common_record WHERE index >= $1 AND index < $2"
    )
    static let decision = PostgresStatement(
        "decision",
        "SELECT index FROM kelisim.decision WHERE id = $1"
    )
    static let guardianshipVersions = PostgresStatement(
        "guardianship_versions",
        "SELECT ward, index FROM kelisim.guardianship WHERE id = $1 ORDER BY index"
    )
    /// The newest versions of the guardianships of `$1`, in the order of their first ones.
    static let guardianshipsBy = PostgresStatement(
        "guardianships_by",
        """
        SELECT max(index) FROM kelisim.guardianship
        WHERE guardian = $1 GROUP BY id ORDER BY min(index)
        """
    )
    static let newSecret = PostgresStatement(
        "INSERT INTO kelisim.secret (name, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING"
    )
    static let secret = PostgresStatement("SELECT bytes FROM kelisim.secret WHERE name = $1")
}
