public import Kelisim
internal import KelisimLog
internal import KelisimPostgres
internal import KelisimSQLite

extension Application {
    /// What a transfer came to.
    public struct Transferred: Sendable {
        /// How many rows the log has in both.
        public let size: UInt64
        /// The root of its tree in both, as a digest is written.
        public let root: String
        /// The new place, as people may see it.
        public let target: String
    }

    /// Copies the registry from SQLite to the empty database of PostgreSQL at `url`, with its log, its secrets
    /// and its API keys.
    ///
    /// Nobody else may use the registry meanwhile. The target has everything afterwards, or nothing; the
    /// source is left as it is.
    ///
    /// - Parameter url: the address, as libpq reads it.
    /// - Returns: what was copied, once it was read back.
    /// - Throws: ``Failure``; then the target is empty, or it is said that this isn't known.
    public func transfer(to url: String) async throws(Failure) -> Transferred {
        guard case .sqlite(let path) = settings.database else {
            throw .refused([Finding(.notForPostgres, at: Place(settings.database.name))])
        }
        guard DurableFile.exists(path) else {
            throw .impossible([Finding(.registryMissing, at: Place(path))])
        }
        let source = try openOwnSQLite(path, migrates: false)
        let result: Result<Transferred, Failure>
        do throws(Failure) {
            result = .success(try await transfer(source, to: url))
        } catch {
            result = .failure(error)
        }
        await source.close()
        return try result.get()
    }

    private func transfer(
        _ source: SQLiteRegistry,
        to url: String
    ) async throws(Failure) -> Transferred {
        let name = RegistryAddress.postgres(url: url).name
        let key: LogKey
        do throws(LogTrouble) {
            let desk = try logDesk(of: source)
            try await desk.publish()
            key = desk.key
        } catch {
            throw error.failure(at: Place(settings.log.folder))
        }
        let target: PostgresTransfer
        do throws(PostgresTrouble) {
            target = try await PostgresTransfer(url)
        } catch {
            throw error.failure(at: name)
        }
        let log = LogFolder(path: settings.log.folder)
        let transfer = RegistryTransfer(source: source, log: log, key: key, target: target)
        let result: Result<LogHead, LogTrouble>
        do throws(LogTrouble) {
            result = .success(try await transfer.run())
        } catch {
            result = .failure(error)
        }
        await target.close()
        let head = try result.mapError { $0.failure(at: Place(name)) }.get()
        return try await confirmed(head, at: url, name)
    }

    /// What the new registry says of itself, which must be what the old one said.
    private func confirmed(
        _ head: LogHead,
        at url: String,
        _ name: String
    ) async throws(Failure) -> Transferred {
        let target = try await openPostgres(url, name)
        let result: Result<LogHead, RegistryError>
        do throws(RegistryError) {
            result = .success(try await target.head())
        } catch {
            result = .failure(error)
        }
        await target.close()
        let found = try result.mapError { $0.failure(at: Place(name), database: name) }.get()
        guard found == head else {
            throw LogTrouble.rowsDiffer(size: found.size).failure(at: Place(name))
        }
        return Transferred(
            size: found.size,
            root: found.frontier.root.description,
            target: name
        )
    }

    /// What was done, and what is to be set now, in words.
    public func describe(_ transferred: Transferred) -> String {
        let facts = [
            "size": String(transferred.size), "root": transferred.root,
            "target": transferred.target, "key": settings.log.key,
        ]
        return say(Messages.transferred, facts) + say(Messages.afterTransfer, facts)
    }
}
