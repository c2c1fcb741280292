public import Kelisim
internal import KelisimPostgres
internal import KelisimSQLite

extension Application {
    /// What bringing the tables of a registry forward came to.
    public struct Migration: Sendable {
        /// The version that was found, 0 for an empty database.
        public let found: Int
        /// The version that it has now.
        public let version: Int
    }

    /// Brings the tables of the registry to the newest version; an older one is not opened otherwise.
    ///
    /// - Returns: what was done.
    /// - Throws: ``Failure/impossible(_:)`` when there is no registry, it is of a newer version, or something
    ///   fails; then nothing was changed.
    public func migrate() async throws(Failure) -> Migration {
        switch settings.database {
        case .sqlite(let path):
            guard DurableFile.exists(path) else {
                throw .impossible([Finding(.registryMissing, at: Place(path))])
            }
            let registry = try openOwnSQLite(path, migrates: true)
            await registry.close()
            return Migration(found: registry.foundVersion, version: SQLiteRegistry.version)
        case .postgres(let url):
            do throws(PostgresTrouble) {
                let found = try await PostgresRegistry.migrate(url)
                return Migration(found: found, version: PostgresRegistry.version)
            } catch {
                throw error.failure(at: settings.database.name)
            }
        }
    }

    /// What was done, in words.
    public func describe(_ migration: Migration) -> String {
        let facts = ["found": String(migration.found), "version": String(migration.version)]
        switch migration.found {
        case 0: return say(Messages.tablesMade, facts)
        case migration.version: return say(Messages.tablesNewest, facts)
        default: return say(Messages.tablesMigrated, facts)
        }
    }
}
