/// A registry of which a copy can be made while it goes on.
public protocol CopyableRegistry: Registry {
    /// Copies it to a new file at `path`, as of one moment.
    ///
    /// - Parameter path: where the copy is written, and where there must be nothing.
    /// - Throws: ``RegistryError``; then nothing is left behind.
    func backup(to path: String) async throws(RegistryError)
}
