internal import GRDB
public import Kelisim
public import KelisimLog

extension SQLiteRegistry: AccessKeys {
    /// Adds `key` durably.
    public func add(_ key: AccessKey) async throws(RegistryError) {
        try await change { ring, database in
            if ring.add(key) { try database.insert(key) }
        }
    }

    /// All keys, also revoked ones, from memory.
    public func accessKeys() -> [AccessKey] { keys.ring.keys }

    /// The key whose secret has `digest`, from memory.
    public func accessKey(digest: Digest) -> AccessKey? { keys.ring[digest] }

    /// Revokes the key called `id` durably, if it is not yet.
    public func revokeAccessKey(
        _ id: String,
        at instant: Instant
    ) async throws(RegistryError) -> AccessKey? {
        try await change { ring, database in
            let key = ring.revoke(id, at: instant)
            if let key { try database.update(key) }
            return key
        }
    }

    /// Notes when keys, by their ids, were used last.
    public func noteUse(of keys: [String: Instant]) async throws(RegistryError) {
        try await change { ring, database in
            for key in ring.noteUse(of: keys) { try database.update(key) }
        }
    }

    /// Changes keys in a transaction of its own, and lets that be seen before anybody is answered.
    private func change<Value: Sendable>(
        _ body: @escaping @Sendable (inout AccessKeyRing, Database) throws -> Value
    ) async throws(RegistryError) -> Value {
        try await desk.change { [keys] database in
            var ring = keys.ring
            var result: Value?
            try database.inTransaction(.immediate) {
                result = try body(&ring, database)
                return .commit
            }
            keys.keep(ring)
            guard let result else { throw StorageError.head("nothing was committed") }
            return result
        }
    }
}
