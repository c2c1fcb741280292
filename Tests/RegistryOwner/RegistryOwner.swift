import Foundation
import Kelisim
import KelisimLog
import KelisimSQLite
import Logging
import ServiceLifecycle
import UnixSignals

@testable import KelisimServer

/// A process that owns the registry of its working folder and lets others in, for tests of the verbs.
///
/// The socket is there as soon as it can be used. SIGTERM ends it gracefully.
@main
struct RegistryOwner {
    static func main() async throws {
        let registry = try SQLiteRegistry(path: "kelisim.db")
        let key = try LogKey(path: "log.key", origin: "kelisim.local/log")
        let publisher = LogPublisher(
            registry: registry,
            store: LogFolder(path: "log"),
            key: key
        )
        let listener = RegistryListener(
            path: RegistryCall.socket(of: "kelisim.db"),
            registry: registry,
            keys: registry,
            backup: { path async throws(RegistryError) in try await registry.backup(to: path) },
            publishLog: {
                do {
                    _ = try await registry.submit(.key(key.verifierKey.description))
                    try await publisher.publish()
                } catch {
                    FileHandle.standardError.write(Data("\(error)\n".utf8))
                }
            }
        )
        let group = ServiceGroup(
            services: [listener],
            gracefulShutdownSignals: [.sigterm],
            logger: Logger(label: "owner") { _ in SwiftLogNoOpLogHandler() }
        )
        try await group.run()
        await registry.close()
    }
}
