internal import Foundation
public import Kelisim
internal import KelisimSQLite

extension Application {
    /// Copies the registry into the new file `path`; it can be used meanwhile.
    ///
    /// - Parameter path: the path of the copy, where there must be nothing.
    /// - Throws: ``Failure``; then there is no copy.
    public func backUp(to path: String) async throws(Failure) {
        guard case .sqlite = settings.database else { throw notForPostgres }
        guard !DurableFile.exists(path) else {
            throw .refused([Finding(.fileExists, at: Place(path))])
        }
        guard case .sqlite(let database) = settings.database, DurableFile.exists(database) else {
            throw .impossible([Finding(.registryMissing, at: Place(settings.database.name))])
        }
        let registry: any CopyableRegistry
        do throws(Failure) {
            registry = try await openSQLite(database)
        } catch {
            // A copy is made before an older registry is brought forward.
            guard error.findings.contains(where: { $0.code == .registryOlder }) else { throw error }
            do throws(OpeningError) {
                return try SQLiteRegistry.backUp(database, to: path)
            } catch {
                throw error.failure
            }
        }
        let result: Result<Void, RegistryError>
        do throws(RegistryError) {
            result = .success(try await registry.backup(to: path))
        } catch {
            result = .failure(error)
        }
        await registry.close()
        try result.mapError { $0.failure(at: Place(path), database: settings.database.name) }.get()
    }

    /// Puts the copy `path` in the place of a registry that is lost, and brings it back to where its log
    /// is.
    ///
    /// - Parameter path: what ``backUp(to:)`` wrote.
    /// - Returns: what was done, in words.
    /// - Throws: ``Failure``; then there is no registry, as before.
    public func restore(from path: String) async throws(Failure) -> String {
        guard case .sqlite(let target) = settings.database else { throw notForPostgres }
        guard !DurableFile.exists(target) else {
            throw .refused([Finding(.fileExists, at: Place(target))])
        }
        do throws(SystemError) {
            try DurableFile.copy(path, to: target)
        } catch {
            throw .impossible([error.finding])
        }
        do throws(Failure) {
            let report = try await bringBack(target)
            let counts = ["lost": String(report.lost), "erased": String(report.erased)]
            return Messages.restored.text(in: language, counts) + "\n"
        } catch {
            for suffix in ["", "-wal", "-shm", ".lock"] { DurableFile.remove(target + suffix) }
            throw error
        }
    }

    private func bringBack(_ target: String) async throws(Failure) -> LogRestoration.Report {
        let registry = try openOwnSQLite(target, migrates: true)
        let result: Result<LogRestoration.Report, LogTrouble>
        do throws(LogTrouble) {
            let restoration = LogRestoration(
                registry: registry,
                store: LogFolder(path: settings.log.folder),
                key: try openLogKey()
            )
            result = .success(try await restoration.run())
        } catch {
            result = .failure(error)
        }
        await registry.close()
        return try result.mapError { $0.failure(at: Place(target)) }.get()
    }

    private var notForPostgres: Failure {
        .refused([Finding(.notForPostgres, at: Place(settings.database.name))])
    }
}
