public import Kelisim
public import KelisimLog

/// The registry in PostgreSQL: any number of processes, one log.
///
/// Each process gathers what is submitted into batches; each batch is one transaction, which takes its turn
/// by locking the head of the log. Documentation/postgresql.md says how to set up the servers.
public final class PostgresRegistry: Registry {
    let pool: PostgresPool
    let cache: ShelfCache
    private let writer: BatchWriter
    private let secrets = SecretCache()

    /// Where the log is published for the other processes.
    public let log: PostgresLogStore

    /// Opens the registry in the database at `address`.
    ///
    /// - Parameters:
    ///   - address: a URL such as `postgresql://kelisim@db1,db2/registry`, or a list of settings, as libpq
    ///     reads them. Unless it says otherwise, only a server that takes writes will do.
    ///   - options: what can be chosen.
    /// - Throws: ``PostgresTrouble``.
    public init(
        _ address: String,
        options: Options = Options()
    ) async throws(PostgresTrouble) {
        let session = PostgresSession(address: address, options: options)
        let connection = PostgresConnection(session, for: "writer")
        do throws(PostgresError) {
            try await PostgresSchema.prepare(connection, options)
        } catch {
            await connection.close()
            throw PostgresTrouble(error)
        }
        let cache = ShelfCache()
        let connections = [connection, PostgresConnection(session, for: "writer-2")]
        writer = BatchWriter(
            connections.map {
                BatchTransaction(connection: $0, cache: cache, options: options)
            },
            options
        )
        self.cache = cache
        pool = PostgresPool(session)
        log = PostgresLogStore(
            pool: pool,
            connection: PostgresConnection(session, for: "publisher")
        )
    }

    /// The version of the tables that this program has.
    public static let version = PostgresSchema.steps(Options()).count

    /// Brings the database at `address` up to date.
    ///
    /// - Parameter address: as for ``init(_:options:)``.
    /// - Returns: the version of the schema that was found, 0 for an empty database.
    /// - Throws: ``PostgresTrouble``.
    public static func migrate(_ address: String) async throws(PostgresTrouble) -> Int {
        var options = Options()
        options.migrates = true
        let session = PostgresSession(address: address, options: options)
        let connection = PostgresConnection(session, for: "migration")
        let found: Result<Int, PostgresError>
        do throws(PostgresError) {
            found = .success(try await PostgresSchema.prepare(connection, options))
        } catch {
            found = .failure(error)
        }
        await connection.close()
        return try found.mapError(PostgresTrouble.init).get()
    }

    /// Records `submission` in one of the next transactions.
    public func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        try await writer.submit(submission)
    }

    /// The secret called `name`, which the first process that asks makes.
    public func secret(_ name: SecretName) async throws(RegistryError) -> Nonce {
        try await secrets.secret(name, in: pool)
    }

    /// Waits for what was submitted and closes all connections.
    public func close() async {
        await writer.close()
        await log.close()
        await pool.close()
    }
}

extension PostgresTrouble {
    init(_ error: PostgresError) {
        switch error {
        case .unfit(let trouble): self = trouble
        case .lost(let reason): self = .unreachable(reason)
        case .undecided, .rejected, .malformed: self = .failed("\(error)")
        }
    }
}
