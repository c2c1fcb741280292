internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog

extension Endpoint {
    /// The forms in which a standing is given.
    static let standingTypes = ["application/json", "application/jwt"]

    /// What subjects have agreed to, and whether that is enough.
    static let standings: [Endpoint] = [
        .get("/v1/subjects/{subject}/standing/{policy}", .subject(.read), ["at", "knownAt"]) {
            call async throws(Problem) in
            try await call.standing()
        },
        .get(
            "/v1/subjects/{subject}/standing",
            .subject(.read),
            ["at", "knownAt", "policies"]
        ) { call async throws(Problem) in
            let subject = try await call.subject()
            let time = try await call.time()
            let shelf = try await call.shelf()
            let names = try call.query.value("policies", .policiesNeeded) { text in
                let names = text.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init)
                return names.allSatisfy(PolicyID.isWellFormed) ? names : nil
            }
            var policies = shelf.policies
            if let names {
                policies = []
                for name in names {
                    guard let policy = PolicyID(name), shelf.policy(policy) != nil else {
                        throw Problem(.unknownPolicy, ["policy": name])
                    }
                    policies.append(policy)
                }
            }
            let history = try await call.asking { registry async throws(RegistryError) in
                try await registry.history(of: subject)
            }
            let standings = policies.compactMap { policy in
                Standing(
                    of: history,
                    under: policy,
                    on: shelf,
                    at: time.at,
                    within: time.horizon
                )
            }
            let document = Overview(
                allowed: standings.allSatisfy(\.allowed),
                standings: standings.map(StandingDocument.init)
            )
            return call.privateAnswer(JSONText.make(document, isPretty: false) + "\n")
        },
        .write(.post, "/v1/standings", .key(.read)) { call async throws(Problem) in
            let body = try await call.body(StandingsBody.self)
            let time = try await call.time()
            let shelf = try await call.shelf()
            guard shelf.policy(body.policy) != nil else {
                throw Problem(.refused(.unknownPolicy(body.policy)))
            }
            let histories = try await call.asking { registry async throws(RegistryError) in
                try await registry.histories(of: body.subjects)
            }
            var bytes = Array("{\"standings\":[".utf8)
            for history in histories {
                let standing = Standing(
                    of: history,
                    under: body.policy,
                    on: shelf,
                    at: time.at,
                    within: time.horizon
                )
                guard let standing else { continue }
                if bytes.last == UInt8(ascii: "}") { bytes.append(UInt8(ascii: ",")) }
                bytes += StandingDocument(standing).line
            }
            bytes += Array("]}\n".utf8)
            return call.privateAnswer(bytes, type: "application/json")
        },
    ]

    private struct Overview: Encodable {
        let allowed: Bool
        let standings: [StandingDocument]
    }
}

extension Call {
    /// For when a question is asked, and as known when.
    struct Time {
        let at: Instant
        let horizon: Horizon
        /// Whether it is about the present.
        let isNow: Bool
    }

    /// The time that the parameters name; the present without them.
    func time() async throws(Problem) -> Time {
        let (at, knownAt) = (try query.instant("at"), try query.instant("knownAt"))
        let now = try await now()
        return Time(
            at: at ?? now,
            horizon: Horizon(knownAt: knownAt ?? now),
            isNow: at == nil && knownAt == nil
        )
    }

    /// What was published, as the registry has it.
    func shelf() async throws(Problem) -> Shelf {
        try await asking { registry async throws(RegistryError) in try await registry.shelf() }
    }

    /// The standing that the address asks for.
    fileprivate func standing() async throws(Problem) -> Response {
        let subject = try await subject()
        let name = try text("policy")
        let type = try negotiated(Endpoint.standingTypes)
        let time = try await time()
        let history = try await asking { registry async throws(RegistryError) in
            try await registry.history(of: subject)
        }
        let standing = PolicyID(name)
            .flatMap { [shelf = try await shelf()] in
                Standing(of: history, under: $0, on: shelf, at: time.at, within: time.horizon)
            }
        guard let standing else { throw Problem(.unknownPolicy, ["policy": name]) }
        if type == "application/jwt" {
            guard time.isNow else { throw .invalid(parameter: "at", .onlyNow) }
            let token = try await service.signer.token(standing)
            return privateAnswer(token.utf8, type: type)
        }
        return answer(
            StandingDocument(standing).line + [UInt8(ascii: "\n")],
            type: type,
            tag: EntityTag(of: standing.essence),
            caching: "private, no-cache",
            [.vary: "Accept"]
        )
    }
}

extension Standing {
    /// What changes when it says something else than at another moment.
    fileprivate var essence: [UInt8] {
        var bytes = Array(subject.id.utf8)
        for text in [policy.slug, state.rawValue, allowed ? "1" : "0"] {
            bytes.append(0)
            bytes += text.utf8
        }
        for decision in [accepted?.decision, lastAccepted?.decision] {
            bytes.append(0)
            bytes += decision?.bytes ?? []
        }
        let instants = [validUntil?.milliseconds, required?.acceptBy?.milliseconds]
        let editions = [required?.edition, inForce] + upcoming
        for number in instants + editions.map({ $0.map(Int64.init) }) {
            bytes.append(number == nil ? 0 : 1)
            withUnsafeBytes(of: (number ?? 0).littleEndian) { bytes += $0 }
        }
        return bytes
    }
}
