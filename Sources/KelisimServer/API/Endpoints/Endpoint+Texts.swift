internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog
internal import KelisimText

extension Endpoint {
    /// The forms in which a text is given, the one without a wish first.
    static let textTypes = ["text/markdown", "text/html", "application/json"]
    /// The forms in which a comparison is given.
    static let comparisonTypes = ["application/json", "text/html"]

    /// What may be kept by anybody, and asked about each time.
    static let publicFields: HTTPFields = [.cacheControl: "public, no-cache"]

    /// Published texts.
    static let texts: [Endpoint] = [
        .get("/v1/policies/{policy}/editions/{edition}/text", .open, ["language"]) {
            call async throws(Problem) in
            let policy = try call.policy()
            return try call.text(of: try call.edition(try call.text("edition"), of: policy), policy)
        },
        .get("/v1/policies/{policy}/text", .open, ["at", "language"]) {
            call async throws(Problem) in
            let policy = try call.policy()
            let instant = try call.query.instant("at") ?? call.service.parts.clock()
            return try call.text(of: try call.edition(inForceAt: instant, of: policy), policy)
        },
        .get("/v1/policies/{policy}/clauses/{clause}", .open, ["at", "edition", "language"]) {
            call async throws(Problem) in
            let policy = try call.policy()
            let edition = try call.editionOrInForce(of: policy)
            let text = try call.textOf(edition)
            let content = try call.service.readings.reading(of: text).content
            let clause = try call.text("clause")
            guard let position = content.tree.position(of: clause) else {
                throw Problem(.unknownClause, ["clause": clause])
            }
            let document = ClauseDocument(
                at: position,
                in: content,
                language: text.language,
                of: edition
            )
            return call.publicAnswer(document.json.utf8, type: "application/json", text.language)
        },
        .get("/v1/policies/{policy}/compare", .open, ["from", "to", "language"]) {
            call async throws(Problem) in
            let policy = try call.policy()
            guard let from = call.query["from"] else {
                throw .invalid(parameter: "from", .missing)
            }
            guard let to = call.query["to"] else { throw .invalid(parameter: "to", .missing) }
            let new = try call.edition(to, of: policy)
            let language = try call.textOf(new).language
            return try await call.comparison(
                from: try call.edition(from, of: policy),
                to: new,
                of: policy,
                in: language
            )
        },
    ]
}

extension Call {
    /// The answer that is a text, in the form that the client likes best.
    fileprivate func text(of edition: Edition, _ policy: Policy) throws(Problem) -> Response {
        let text = try textOf(edition)
        switch try negotiated(Endpoint.textTypes) {
        case "text/html":
            let html = try service.readings.reading(of: text).html
            return publicAnswer(html, type: "text/html; charset=utf-8", text.language)
        case "application/json":
            let content = try service.readings.reading(of: text).content
            let state = policy.timeline.state(of: edition.number, at: service.parts.clock())
            let document = TextDocument(text, content, of: edition, state: state)
            return publicAnswer(document.json.utf8, type: "application/json", text.language)
        default:
            return publicAnswer(text.bytes, type: "text/markdown; charset=utf-8", text.language)
        }
    }

    /// The edition of the parameter `edition`, else the one in force at `at` or now.
    fileprivate func editionOrInForce(of policy: Policy) throws(Problem) -> Edition {
        let instant = try query.instant("at")
        guard let number = query["edition"] else {
            return try edition(inForceAt: instant ?? service.parts.clock(), of: policy)
        }
        guard instant == nil else { throw .invalid(parameter: "edition", .notBesideAt) }
        return try edition(number, of: policy)
    }

    /// The answer that compares two editions; the whole text of `new` as added where there is no old one.
    func comparison(
        from old: Edition?,
        to new: Edition,
        of policy: Policy,
        in language: Language
    ) async throws(Problem) -> Response {
        if let old, old.text(in: language) == nil {
            throw Problem(.unknownTextLanguage, ["language": language.tag, "languages": "—"])
        }
        let isHTML = try negotiated(Endpoint.comparisonTypes) == "text/html"
        let bytes: [UInt8]
        do throws(Failure) {
            bytes = try await service.parts.renderers.compare(old, new, policy, language, isHTML)
        } catch {
            throw service.problem(error)
        }
        let type = isHTML ? "text/html; charset=utf-8" : "application/json"
        return publicAnswer(bytes, type: type, language)
    }

    /// The form that the client likes best.
    func negotiated(_ types: [String]) throws(Problem) -> String {
        guard let type = Negotiation.type(headers, of: types) else {
            throw Problem(.notAcceptable, ["types": types.joined(separator: ", ")])
        }
        return type
    }

    /// An answer that anybody may see, in `language`.
    fileprivate func publicAnswer(
        _ bytes: some Sequence<UInt8>,
        type: String,
        _ language: Language
    ) -> Response {
        answer(
            bytes,
            type: type,
            tag: EntityTag(of: bytes),
            caching: "public, no-cache",
            [.contentLanguage: language.tag, .vary: "Accept, Accept-Language"]
        )
    }
}
