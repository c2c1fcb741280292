internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kelisim

/// Answers with the pages of the site.
struct PageResponder: Sendable {
    /// The page in the place of those that are not there.
    private static let missingPage = "404.html"

    private let service: ConsentService

    init(_ service: ConsentService) {
        self.service = service
    }

    private var shelf: PageShelf { service.parts.library.pages }

    /// The answer to `request`, when it is for a page that there is.
    func answer(_ request: Request) async -> Response? {
        guard request.method == .get || request.method == .head, let address = request.head.path
        else { return nil }
        let shelf = shelf
        if let page = shelf.page(askedAt: address) { return page.answer(request) }
        guard let path = path(of: request) else { return nil }
        let isFolder = path.isEmpty || path.hasSuffix("/")
        let file = isFolder ? "\(path)index.html" : path
        if shelf.has(file) {
            return await page(file, of: shelf, request.headers) { page in
                if address == "/\(path)" { shelf.remember(page, askedAt: address) }
                return page.answer(request)
            }
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isNeutral = parts.count == 1 || parts.count == 2 && isFolder
        let policy = isNeutral ? parts.first.flatMap { PolicyID(String($0)) } : nil
        let languages = policy.flatMap { shelf.times.languages[$0] }
        if !isFolder, languages != nil || shelf.has("\(path)/index.html") {
            return redirect(toFolder: request)
        }
        guard let policy, let languages,
            let response = neutral(policy, languages, shelf, request.headers)
        else { return nil }
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Whether there is a page that `request` would lead to by another method.
    func hasPage(_ request: Request) -> Bool {
        guard let path = path(of: request) else { return false }
        return shelf.has(path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : path)
    }

    /// The page that says that there is none; nil for who does not read pages.
    func missing(_ request: Request) async -> Response? {
        let html = "text/html"
        // What takes anything is a program; browsers say what they read.
        guard path(of: request) != nil, request.headers[.accept]?.contains(html) ?? false,
            Negotiation.type(request.headers, of: [html, Problem.type]) == html,
            shelf.has(PageResponder.missingPage)
        else { return nil }
        let name = PageResponder.missingPage
        return await page(name, of: shelf, request.headers) { page in
            var response = Response(
                status: .notFound,
                type: FileType.contentType(of: name),
                bytes: page.content.plain.readableBytesView,
                headers: page.content.secure
            )
            response.headers[.cacheControl] = PageFields.checked
            response.headers[.vary] = "Accept"
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    /// The path inside the site that `request` asks for; nil where no page can be.
    private func path(of request: Request) -> String? {
        let path = request.uri.path
        guard path.hasPrefix("/"), !path.hasPrefix("/v1/") else { return nil }
        return String(path.dropFirst()).removingPercentEncoding
    }

    private func page(
        _ path: String,
        of shelf: PageShelf,
        _ headers: HTTPFields,
        _ answer: (ReadyPage) -> Response
    ) async -> Response {
        do throws(Failure) {
            return answer(try await shelf.page(at: path))
        } catch {
            return service.problem(error).response(to: headers)
        }
    }

    /// Leads to the folder whose name `request` gives without the slash at its end.
    ///
    /// The address is relative, so that it also holds behind a server that puts the site elsewhere.
    private func redirect(toFolder request: Request) -> Response {
        let uri = request.uri
        let name = uri.path.split(separator: "/").last ?? ""
        var fields = PageFields.secure
        fields[.location] = "./\(name)/\(uri.query.map { "?\($0)" } ?? "")"
        fields[.cacheControl] = PageFields.checked
        return Response(status: .movedPermanently, headers: fields)
    }

    /// Leads from the address without a language to the page in the one that the client likes best.
    private func neutral(
        _ policy: PolicyID,
        _ languages: [Language],
        _ shelf: PageShelf,
        _ headers: HTTPFields
    ) -> Response? {
        guard let language = Negotiation.language(headers, of: languages) else { return nil }
        let home = "\(language.tag)/\(policy.slug)/"
        var fields = PageFields.secure
        var varying = ["Accept-Language"]
        if let gate = shelf.times.gates[home] {
            let own = gate.neutral(at: "\(policy.slug)/")
            if let datetime = headers[.acceptDatetime] { return own.answer(datetime, headers) }
            fields[.link] = own.links
            varying.append("Accept-Datetime")
        }
        fields[.vary] = varying.joined(separator: ", ")
        fields[.location] = "../\(home)"
        fields[.cacheControl] = PageFields.checked
        return Response(status: .found, headers: fields)
    }
}
