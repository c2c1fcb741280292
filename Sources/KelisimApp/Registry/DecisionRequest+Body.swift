internal import Kelisim
internal import KelisimLog

extension DecisionRequest {
    private struct Body: Encodable {
        let subject: String
        let act: String
        let method: String
        let policy: String
        let edition: Int?
        let language: String?
        let textDigest: String?
        let actor: [String]?
        let occurredAt: String?
        let evidence: [String?]?
        let context: [String?]
    }

    /// Bytes that are equal for equal requests of a command line, by which a repeat is known.
    var body: [UInt8] {
        guard case .edition(let policy, let edition, let language, let digest) = target else {
            return []
        }
        let body = Body(
            subject: subject.id,
            act: act.rawValue,
            method: method.rawValue,
            policy: policy.slug,
            edition: edition,
            language: language?.tag,
            textDigest: digest?.description,
            actor: actor.map { [$0.id.id, $0.guardianship.name] },
            occurredAt: occurredAt?.description,
            evidence: evidence.map { [$0.type, $0.digest?.description, $0.reference] },
            context: [
                context.screen, context.statement, context.button, context.ip, context.userAgent,
                context.note,
            ]
        )
        return Array(JSONText.make(body, isPretty: false).utf8)
    }
}
