import Foundation
import Kelisim
import KelisimServer
import KelisimTesting
import Logging
import ServiceLifecycle

@testable import KelisimClient

/// A registry in memory that is reached through a socket, for one test.
final class ListeningRoom: Sendable {
    /// Other tests of the same process run programs and keep every thread busy meanwhile.
    static let patience = Duration.seconds(300)

    let folder: TemporaryFolder
    let registry: MemoryRegistry
    private let group: ServiceGroup
    private let task: Task<Void, any Error>

    /// The path of the database that the socket stands beside.
    var database: String { folder.path("kelisim.db") }

    /// The path of the socket.
    var socket: String { RegistryCall.socket(of: database) }

    /// Begins to listen.
    init(
        keys: (any AccessKeys)? = nil,
        in folder: TemporaryFolder? = nil,
        clock: @escaping @Sendable () -> Instant = { .now },
        backup: RegistryListener.Backup? = nil,
        publishLog: @escaping @Sendable () async -> Void = {},
        afterWriting: @escaping @Sendable () async -> Void = {}
    ) async throws {
        let folder = try folder ?? TemporaryFolder()
        try folder.write("kelisim.db", "")
        let registry = MemoryRegistry(clock: clock)
        let socket = RegistryCall.socket(of: folder.path("kelisim.db"))
        let listener = RegistryListener(
            path: socket,
            registry: registry,
            keys: keys,
            backup: backup,
            publishLog: publishLog,
            afterWriting: afterWriting
        )
        let before = ListeningRoom.file(socket)
        let group = ServiceGroup(
            services: [listener],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let task = Task { try await group.run() }
        (self.folder, self.registry, self.group, self.task) = (folder, registry, group, task)
        // It is there as soon as it is listened to.
        _ = try await waited(ListeningRoom.patience) { ListeningRoom.file(socket) != before }
    }

    private static func file(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.systemFileNumber] as? Int
    }

    /// Asks for a graceful stop and waits for it.
    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await task.value
    }

    /// Reaches the registry as another process would.
    func reach() async throws -> RemoteRegistry {
        guard let remote = await RemoteRegistry.reach(database: database, patience: 300) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return remote
    }
}
