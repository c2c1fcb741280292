internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog
internal import KelisimText

extension Endpoint {
    /// How many rows a page has without a wish, and at most.
    private static let pageLimits = (usual: 100, most: 1000)

    /// What is held of subjects, and what becomes of it.
    static let subjects: [Endpoint] = [
        .get(
            "/v1/policies/{policy}/subjects",
            .key(.read),
            ["state", "edition", "at", "knownAt", "cursor", "limit"]
        ) { call async throws(Problem) in
            guard let policy = PolicyID(try call.text("policy")) else {
                throw Problem(.unknownPolicy, ["policy": try call.text("policy")])
            }
            let names = Standing.State.allCases.map(\.rawValue)
            let asked = try call.query.value("state", .oneOf(names)) {
                Standing.State(rawValue: $0)
            }
            guard let state = asked else { throw .invalid(parameter: "state", .missing) }
            let edition = try call.query.number("edition", in: 1...Edition.greatest)
            let last = try call.query.value("cursor", .wrongType) { try? Subject($0) }
            let time = try await call.time()
            let limit = try call.limit(pageLimits)
            let page = try await call.asking { registry async throws(RegistryError) in
                let search = try await SubjectSearch(
                    of: policy,
                    state: state,
                    edition: edition,
                    in: registry,
                    at: time.at,
                    knownAt: time.horizon.knownAt
                )
                return try await search.page(after: last, limit: limit)
            }
            return call.privateAnswer(JSONText.make(page) + "\n")
        },
        .get("/v1/policies/{policy}/report", .key(.read), ["at", "knownAt"]) {
            call async throws(Problem) in
            guard let policy = PolicyID(try call.text("policy")) else {
                throw Problem(.unknownPolicy, ["policy": try call.text("policy")])
            }
            let time = try await call.time()
            let report = try await call.asking { registry async throws(RegistryError) in
                try await PolicyReport.make(
                    of: policy,
                    in: registry,
                    at: time.at,
                    knownAt: time.horizon.knownAt
                )
            }
            return call.privateAnswer(report.json)
        },
        .get("/v1/subjects/{subject}/changes/{policy}", .subject(.read), ["language"]) {
            call async throws(Problem) in
            try await call.changes()
        },
        .get("/v1/subjects/{subject}/decisions", .subject(.read), ["cursor", "limit"]) {
            call async throws(Problem) in
            let subject = try await call.subject()
            let limit = try call.limit(pageLimits)
            let cursor = try call.query.value("cursor", .wrongType) { text in
                UInt64(text).map(String.init).flatMap { $0 == text ? text : nil }
            }
            let page = try await call.asking { registry async throws(RegistryError) in
                try await registry.decisions(of: subject, after: cursor, limit: limit)
            }
            return call.privateAnswer(page.json)
        },
        .get("/v1/subjects/{subject}/export", .key(.read)) { call async throws(Problem) in
            let subject = try await call.subject()
            let now = try await call.now()
            let repository = call.service.parts.library.current.repository
            let export = try await call.asking { registry async throws(RegistryError) in
                try await registry.export(of: subject, at: now) { repository.text(digest: $0) }
            }
            return call.privateAnswer(export.json)
        },
        .get("/v1/subjects/{subject}/hold", .key(.admin)) { call async throws(Problem) in
            let subject = try await call.subject()
            let history = try await call.asking { registry async throws(RegistryError) in
                try await registry.history(of: subject)
            }
            return call.privateAnswer(HoldDocument(reason: history.holdReason).json)
        },
        .write(.put, "/v1/subjects/{subject}/hold", .key(.admin)) { call async throws(Problem) in
            let subject = try await call.subject()
            let reason = try await call.body(HoldBody.self).reason
            return try await call.hold(.hold(subject, reason: reason))
        },
        .write(.delete, "/v1/subjects/{subject}/hold", .key(.admin)) { call async throws(Problem) in
            let subject = try await call.subject()
            let reason = try await call.body(HoldBody.self).reason
            return try await call.hold(.release(subject, reason: reason))
        },
        .write(.post, "/v1/subjects/{subject}/erasure", .key(.erase)) {
            call async throws(Problem) in
            try await call.erase()
        },
    ]
}

extension Call {
    /// How many rows a page is to have.
    fileprivate func limit(_ limits: (usual: Int, most: Int)) throws(Problem) -> Int {
        try query.number("limit", in: 1...limits.most) ?? limits.usual
    }

    /// The comparison of the edition that the subject accepted last with the one in force.
    fileprivate func changes() async throws(Problem) -> Response {
        let subject = try await subject()
        let policy = try policy()
        let time = try await time()
        let edition = try edition(inForceAt: time.at, of: policy)
        let language = try textOf(edition).language
        let history = try await asking { registry async throws(RegistryError) in
            try await registry.history(of: subject)
        }
        let standing = Standing(
            of: history,
            under: policy.id,
            on: try await shelf(),
            at: time.at,
            within: time.horizon
        )
        let last = (standing?.lastAccepted?.edition).flatMap(policy.edition)
        var response = try await comparison(
            from: last.flatMap { $0.text(in: language) == nil ? nil : $0 },
            to: edition,
            of: policy,
            in: language
        )
        response.headers[.cacheControl] = "private, no-store"
        return response
    }

    fileprivate func hold(_ submission: Submission) async throws(Problem) -> Response {
        guard case .hold(let reason) = try await submit(submission) else {
            throw Problem(.internalError)
        }
        return privateAnswer(HoldDocument(reason: reason).json)
    }

    fileprivate func erase() async throws(Problem) -> Response {
        let subject = try await subject()
        let ground = try await body(ErasureBody.self).ground
        let guardianships = try await asking { registry async throws(RegistryError) in
            try await registry.guardianships(by: subject)
        }
        let answer = try await submit(.erasure(subject, ground: ground))
        switch answer {
        case .erased(let indices):
            let document = ErasureDocument(
                erased: indices.count,
                retained: ErasureDocument.Retained.after(
                    erasing: indices.count,
                    isGuardian: !guardianships.isEmpty
                ),
                in: Negotiation.wording(headers)
            )
            return privateAnswer(document.json)
        case .erasureRefused(let reason): throw Problem(.refused(.subjectOnHold(reason)))
        default: throw Problem(.internalError)
        }
    }
}
