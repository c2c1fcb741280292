internal import Kelisim

extension Endpoint {
    /// What was published.
    static let policies: [Endpoint] = [
        .get("/v1/policies", .open, ["at"]) { call async throws(Problem) in
            let instant = try call.query.instant("at") ?? call.service.parts.clock()
            let documents = call.service.policies.compactMap { PolicyDocument($0, at: instant) }
            return .json(JSONText.make(["policies": documents]) + "\n", headers: publicFields)
        },
        .get("/v1/policies/{policy}", .open, ["at"]) { call async throws(Problem) in
            let policy = try call.policy()
            let instant = try call.query.instant("at") ?? call.service.parts.clock()
            guard let document = PolicyDocument(policy, at: instant) else {
                throw Problem(.unknownPolicy, ["policy": policy.id.slug])
            }
            return .json(document.json, headers: publicFields)
        },
        .get("/v1/policies/{policy}/editions/{edition}") { call async throws(Problem) in
            let policy = try call.policy()
            let name = try call.text("edition")
            let edition = try call.edition(name, of: policy)
            let now = call.service.parts.clock()
            let state = policy.timeline.state(of: edition.number, at: now)
            guard let row = PolicyDocument.EditionRow(edition, state: state) else {
                throw Problem(.unknownEdition, ["edition": name])
            }
            return .json(row.json, headers: publicFields)
        },
    ]
}
