public import Kelisim
internal import KelisimLog

extension Application {
    /// What became of the key of the log.
    public struct KeyRotation: Sendable {
        /// The public key that the log is signed with from now on, a vkey line.
        public let key: String
        /// The one that it was signed with before.
        public let old: String
        /// Where the old private key is kept.
        public let path: String
    }

    /// Has the log signed by a new key from now on.
    ///
    /// First everything that was committed is signed by the old key; then the keys change places in one step,
    /// and the log gets a row with the new key and a checkpoint that the new key signs, which is proved to go
    /// on from the last one of the old. Whatever interrupts it, the next verb that records something
    /// completes it.
    ///
    /// - Throws: ``Failure``; then the old key still signs.
    public func rotateLogKey() async throws(Failure) -> KeyRotation {
        let registry = try await openOwnedRegistry()
        let result: Result<KeyRotation, LogTrouble>
        do throws(LogTrouble) {
            let desk = try logDesk(of: registry)
            try await desk.publish()
            let key = try desk.key.rotated()
            await publishLog(of: registry)
            let rotation = KeyRotation(
                key: key.verifierKey.description,
                old: desk.key.verifierKey.description,
                path: desk.key.retiredPath
            )
            result = .success(rotation)
        } catch {
            result = .failure(error)
        }
        await registry.close()
        return try result.mapError { $0.failure(at: Place(settings.log.key)) }.get()
    }

    /// What was done, in words.
    public func describe(_ rotation: KeyRotation) -> String {
        say(Messages.keyRotated, ["path": rotation.path, "old": rotation.old])
    }

    /// The registry of the settings, and not one that another process serves.
    private func openOwnedRegistry() async throws(Failure) -> any Registry {
        if registry == nil, case .sqlite(let path) = settings.database {
            return try openOwnSQLite(path, migrates: false)
        }
        return try await openRegistry(orMakeOne: true)
    }
}
