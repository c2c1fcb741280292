internal import Kelisim
internal import KelisimLog

/// The secrets of the registry, each read once.
actor SecretCache {
    private var known: [SecretName: Nonce] = [:]

    /// The secret called `name`, made when there is none.
    func secret(
        _ name: SecretName,
        in pool: PostgresPool
    ) async throws(RegistryError) -> Nonce {
        if let secret = known[name] { return secret }
        let rows = try await pool.reading { connection async throws(PostgresError) in
            // Of several processes that make one, the first is right.
            try await connection.run([
                PostgresStatement.newSecret(.text(name.rawValue), .bytes(Nonce.random().bytes)),
                PostgresStatement.secret(.text(name.rawValue)),
            ])
            .rows[1]
        }
        guard rows.count == 1, let secret = rows.bytes(0, 0).flatMap({ Nonce(bytes: $0) })
        else { throw .damaged("the secret \(name.rawValue) can't be read") }
        known[name] = secret
        return secret
    }
}
