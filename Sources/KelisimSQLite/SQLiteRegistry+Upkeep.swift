internal import Dispatch
internal import Foundation
internal import GRDB
public import Kelisim

extension SQLiteRegistry: CopyableRegistry, RestorableRegistry {
    /// Copies the database to a new file at `path` while everything goes on, as of one moment.
    ///
    /// The copy holds secrets and personal data: only its owner may read it. It needs no other file, and
    /// is opened as any registry is.
    ///
    /// - Throws: ``RegistryError/unavailable(_:)`` when there is a file already, or the copy can't be
    ///   written; then nothing is left behind.
    public func backup(to path: String) async throws(RegistryError) {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global()
                .async { [connections] in
                    continuation.resume(returning: Result { try connections.copy(to: path) })
                }
        }
        do { try result.get() } catch { throw RegistryError(error) }
    }

    /// Copies the database at `path`, of this version or an older one, as ``backup(to:)`` does.
    ///
    /// - Throws: ``OpeningError`` when it is no registry, in use, or can't be copied.
    public static func backUp(_ path: String, to target: String) throws(OpeningError) {
        let lock = Ownership(try LockFile(path))
        defer { lock.giveUp() }
        do {
            let connections = Connections(path: path)
            try Schema.current.check(connections, migrates: true)
            try connections.copy(to: target)
        } catch let error as OpeningError {
            throw error
        } catch {
            throw OpeningError(error, path: path)
        }
    }

    /// What is remembered of idempotency keys, in portions.
    ///
    /// - Parameter place: where the last portion ended; nil for the first.
    /// - Returns: a portion, and where it ends; nil when it is the last.
    /// - Throws: ``RegistryError``.
    public func remembered(
        from place: Int64?
    ) async throws(RegistryError) -> (rows: [RememberedRows], next: Int64?) {
        try await desk.file()
        return try await aside { try $0.remembered(from: place ?? .min, limit: 8192) }
    }

    /// Reads everything in the database and compares the parts with each other, as of one moment.
    ///
    /// The hashes and records are those that the check of the log compares; this one looks at the file,
    /// the head and what finds the rows. Meanwhile erasures may have to wait.
    ///
    /// - Returns: what is wrong; empty when nothing is.
    /// - Throws: ``RegistryError`` when it can't be read.
    public func check() async throws(RegistryError) -> [StorageFlaw] {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global()
                .async { [connections, mark] in
                    continuation.resume(returning: Result { try connections.check(mark) })
                }
        }
        do { return try result.get() } catch { throw RegistryError(error) }
    }

    /// Adds rows of which only the leaves are known.
    public func adopt(_ leaves: [[UInt8]]) async throws(RegistryError) {
        try await settler.adopt(leaves)
    }

    /// Destroys the records at `indices`, without a row that says so: what erasures that the log has, but
    /// a restored database has not, have destroyed before.
    ///
    /// - Parameter indices: places in the log; those without a record of a subject are passed over.
    /// - Returns: the indices of the records that were destroyed.
    /// - Throws: ``RegistryError``.
    @discardableResult
    public func destroy(records indices: [UInt64]) async throws(RegistryError) -> [UInt64] {
        try await settler.destroy(indices)
    }
}

extension Connections {
    /// What is wrong with the database.
    fileprivate func check(_ mark: Mark) throws -> [StorageFlaw] {
        let connection = try reader()
        defer { try? connection.close() }
        return try connection.unsafeRead { database in
            try database.execute(sql: "BEGIN")
            // In a damaged file it may be impossible to end anything; closing does so, too.
            defer { try? database.execute(sql: "ROLLBACK") }
            var check = try StorageCheck(database, mark)
            return try check.run()
        }
    }

    /// Copies the database to a new file at `target`.
    fileprivate func copy(to target: String) throws {
        let descriptor = open(target, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw RegistryError.unavailable("\(target): \(String.last)")
        }
        defer { Foundation.close(descriptor) }
        do {
            // A connection of its own: those that serve look-ups are not kept busy.
            let source = try reader()
            defer { try? source.close() }
            let copy = try DatabaseQueue(path: target)
            defer { try? copy.close() }
            try source.backup(to: copy)
            try copy.close()
            guard fsync(descriptor) == 0 else {
                throw RegistryError.unavailable("\(target): \(String.last)")
            }
        } catch {
            for ending in ["", "-wal", "-shm", "-journal"] { unlink(target + ending) }
            throw error
        }
    }
}
