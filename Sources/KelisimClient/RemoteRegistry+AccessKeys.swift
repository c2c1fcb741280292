public import Kelisim
public import KelisimLog

extension RemoteRegistry: AccessKeys {
    /// Adds `key` durably.
    public func add(_ key: AccessKey) async throws(RegistryError) {
        let _: Done = try await ask(.addKey(key))
    }

    /// All keys.
    public func accessKeys() async throws(RegistryError) -> [AccessKey] { try await ask(.keys) }

    /// The key whose secret has `digest`.
    public func accessKey(digest: Digest) async throws(RegistryError) -> AccessKey? {
        try await ask(.key(digest))
    }

    /// Revokes the key called `id` from `instant` on.
    public func revokeAccessKey(
        _ id: String,
        at instant: Instant
    ) async throws(RegistryError) -> AccessKey? {
        try await ask(.revokeKey(id, at: instant))
    }

    /// Notes when keys were used last.
    public func noteUse(of keys: [String: Instant]) async throws(RegistryError) {
        let _: Done = try await ask(.noteUse(keys))
    }
}
