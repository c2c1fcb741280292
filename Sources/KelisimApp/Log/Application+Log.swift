internal import Foundation
public import Kelisim
internal import KelisimClient
internal import KelisimLog
internal import KelisimPostgres

extension Application {
    /// The public key of the log, a vkey line; a log that is new gets a key.
    public func logKey() throws(Failure) -> String {
        do throws(LogTrouble) {
            return try openLogKey().verifierKey.description
        } catch {
            throw error.failure(at: Place(settings.log.key))
        }
    }

    /// Computes the whole log again, and compares records, tiles and every checkpoint.
    ///
    /// - Parameter progress: told how many rows were checked, and of how many.
    /// - Returns: what came out.
    /// - Throws: ``Failure`` when the registry or the log can't be read.
    public func checkLog(
        progress: @escaping @Sendable (_ done: UInt64, _ all: UInt64) -> Void = { _, _ in }
    ) async throws(Failure) -> LogReport {
        let report = try await withLog { desk async throws(LogTrouble) in
            let keys = desk.key.verifierKeys
            return try await LogCheck(registry: desk.registry, store: desk.store, keys: keys)
                .run(progress: progress)
        }
        return LogReport(report, at: Place(settings.log.folder), in: language)
    }

    /// Runs `body` with the log of the registry.
    func withLog<Value: Sendable>(
        _ body: (LogDesk) async throws(LogTrouble) -> Value
    ) async throws(Failure) -> Value {
        let registry = try await openRegistry(orMakeOne: false)
        let result: Result<Value, LogTrouble>
        do throws(LogTrouble) {
            result = .success(try await body(try logDesk(of: registry)))
        } catch {
            result = .failure(error)
        }
        await registry.close()
        return try result.mapError { $0.failure(at: Place(settings.log.folder)) }.get()
    }

    /// Publishes what was committed; that it can't be now undoes nothing, and the next time completes it.
    func publishLog(of registry: any Registry) async {
        do throws(LogTrouble) {
            guard let remote = registry as? RemoteRegistry else {
                return try await logDesk(of: registry).publish()
            }
            // Only who owns the database signs.
            do throws(RegistryError) {
                try await remote.publishLog()
            } catch {
                throw .registry(error)
            }
        } catch {
            let failure = error.failure(at: Place(settings.log.folder))
            warn(failure.findings)
        }
    }

    /// The log of `registry`: PostgreSQL keeps it for all servers, else it is in a folder.
    func logDesk(of registry: any Registry) throws(LogTrouble) -> LogDesk {
        let store: any LogStore =
            (registry as? PostgresRegistry)?.log ?? LogFolder(path: settings.log.folder)
        return LogDesk(registry, store, try openLogKey())
    }

    func openLogKey() throws(LogTrouble) -> LogKey {
        try LogKey(path: settings.log.key, origin: settings.log.origin)
    }
}
