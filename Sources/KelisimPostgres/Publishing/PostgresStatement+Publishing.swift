extension PostgresStatement {
    static let tryLock = PostgresStatement("SELECT pg_try_advisory_lock($1)")
    static let unlock = PostgresStatement("SELECT pg_advisory_unlock($1)")

    /// A tile, or the full one in its place.
    static let tile = PostgresStatement(
        "tile",
        """
        SELECT bytes FROM kelisim.tile
        WHERE level = $1 AND index = $2 AND width IN ($3, 256) ORDER BY width LIMIT 1
        """
    )
    static let addTiles = PostgresStatement(
        "add_tiles",
        """
        INSERT INTO kelisim.tile (level, index, width, bytes)
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[])
        ON CONFLICT DO NOTHING
        """
    )
    /// Those of the tiles given that are stored with other bytes.
    static let differingTiles = PostgresStatement(
        "differing_tiles",
        """
        SELECT n.level, n.index, n.width
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[])
            AS n (level, index, width, bytes) CROSS JOIN LATERAL (
                SELECT bytes FROM kelisim.tile
                WHERE tile.level = n.level AND tile.index = n.index AND tile.width = n.width
                LIMIT 1
            ) AS t
        WHERE t.bytes <> n.bytes
        """
    )
    /// Removes the narrower tiles where there is a full one now.
    static let dropPartialTiles = PostgresStatement(
        "drop_partial_tiles",
        """
        DELETE FROM kelisim.tile USING unnest($1::bigint[], $2::bigint[]) AS f (level, index)
        WHERE tile.level = f.level AND tile.index = f.index AND tile.width < 256
        """
    )

    static let newestCheckpoint = PostgresStatement(
        "newest_checkpoint",
        "SELECT note FROM kelisim.checkpoint ORDER BY size DESC LIMIT 1"
    )
    static let checkpoints = PostgresStatement(
        "checkpoints",
        "SELECT size, note FROM kelisim.checkpoint WHERE size > $1 ORDER BY size LIMIT 4096"
    )
    /// Adds a checkpoint if the newest is the one that is expected.
    static let addCheckpoint = PostgresStatement(
        "add_checkpoint",
        """
        INSERT INTO kelisim.checkpoint (size, root, note)
        SELECT $1, $2, $3 WHERE $1 > $4
            AND coalesce((SELECT max(size) FROM kelisim.checkpoint), 0) = $4
            AND EXISTS (SELECT FROM kelisim.head WHERE head.size >= $1)
        ON CONFLICT DO NOTHING
        """
    )
}
