internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdHTTP2
internal import HummingbirdTLS
package import Kelisim
internal import KelisimLog
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// Listens, and answers the calls and with the pages of the site, until it is told to end.
///
/// Told to end, it takes no more connections and finishes what it has accepted.
package struct HTTPService: Sendable {
    /// How long a connection may be silent, also in the middle of a request.
    private static let patience = TimeAmount.seconds(60)
    /// How long the answers to what was accepted may take when the end was asked for.
    private static let patienceAtEnd = Duration.seconds(30)
    /// How many connections there may be; more wait until others end.
    private static let connections = 20_000
    /// How many descriptors are kept for the registry, its log, and the verbs beside the service.
    private static let sparedDescriptors = 128
    /// How large the head of a request may be, in bytes.
    private static let headLimit = 16 * 1024

    private let service: ConsentService
    private let measures: ServiceMeasures
    private let authenticator: Authenticator
    private let server: HTTPServerBuilder

    /// Prepares a service.
    ///
    /// - Parameters:
    ///   - parts: what it is put together from.
    ///   - settings: what the deployment decides.
    ///   - metrics: where it keeps what it measures.
    ///   - log: where it says what goes wrong.
    /// - Throws: ``Failure/impossible(_:)`` when the certificate can't be used, or the registry does not
    ///   answer.
    package init(
        _ parts: ServiceParts,
        settings: ServiceSettings,
        metrics: PrometheusMetrics,
        log: ServiceLog
    ) async throws(Failure) {
        let secrets: (presentationKey: Nonce, idempotencySalt: Nonce)
        do throws(RegistryError) {
            secrets = (
                try await parts.registry.secret(.presentationKey),
                try await parts.registry.secret(.idempotencySalt)
            )
        } catch {
            throw error.failure(at: Place("database"), database: "database")
        }
        service = ConsentService(
            parts: parts,
            settings: settings,
            secrets: secrets,
            signer: StandingSigner(
                secret: secrets.presentationKey,
                issuer: settings.issuer,
                clock: parts.clock
            ),
            metrics: metrics,
            databaseErrors: metrics.makeCounter(
                label: "kelisim_database_errors_total",
                dimensions: []
            ),
            logger: log.logger
        )
        measures = ServiceMeasures(metrics)
        authenticator = Authenticator(
            keys: parts.keys,
            tokens: settings.tokens,
            clock: parts.clock
        )
        server = try HTTPService.server(settings)
    }

    /// Serves until SIGINT or SIGTERM comes, or the task is cancelled.
    ///
    /// - Parameters:
    ///   - socket: lets the verbs of this machine in on the registry; nil where others can reach it.
    ///   - jobs: what is done beside, each cancelled when everything was answered.
    ///   - onHangUp: called at SIGHUP.
    ///   - onListening: told the address as soon as requests are taken.
    /// - Throws: ``Failure/impossible(_:)`` when the address can't be had.
    package func run(
        socket: RegistryListener?,
        jobs: [@Sendable () async -> Void],
        onHangUp: @escaping @Sendable () async -> Void,
        onListening: @escaping @Sendable (_ url: String) async -> Void
    ) async throws(Failure) {
        var configuration = ServiceGroupConfiguration(
            services: [application(onListening)] + [socket].compactMap(\.self),
            gracefulShutdownSignals: [.sigint, .sigterm],
            logger: service.logger
        )
        configuration.maximumGracefulShutdownDuration = HTTPService.patienceAtEnd
        let group = ServiceGroup(configuration: configuration)
        let jobs =
            jobs + [
                {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) { await onHangUp() }
                },
                { [authenticator] in
                    while (try? await Task.sleep(for: .seconds(60))) != nil {
                        await authenticator.recordUses()
                    }
                },
            ]
        let result: Result<Void, any Error> = await withTaskGroup { tasks in
            for job in jobs { tasks.addTask { await job() } }
            let result: Result<Void, any Error>
            do {
                result = .success(try await group.run())
            } catch {
                result = .failure(error)
            }
            tasks.cancelAll()
            return result
        }
        await authenticator.recordUses()
        guard case .failure(let error) = result, !(error is CancellationError) else { return }
        throw LoopbackServer.failure(error, at: service.settings.address)
    }

    private func application(
        _ onListening: @escaping @Sendable (_ url: String) async -> Void
    ) -> some ApplicationProtocol {
        let settings = service.settings
        let scheme = settings.certificate == nil ? "http" : "https"
        return Application(
            responder: ServiceResponder(service, authenticator, measures),
            server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.address.host, port: settings.address.port),
                backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    HTTPService.possibleConnections,
                    logger: service.logger
                )
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.address.port
                await onListening("\(scheme)://\(settings.address.with(port: port))/")
            },
            logger: service.logger
        )
    }

    /// As many connections as the descriptors of this process allow: without one the log can't be written.
    private static var possibleConnections: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return connections
        }
        return max(1, min(connections, Int(clamping: limit.rlim_cur) - sparedDescriptors))
    }

    private static func server(_ settings: ServiceSettings) throws(Failure) -> HTTPServerBuilder {
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: headLimit,
            maxHeaderListSize: headLimit,
            maxHeaderFieldCount: 100
        )
        let plain = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestDeadline(), TunnelRefusal()],
            idleTimeout: patience,
            httpDecoderConfiguration: decoder
        )
        guard let certificate = settings.certificate else { return .http1(configuration: plain) }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate.chain)
            let key = try NIOSSLPrivateKey(file: certificate.key, format: .pem)
            var secure = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
            secure.minimumTLSVersion = .tlsv12
            return try .http2Upgrade(
                tlsConfiguration: secure,
                configuration: HTTP2ChannelConfiguration(
                    idleTimeout: .seconds(60),
                    streamConfiguration: plain
                )
            )
        } catch {
            let facts = ["reason": "\(error)"]
            throw .impossible([Finding(.certificateUnusable, at: Place(certificate.chain), facts)])
        }
    }
}
