internal import Hummingbird
internal import Kelisim

extension Endpoint {
    /// Who may decide for whom.
    static let guardianships: [Endpoint] = [
        .get("/v1/guardianships/{guardianship}", .key(.read)) { call async throws(Problem) in
            let id = try call.guardianship()
            let versions = try await call.asking { registry async throws(RegistryError) in
                try await registry.versions(of: id)
            }
            guard !versions.isEmpty else { throw Problem(.refused(.unknownGuardianship(id))) }
            return call.privateAnswer(GuardianshipVersions(versions).json)
        },
        .write(.put, "/v1/guardianships/{guardianship}", .key(.admin)) {
            call async throws(Problem) in
            let id = try call.guardianship()
            let body = try await call.body(GuardianshipBody.self)
            let guardianship = body.guardianship(id)
            guard guardianship.isPossible else {
                let refusal = Refusal.guardianshipNotValid(.impossible)
                throw Problem(refusal.finding(at: Place("request")), code: refusal.code)
            }
            guard
                case .guardianship(let known, let isNew) =
                    try await call.submit(.guardianship(guardianship))
            else { throw Problem(.internalError) }
            return .json(
                GuardianshipDocument(known).json,
                status: isNew ? .created : .ok,
                headers: [.cacheControl: "no-store"]
            )
        },
        .get("/v1/subjects/{subject}/guardianships", .subject(.read)) {
            call async throws(Problem) in
            let subject = try await call.subject()
            let guardianships = try await call.asking { registry async throws(RegistryError) in
                try await registry.guardianships(about: subject)
            }
            return call.privateAnswer(GuardianshipList(guardianships).json)
        },
    ]
}

extension Call {
    /// The guardianship in the address.
    fileprivate func guardianship() throws(Problem) -> GuardianshipID {
        guard let id = GuardianshipID(try text("guardianship")) else {
            throw .invalid(parameter: "guardianship", .guardianshipNeeded)
        }
        return id
    }
}
