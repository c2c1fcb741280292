internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import ServiceLifecycle

/// Turns the requests of a browser into answers.
///
/// A page of another site can make a browser ask, and by a name of its own that leads here even read
/// the answer (DNS rebinding); so only the names of this machine are answered.
struct LoopbackResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    static let scriptPath = "/.preview/reload.js"
    static let eventsPath = "/.preview/events"

    /// Names of this machine that no name server decides about.
    private static let hosts: Set<Substring> = ["127.0.0.1", "localhost", "[::1]"]

    /// What every answer says: nothing of it is kept, framed, guessed at or read by another site.
    private static let fields = HTTPFields(
        [
            "Cache-Control": "no-store",
            "Content-Security-Policy":
                "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
                + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        ]
        .sorted { $0.key < $1.key }
        .compactMap { name, value in
            HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
        }
    )

    let version: PreviewVersion
    let answer: @Sendable (_ path: String) async -> PreviewAnswer

    func respond(to request: Request, context: Context) async throws -> Response {
        var response = await response(to: request)
        for field in LoopbackResponder.fields { response.headers.append(field) }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func response(to request: Request) async -> Response {
        guard LoopbackResponder.isLocal(request.head.authority) else {
            return .text(.misdirectedRequest, "Use http://127.0.0.1 or http://localhost.")
        }
        guard [.get, .head].contains(request.method) else {
            return .text(.methodNotAllowed, "Use GET.", [.allow: "GET, HEAD"])
        }
        guard let path = request.uri.path.removingPercentEncoding else {
            return .text(.badRequest, "The path is not UTF-8.")
        }
        switch path {
        case LoopbackResponder.scriptPath:
            return Response(PreviewAnswer(file: path, bytes: PackageResources.reload_js))
        case LoopbackResponder.eventsPath:
            return events(to: request)
        default:
            return Response(await answer(path))
        }
    }

    /// The version now and each that follows, as server-sent events, until either side ends it.
    private func events(to request: Request) -> Response {
        guard request.method == .get else { return .eventStream() }
        let version = version
        return .eventStream { writer in
            let listening = await version.listen()
            try await request.body.consumeWithInboundCloseHandler { _ in
                for await name in listening.names.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: "retry: 500\ndata: \(name)\n\n"))
                }
                try await writer.finish(nil)
            } onInboundClosed: {
                listening.end()
            }
        }
    }

    /// Whether `authority`, the host that the browser means, is this machine by any port.
    static func isLocal(_ authority: String?) -> Bool {
        guard let authority = authority?.lowercased() else { return false }
        let port = authority.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let host = authority.dropLast(port)
        return hosts.contains(port > 0 && host.hasSuffix(":") ? host.dropLast() : authority[...])
    }
}

extension Response {
    fileprivate init(_ answer: PreviewAnswer) {
        self.init(
            status: HTTPResponse.Status(code: answer.status),
            headers: [.contentType: answer.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }

    fileprivate static func text(
        _ status: HTTPResponse.Status,
        _ text: String,
        _ headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "text/plain; charset=utf-8"
        return Response(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n"))
        )
    }

    fileprivate static func eventStream(
        _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void = { _ in }
    ) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream"],
            body: ResponseBody(write)
        )
    }
}
