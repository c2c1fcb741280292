internal import Foundation
internal import Hummingbird
package import Kelisim
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// Serves pages to the browsers of this machine and to nobody else.
///
/// It listens at 127.0.0.1, takes no path to the disk and keeps no log. What is behind a path is
/// decided by the closure that it is made with. `/.preview/` is its own: `reload.js`, and `events`,
/// which tells a page that it has changed.
package struct LoopbackServer: Sendable {
    /// The only address it listens at.
    package static let address = "127.0.0.1"

    /// How long a browser may take to read an answer that was begun when the end was asked for.
    private static let patience = Duration.seconds(2)

    private let port: UInt16
    private let responder: LoopbackResponder

    /// Prepares a server.
    ///
    /// - Parameters:
    ///   - port: the port, 0 for any free one.
    ///   - version: what the pages are made from.
    ///   - answer: gives the answer to a path, which begins with a slash and is decoded.
    package init(
        port: UInt16 = 8000,
        version: PreviewVersion,
        answer: @escaping @Sendable (_ path: String) async -> PreviewAnswer
    ) {
        self.port = port
        responder = LoopbackResponder(version: version, answer: answer)
    }

    /// The element by which a page made from version `name` gets itself shown anew.
    package static func scriptElement(version name: String) -> String {
        "<script src=\"\(LoopbackResponder.scriptPath)?version=\(name)\" defer></script>"
    }

    /// Serves until the task is cancelled or, with `endsOnSignals`, SIGINT or SIGTERM comes.
    ///
    /// - Parameters:
    ///   - endsOnSignals: whether signals of the terminal and the system end it.
    ///   - onListening: told the address, such as `http://127.0.0.1:8000/`, as soon as
    ///     requests are taken.
    /// - Throws: ``Failure/impossible(_:)`` when the port can't be had.
    package func run(
        endsOnSignals: Bool = true,
        onListening: @escaping @Sendable (_ url: String) async -> Void
    ) async throws(Failure) {
        let silence = Logger(label: "kelisim.preview") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .hostname(LoopbackServer.address, port: Int(port))
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? Int(port)
                await onListening("http://\(LoopbackServer.address):\(port)/")
            },
            logger: silence
        )
        var configuration = ServiceGroupConfiguration(
            services: [application],
            gracefulShutdownSignals: endsOnSignals ? [.sigint, .sigterm] : [],
            logger: silence
        )
        configuration.maximumGracefulShutdownDuration = LoopbackServer.patience
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            return
        } catch {
            throw LoopbackServer.failure(error, at: ListenAddress(port: port))
        }
    }

    /// What it means that `error` ended a server that was to listen at `address`.
    static func failure(_ error: any Error, at address: ListenAddress) -> Failure {
        let place = Place("\(address)")
        var facts = ["port": String(address.port)]
        let code = (error as? IOError)?.errnoCode
        if code == EADDRINUSE { return .impossible([Finding(.portInUse, at: place, facts)]) }
        facts["reason"] = code.map { String(cString: strerror($0)) } ?? "\(error)"
        return .impossible([Finding(.cannotListen, at: place, facts)])
    }
}
