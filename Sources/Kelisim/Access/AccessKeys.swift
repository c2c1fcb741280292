public import KelisimLog

/// The API keys of a deployment, kept with its registry, so that every server of it knows them.
///
/// Every registry of Kelisim is one too.
public protocol AccessKeys: Sendable {
    /// Adds `key` durably.
    ///
    /// A key whose id or secret is known changes nothing, so who was not answered may ask again.
    func add(_ key: AccessKey) async throws(RegistryError)

    /// All keys, also revoked ones, in the order in which they were made.
    func accessKeys() async throws(RegistryError) -> [AccessKey]

    /// The key whose secret has `digest`, also a revoked one; nil when there is none.
    ///
    /// What another server of the deployment revoked is revoked in the answer.
    func accessKey(digest: Digest) async throws(RegistryError) -> AccessKey?

    /// Revokes the key called `id` durably from `instant` on, if it is not yet.
    ///
    /// - Returns: the key as it is then; nil when there is none.
    func revokeAccessKey(
        _ id: String,
        at instant: Instant
    ) async throws(RegistryError) -> AccessKey?

    /// Notes when keys, by their ids, were used last; an earlier time changes nothing.
    func noteUse(of keys: [String: Instant]) async throws(RegistryError)
}
