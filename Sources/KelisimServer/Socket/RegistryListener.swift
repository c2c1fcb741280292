internal import Hummingbird
package import Kelisim
package import Logging
internal import ServiceLifecycle

/// Lets other processes of the same user in on the registry that this one owns, through a socket beside the
/// database.
///
/// Only the owner of the registry's lock may run one. Whoever can open the socket can do everything, so it
/// is its owner's alone (mode 0600).
package struct RegistryListener: Service {
    /// Copies the registry to the new file at an absolute path.
    package typealias Backup = @Sendable (_ path: String) async throws(RegistryError) -> Void

    private let path: String
    private let responder: RegistryResponder
    private let logger: Logger

    /// Prepares to listen.
    ///
    /// - Parameters:
    ///   - path: the path of the socket, ``RegistryCall/socket(of:)``; one that is there is replaced.
    ///   - registry: the registry.
    ///   - keys: the API keys; nil when there are none to ask about.
    ///   - backup: copies the registry; nil when it can't be copied.
    ///   - publishLog: publishes the log as far as the registry has grown; called and awaited when a verb
    ///     that wrote something is over.
    ///   - afterWriting: called and awaited after each submission that was not refused, before it is
    ///     answered; should do no more than wake somebody up.
    ///   - logger: is told what Hummingbird has to say; no calls.
    package init(
        path: String,
        registry: any Registry,
        keys: (any AccessKeys)? = nil,
        backup: Backup? = nil,
        publishLog: @escaping @Sendable () async -> Void = {},
        afterWriting: @escaping @Sendable () async -> Void = {},
        logger: Logger = Logger(label: "kelisim.socket") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.path = path
        self.logger = logger
        responder = RegistryResponder(
            registry: registry,
            keys: keys,
            backup: backup,
            publishLog: publishLog,
            afterWriting: afterWriting
        )
    }

    /// Listens until the task is cancelled or a graceful stop is asked for; then what was accepted is
    /// finished and the socket removed.
    ///
    /// - Throws: ``Failure/impossible(_:)`` when the socket can't be made.
    package func run() async throws {
        let bench = try SocketBench(path)
        let (running, signal) = AsyncStream.makeStream(of: Void.self)
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: bench.address)
            ),
            onServerRunning: { _ in signal.yield() },
            logger: logger
        )
        var published: SocketBench.Published?
        defer { published?.remove() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { signal.finish() }
                do {
                    try await application.run()
                } catch let error as CancellationError {
                    throw error
                } catch {
                    throw SocketBench.failure(path, "\(error)")
                }
            }
            for await _ in running {
                published = try bench.publish()
                break
            }
            try await group.waitForAll()
        }
    }
}
