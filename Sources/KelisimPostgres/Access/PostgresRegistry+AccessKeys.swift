public import Kelisim
public import KelisimLog

extension PostgresRegistry: AccessKeys {
    /// Adds `key` durably.
    public func add(_ key: AccessKey) async throws(RegistryError) {
        _ = try await commit(.add(key))
    }

    /// All keys, also revoked ones.
    public func accessKeys() async throws(RegistryError) -> [AccessKey] {
        try await pool.reading { connection async throws(PostgresError) in
            try await connection.run([PostgresStatement.accessKeys()]).rows[0].accessKeys()
        }
    }

    /// The key whose secret has `digest`, by one prepared statement: another server may just have revoked it.
    public func accessKey(digest: Digest) async throws(RegistryError) -> AccessKey? {
        try await pool.reading { connection async throws(PostgresError) in
            let call = PostgresStatement.accessKey(.bytes(digest.bytes))
            return try await connection.run([call]).rows[0].accessKeys().first
        }
    }

    /// Revokes the key called `id` durably, if it is not yet.
    public func revokeAccessKey(
        _ id: String,
        at instant: Instant
    ) async throws(RegistryError) -> AccessKey? {
        // PostgreSQL has no texts with zero bytes, so no key is called so.
        guard !id.utf8.contains(0) else { return nil }
        let call = PostgresStatement.revokeAccessKey(.text(id), .int(instant.milliseconds))
        let rows = try await commit(call)
        do throws(PostgresError) {
            return try rows.accessKeys().first
        } catch {
            throw RegistryError(error)
        }
    }

    /// Notes when keys, by their ids, were used last.
    public func noteUse(of keys: [String: Instant]) async throws(RegistryError) {
        let uses = keys.filter { !$0.key.utf8.contains(0) }.sorted { $0.key < $1.key }
        guard !uses.isEmpty else { return }
        let call = PostgresStatement.noteUse(
            .texts(uses.map(\.key)),
            .ints(uses.map(\.value.milliseconds))
        )
        _ = try await commit(call)
    }

    /// Executes `call`, which may be executed twice, in a transaction, and waits until that is durable.
    private func commit(_ call: PostgresCall) async throws(RegistryError) -> PostgresRows {
        try await pool.reading { connection async throws(PostgresError) in
            let reply = try await connection.run([.begin, call, .commit])
            guard reply.warnings.isEmpty, reply.rows[2].tag == "COMMIT"
            else { throw .undecided(reply.warnings.joined(separator: " ")) }
            return reply.rows[1]
        }
    }
}

extension PostgresCall {
    /// Adds `key`, unless it is known.
    static func add(_ key: AccessKey) -> PostgresCall {
        PostgresStatement.addAccessKey(
            .text(key.id),
            .bytes(key.name.map { Array($0.utf8) }),
            .text(key.scopes.text),
            .bytes(key.digest.bytes),
            .int(key.createdAt.milliseconds),
            .int(key.revokedAt?.milliseconds),
            .int(key.lastUsedAt?.milliseconds)
        )
    }
}

extension PostgresRows {
    /// The keys in the rows of ``PostgresStatement/accessKeys``.
    fileprivate func accessKeys() throws(PostgresError) -> [AccessKey] {
        var keys: [AccessKey] = []
        for row in 0..<count {
            guard let id = text(row, 0),
                let scopes = text(row, 2).flatMap({ AccessScope.list($0) }),
                let digest = bytes(row, 3).flatMap({ Digest(bytes: $0) }),
                let createdAt = int(row, 4)
            else { throw .malformed("an API key can't be read") }
            let key = AccessKey(
                id: id,
                name: text(row, 1),
                scopes: scopes,
                digest: digest,
                createdAt: Instant(milliseconds: createdAt),
                revokedAt: int(row, 5).map(Instant.init(milliseconds:)),
                lastUsedAt: int(row, 6).map(Instant.init(milliseconds:))
            )
            keys.append(key)
        }
        return keys
    }
}
