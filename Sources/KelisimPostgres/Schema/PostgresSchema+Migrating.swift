extension PostgresSchema {
    // One process at a time.
    private static let lock = PostgresStatement("SELECT pg_advisory_xact_lock($1)")
    // Not to_regclass, which answers from what the session remembers: behind the lock that may be from before.
    private static let isThere = PostgresStatement(
        """
        SELECT EXISTS (
            SELECT FROM pg_catalog.pg_class
            JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = 'kelisim' AND relname = 'migration'
        )
        """
    )
    private static let version = PostgresStatement(
        "SELECT coalesce(max(version), 0) FROM kelisim.migration"
    )
    private static let made = PostgresStatement("INSERT INTO kelisim.migration VALUES ($1)")
    private static let beginning = [
        "CREATE SCHEMA IF NOT EXISTS kelisim",
        """
        CREATE TABLE kelisim.migration (
            version bigint PRIMARY KEY,
            made_at timestamptz NOT NULL DEFAULT now()
        )
        """,
    ]

    /// Sets up an empty database, and brings an older one up to date where that is wanted.
    ///
    /// - Parameters:
    ///   - connection: where the database is.
    ///   - options: whether an older one is brought up to date, and how a new one is set up.
    /// - Returns: the version that was found, 0 for an empty database.
    /// - Throws: ``PostgresError/unfit(_:)`` for a version that can't be used as it is, or another
    ///   ``PostgresError``.
    @discardableResult
    static func prepare(
        _ connection: PostgresConnection,
        _ options: PostgresRegistry.Options
    ) async throws(PostgresError) -> Int {
        let steps = steps(options)
        if let found = try await found(on: connection, continuing: false), found == steps.count {
            return found
        }
        do throws(PostgresError) {
            _ = try await connection.run([.begin, lock(.int(PostgresLock.migrating))])
            let found = try await found(on: connection, continuing: true)
            if let found, found > 0, found < steps.count, !options.migrates {
                throw .unfit(.outdated(found: found, known: steps.count))
            }
            if let found, found > steps.count {
                throw .unfit(.tooNew(found: found, known: steps.count))
            }
            let isEmpty = found == nil
            var calls = (isEmpty ? beginning : []).map { PostgresStatement($0)() }
            for (place, step) in steps.enumerated().dropFirst(found ?? 0) {
                calls += step.map { PostgresStatement($0)() }
                calls.append(made(.int(Int64(place + 1))))
            }
            _ = try await connection.run(calls + [.commit], continuing: true)
            return found ?? 0
        } catch {
            await connection.abandon()
            throw error
        }
    }

    /// The version of the schema, nil where there is none.
    private static func found(
        on connection: PostgresConnection,
        continuing: Bool
    ) async throws(PostgresError) -> Int? {
        let answer = try await connection.run([isThere()], continuing: continuing).rows[0]
        guard answer.count == 1, answer.isTrue(0, 0) else { return nil }
        let rows = try await connection.run([version()], continuing: continuing).rows[0]
        guard rows.count == 1, let found = rows.int(0, 0) else {
            throw .malformed("kelisim.migration can't be read")
        }
        return Int(found)
    }
}
