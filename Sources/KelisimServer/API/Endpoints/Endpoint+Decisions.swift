internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog
internal import KelisimText
internal import NIOCore

extension Endpoint {
    /// The forms in which a receipt is given.
    static let receiptTypes = ["application/json", "text/html"]

    /// Decisions and what proves them.
    static let decisions: [Endpoint] = [
        .write(.post, "/v1/decisions", .subject(.decide)) { call async throws(Problem) in
            try await call.decide()
        },
        .get("/v1/decisions/{decision}", .subject(.read)) { call async throws(Problem) in
            let (entry, decision) = try await call.decision()
            let document = DecisionDocument(decision, index: entry.index)
            return call.privateAnswer(JSONText.make(document) + "\n")
        },
        .get("/v1/decisions/{decision}/receipt", .subject(.read), ["language"]) {
            call async throws(Problem) in
            let (_, decision) = try await call.decision()
            let language = try call.query.language() ?? decision.language
            let type = try call.negotiated(receiptTypes)
            guard let receipt = try await call.receipt(of: decision.id) else {
                throw Problem(.unknownDecision, ["decision": decision.id.description])
            }
            guard type == "text/html" else {
                let baseURL = call.service.parts.library.pages.site.baseURL
                guard let document = ReceiptDocument(receipt, baseURL: baseURL) else {
                    throw Problem(.unknownDecision, ["decision": decision.id.description])
                }
                return call.privateAnswer(document.json)
            }
            let tag = language?.tag ?? Negotiation.wording(call.headers).rawValue
            let page = call.service.parts.renderers.receipt(receipt, tag)
            return call.privateAnswer(page, type: "text/html; charset=utf-8")
        },
        .get("/v1/decisions/{decision}/proof", .subject(.read)) { call async throws(Problem) in
            let (_, decision) = try await call.decision()
            let receipt = try await call.receipt(of: decision.id)
            guard let proof = receipt?.row.proof else { throw Problem(.notYetCovered) }
            return call.privateAnswer(
                proof.description.utf8,
                type: "text/plain; charset=utf-8"
            )
        },
    ]
}

extension Call {
    /// Records what the body asks for, under the key of the request.
    fileprivate func decide() async throws(Problem) -> Response {
        let name = headers[.idempotencyKey] ?? ""
        guard 1...128 ~= name.utf8.count, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw Problem(.idempotencyKeyMissing) }
        let sent = try await bytes()
        let body = try JSONBody.read(DecisionsBody.self, sent)
        let secrets = service.secrets
        var requests: [DecisionRequest] = []
        for (index, decision) in body.decisions.enumerated() {
            try await permit(decision.subject)
            if case .subject(let own, _) = caller, own != (decision.actor?.id ?? decision.subject) {
                throw Problem(.forbidden)
            }
            let pointer = body.isList ? "/decisions/\(index)" : ""
            requests.append(
                try decision.request(
                    key: secrets.presentationKey,
                    recordedBy: caller?.name,
                    at: pointer
                )
            )
        }
        let mark = Idempotency(
            key: name,
            caller: caller?.idempotencyName ?? "",
            body: Array(sent.readableBytesView),
            salt: secrets.idempotencySalt
        )
        guard
            case .decisions(let recorded, let isRepeat) = try await record(
                requests,
                mark,
                isList: body.isList
            ),
            let first = recorded.first
        else { throw Problem(.internalError) }
        var fields: HTTPFields = [.cacheControl: "no-store"]
        var bytes: [UInt8]
        if body.isList {
            let lines = recorded.map { DecisionAnswer.line($0) }.joined(separator: ",".utf8)
            bytes = Array("{\"decisions\":[".utf8) + lines + Array("]}".utf8)
        } else {
            bytes = DecisionAnswer.line(first)
            fields[.location] = "/v1/decisions/\(first.decision.id)"
        }
        bytes.append(UInt8(ascii: "\n"))
        return Response(
            status: isRepeat ? .ok : .created,
            type: "application/json",
            bytes: bytes,
            headers: fields
        )
    }

    /// Has decisions recorded, and says of a refusal which field of which of them it is about.
    private func record(
        _ requests: [DecisionRequest],
        _ mark: Idempotency,
        isList: Bool
    ) async throws(Problem) -> Answer {
        do throws(RegistryError) {
            let answer = try await service.parts.registry.submit(.decisions(requests, mark))
            service.parts.recorded()
            return answer
        } catch {
            var problem = await service.problem(error)
            guard case .refused(let refusal) = error, let field = refusal.pointer else {
                throw problem
            }
            let place = isList ? try await self.place(of: refusal, among: requests) : ""
            problem.pointer = place.map { $0 + field }
            throw problem
        }
    }

    /// Where in a list the decision is that was refused; nil when it can't be told.
    private func place(
        of refusal: Refusal,
        among requests: [DecisionRequest]
    ) async throws(Problem) -> String? {
        let (shelf, now) = (try await shelf(), try await now())
        for (index, request) in requests.enumerated() {
            let history = try await asking { registry async throws(RegistryError) in
                try await registry.history(of: request.subject)
            }
            let own = request.refusal(on: shelf, history: history, at: now)
            if own?.code == refusal.code { return "/decisions/\(index)" }
        }
        return nil
    }

    /// The decision in the address, about whose subject the caller may ask.
    fileprivate func decision() async throws(Problem) -> (Entry, Decision) {
        let name = try text("decision")
        let unknown = Problem(.unknownDecision, ["decision": name])
        guard let id = DecisionID(name) else { throw unknown }
        let entry = try await asking { registry async throws(RegistryError) in
            try await registry.entry(of: id)
        }
        guard let entry, case .decision(let decision) = entry.record else { throw unknown }
        do throws(Problem) {
            try await permit(decision.subject)
        } catch {
            // Not even that there is such a decision is told to somebody else's browser.
            throw unknown
        }
        return (entry, decision)
    }

    fileprivate func receipt(of id: DecisionID) async throws(Problem) -> Receipt? {
        do throws(LogTrouble) {
            return try await Receipt.make(
                of: id,
                from: service.parts.registry,
                publishedIn: service.parts.log
            )
        } catch {
            throw service.problem(error)
        }
    }

    /// An answer for the caller alone.
    func privateAnswer(_ json: String) -> Response {
        privateAnswer(json.utf8, type: "application/json")
    }

    /// An answer for the caller alone.
    func privateAnswer(_ bytes: some Sequence<UInt8>, type: String) -> Response {
        Response(type: type, bytes: bytes, headers: [.cacheControl: "private, no-store"])
    }
}
