internal import Kelisim
internal import KelisimLog

/// The log of an opened registry: where it is published and the key that signs it.
struct LogDesk: Sendable {
    let registry: any Registry
    let store: any LogStore
    let key: LogKey

    init(_ registry: any Registry, _ store: any LogStore, _ key: LogKey) {
        self.registry = registry
        self.store = store
        self.key = key
    }

    /// Publishes what was committed; a key stands in the log before anything that it signs.
    ///
    /// A key that the log is not signed with any more, such as that of a server which doesn't know of a newer
    /// one yet, is not put into it again.
    func publish() async throws(LogTrouble) {
        _ = try await store.checkpoint(signedBy: key)
        do throws(RegistryError) {
            _ = try await registry.submit(.key(key.verifierKey.description))
        } catch {
            throw .registry(error)
        }
        try await LogPublisher(registry: registry, store: store, key: key).publish()
    }
}
