extension PostgresStatement {
    private static let columns =
        "id, name, scopes, digest, created_at, revoked_at, last_used_at"

    static let accessKey = PostgresStatement(
        "access_key",
        "SELECT \(columns) FROM kelisim.access_key WHERE digest = $1"
    )
    static let accessKeys = PostgresStatement(
        "SELECT \(columns) FROM kelisim.access_key ORDER BY number"
    )
    static let addAccessKey = PostgresStatement(
        """
        INSERT INTO kelisim.access_key (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """
    )
    /// Also changes a row that is as it should be: so the commit waits for whoever has made it so.
    static let revokeAccessKey = PostgresStatement(
        """
        UPDATE kelisim.access_key SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1
        RETURNING \(columns)
        """
    )
    /// Notes the uses of the keys in `$1` at `$2`, locking them in one order for all processes.
    static let noteUse = PostgresStatement(
        "note_use",
        """
        WITH used AS (
            SELECT k.id, u.at
            FROM kelisim.access_key AS k
                JOIN unnest($1::text[], $2::bigint[]) AS u (id, at) ON k.id = u.id COLLATE "C"
            WHERE k.last_used_at IS NULL OR k.last_used_at < u.at
            ORDER BY k.id FOR UPDATE OF k
        )
        UPDATE kelisim.access_key SET last_used_at = greatest(last_used_at, used.at)
        FROM used WHERE access_key.id = used.id
        """
    )
}
