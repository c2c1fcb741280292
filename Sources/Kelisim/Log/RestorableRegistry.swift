/// A registry that can be brought back to where its log is, after an older copy of it was restored.
public protocol RestorableRegistry: Registry {
    /// Adds rows of which only the leaves are known, behind the others; their records stay missing.
    ///
    /// - Parameter leaves: the bytes of the leaves, in order.
    /// - Throws: ``RegistryError``; then none was added.
    func adopt(_ leaves: [[UInt8]]) async throws(RegistryError)

    /// Destroys records, as an erasure does, without a row that says so.
    ///
    /// - Parameter indices: the rows whose records are destroyed; those that have none are passed over.
    /// - Returns: the rows whose records were there.
    /// - Throws: ``RegistryError``.
    func destroy(records indices: [UInt64]) async throws(RegistryError) -> [UInt64]
}
