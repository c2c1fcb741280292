internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import Logging
internal import NIOCore

/// Answers every request: with a page of the site, or by one of the calls.
struct ServiceResponder: HTTPResponder {
    typealias Context = ServiceContext

    private let service: ConsentService
    private let authenticator: Authenticator
    private let limiter: RateLimiter?
    private let pages: PageResponder
    private let pageTimer: ServiceMeasures.CallTimer
    private let calls: RouterResponder<ServiceContext>

    init(_ service: ConsentService, _ authenticator: Authenticator, _ measures: ServiceMeasures) {
        self.service = service
        self.authenticator = authenticator
        limiter = service.settings.rateLimit.map(RateLimiter.init)
        pages = PageResponder(service)
        pageTimer = measures.pageTimer()
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        let limiter = limiter
        for endpoint in Endpoint.all {
            let timer = measures.timer(endpoint)
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                let begin = ContinuousClock.now
                let response = await ServiceResponder.answer(
                    endpoint,
                    request,
                    context,
                    service,
                    authenticator,
                    limiter
                )
                timer.record(ContinuousClock.now - begin, status: response.status)
                return response
            }
        }
        calls = router.buildResponder()
    }

    func respond(to request: Request, context: Context) async throws -> Response {
        let begin = ContinuousClock.now
        var response = await answer(request, context)
        if service.settings.certificate != nil {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
        if service.logger.logLevel <= .info {
            log(request, response, context, ContinuousClock.now - begin)
        }
        return response
    }

    private func answer(_ request: Request, _ context: Context) async -> Response {
        let begin = ContinuousClock.now
        if let page = await pages.answer(request) {
            pageTimer.record(ContinuousClock.now - begin, status: page.status)
            return page
        }
        let response = await answerCall(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answerCall(_ request: Request, _ context: Context) async -> Response {
        if let preflight = crossOrigin(preflight: request) { return preflight }
        var response: Response
        do {
            response = try await calls.respond(to: request, context: context)
        } catch {
            response = failure(error, to: request)
        }
        if response.status == .notFound, response.headers[.contentType] != Problem.type {
            response = await missing(request)
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        allowCrossOrigin(request, &response)
        return response
    }

    /// Answers one call.
    private static func answer(
        _ endpoint: Endpoint,
        _ request: Request,
        _ context: Context,
        _ service: ConsentService,
        _ authenticator: Authenticator,
        _ limiter: RateLimiter?
    ) async -> Response {
        var limits: HTTPFields = [:]
        do throws(Problem) {
            if let limiter { limits = try limiter.take(context.address(of: request)) }
            let caller = try await authenticator.caller(request.headers, for: endpoint.access)
            if let limiter, let caller { limits = try limiter.take(caller.idempotencyName) }
            let call = Call(
                request: request,
                parts: context.parameters,
                query: try Query(request.uri.query, known: endpoint.parameters),
                caller: caller,
                service: service
            )
            var response = try await endpoint.answer(call)
            for field in limits { response.headers.append(field) }
            return response
        } catch {
            var response = error.response(to: request.headers)
            for field in limits where response.headers[field.name] == nil {
                response.headers.append(field)
            }
            return response
        }
    }

    /// The answer where no call is: by another method there may be one.
    private func missing(_ request: Request) async -> Response {
        let path = request.uri.path.split(separator: "/")
        var methods = Endpoint.all.filter { $0.leads(to: path) }.map(\.method)
        if pages.hasPage(request) { methods.append(.get) }
        guard !methods.isEmpty else {
            return await pages.missing(request)
                ?? Problem(.notFound).response(to: request.headers)
        }
        let allowed = Set(methods.contains(.get) ? methods + [.head] : methods)
            .map(\.rawValue).sorted().joined(separator: ", ")
        let facts = ["method": request.method.rawValue, "allowed": allowed]
        var problem = Problem(.methodNotAllowed, facts)
        problem.headers[.allow] = allowed
        return problem.response(to: request.headers)
    }

    /// The answer when something went wrong that no call foresaw.
    private func failure(_ error: any Error, to request: Request) -> Response {
        if error is NIOTooManyBytesError {
            let facts = ["limit": String(Call.bodyLimit)]
            return Problem(.tooLarge, facts).response(to: request.headers)
        }
        service.logger.error("A call failed.", metadata: ["reason": "\(type(of: error))"])
        return Problem(.internalError).response(to: request.headers)
    }

    private func log(
        _ request: Request,
        _ response: Response,
        _ context: Context,
        _ duration: Duration
    ) {
        // The address may name a subject, its parts never stand here.
        service.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "page")",
                "status": "\(response.status.code)",
                "microseconds": "\(Int(duration / Duration.microseconds(1)))",
            ]
        )
    }
}

extension ServiceResponder {
    private static let crossFields: HTTPFields = [
        .accessControlAllowHeaders: "Authorization, Content-Type, Idempotency-Key, Accept",
        .accessControlAllowMethods: "GET, HEAD, POST",
        .accessControlMaxAge: "600",
    ]

    /// The answer to a browser that asks whether a page of another site may call.
    private func crossOrigin(preflight request: Request) -> Response? {
        guard request.method == .options, let origin = request.headers[.origin],
            request.headers[.accessControlRequestMethod] != nil,
            service.settings.allowedOrigins.contains(origin)
        else { return nil }
        var response = Response(status: .noContent, headers: ServiceResponder.crossFields)
        allowCrossOrigin(request, &response)
        return response
    }

    private func allowCrossOrigin(_ request: Request, _ response: inout Response) {
        guard !service.settings.allowedOrigins.isEmpty, let origin = request.headers[.origin]
        else { return }
        response.headers[.vary] = response.headers[.vary].map { "\($0), Origin" } ?? "Origin"
        guard service.settings.allowedOrigins.contains(origin) else { return }
        response.headers[.accessControlAllowOrigin] = origin
    }
}

extension Endpoint {
    /// Whether its address is that of `path`, whatever the method.
    fileprivate func leads(to path: [Substring]) -> Bool {
        let names = self.path.split(separator: "/")
        if names.last == "**" { return path.starts(with: names.dropLast()) }
        return names.count == path.count
            && zip(names, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}

extension ServiceContext {
    /// Where the request comes from: the last proxy's word where that is on this machine.
    fileprivate func address(of request: Request) -> String {
        let address = peer?.ipAddress ?? "local"
        guard ["local", "127.0.0.1", "::1"].contains(address),
            let last = request.headers[.xForwardedFor]?.split(separator: ",").last
        else { return address }
        return last.filter { !$0.isWhitespace }
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For").unsafelyUnwrapped
}
