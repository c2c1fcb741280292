internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog

extension Endpoint {
    private struct Document: Encodable {
        let token: String
        let policy: String
        let edition: Int
        let language: String
        let textDigest: String
        let html: String
        let issuedAt: String
        let expiresAt: String
    }

    /// What is about to be shown.
    static let presentations: [Endpoint] = [
        .write(.post, "/v1/presentations", .subject(.decide)) { call async throws(Problem) in
            let body = try await call.body(PresentationBody.self)
            let now = try await call.now()
            guard let policy = call.service.policy(body.policy) else {
                throw Problem(.refused(.unknownPolicy(body.policy)))
            }
            let edition = try call.edition(body.edition, of: policy, at: now)
            guard let text = edition.text(in: body.language),
                edition.publication?.texts.contains(where: { $0.language == body.language })
                    ?? false
            else {
                let languages = edition.publication?.texts.map(\.language.tag) ?? []
                let facts = [
                    "language": body.language.tag, "languages": languages.joined(separator: ", "),
                ]
                let finding = Finding(.unknownTextLanguage, at: Place("request"), facts)
                throw Problem(finding, pointer: "/language")
            }
            guard edition.terms?.isOfficial(body.language) ?? false else {
                let refusal = Refusal.textNotOfficial(body.language)
                throw Problem(.refused(refusal))
            }
            let html = try call.service.readings.reading(of: text).html
            let presentation = Presentation(
                policy: edition.policy,
                edition: edition.number,
                language: text.language,
                textDigest: text.digest,
                htmlDigest: Digest(of: html),
                issuedAt: now
            )
            let document = Document(
                token: presentation.token(key: call.service.secrets.presentationKey),
                policy: presentation.policy.slug,
                edition: presentation.edition,
                language: presentation.language.tag,
                textDigest: presentation.textDigest.description,
                html: String(decoding: html, as: UTF8.self),
                issuedAt: presentation.issuedAt.description,
                expiresAt: presentation.expiresAt.description
            )
            return .json(
                JSONText.make(document) + "\n",
                status: .created,
                headers: [.cacheControl: "no-store"]
            )
        }
    ]
}

extension Call {
    /// The edition with `number`, which can be decided on; without a number the one in force.
    fileprivate func edition(
        _ number: Int?,
        of policy: Policy,
        at now: Instant
    ) throws(Problem) -> Edition {
        guard let number else { return try edition(inForceAt: now, of: policy) }
        let state = policy.timeline.state(of: number, at: now)
        guard let edition = policy.edition(number) else {
            throw Problem(.refused(.unknownEdition(policy.id, number)))
        }
        guard [.inForce, .upcoming].contains(state) else {
            throw Problem(.refused(.editionNotAcceptable(policy.id, number, state, at: now)))
        }
        return edition
    }
}
