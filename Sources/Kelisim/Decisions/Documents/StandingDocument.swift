internal import KelisimLog

/// A standing as programs are told of it.
public struct StandingDocument: Encodable, Sendable {
    private struct Actor: Encodable {
        let id: String
        let capacity = "guardian"
        let guardianship: String
    }

    private struct Accepted: Encodable {
        let edition: Int
        let language: OrNull<String>
        let textDigest: OrNull<String>
        let at: String
        let method: String
        let decision: String
        let actor: OrNull<Actor>

        init(_ accepted: Standing.Accepted) {
            edition = accepted.edition
            language = OrNull(accepted.language?.tag)
            textDigest = OrNull(accepted.textDigest?.description)
            at = accepted.at.description
            method = accepted.method.rawValue
            decision = accepted.decision.description
            actor = OrNull(
                accepted.actor.map { Actor(id: $0.id.id, guardianship: $0.guardianship.name) }
            )
        }
    }

    private struct Required: Encodable {
        let edition: Int
        let acceptBy: OrNull<String>
    }

    private struct Body: Encodable {
        let subject: String
        let policy: String
        let at: String
        let knownAt: String
        let state: String
        let allowed: Bool
        let validUntil: OrNull<String>
        let accepted: OrNull<Accepted>
        let lastAccepted: OrNull<Accepted>
        let required: OrNull<Required>
        let inForce: OrNull<Int>
        let upcoming: [Int]
    }

    let standing: Standing

    /// The document of `standing`.
    public init(_ standing: Standing) {
        self.standing = standing
    }

    /// Writes every field, also those that are null.
    public func encode(to encoder: any Encoder) throws {
        let required = standing.required.map {
            Required(edition: $0.edition, acceptBy: OrNull($0.acceptBy?.description))
        }
        let body = Body(
            subject: standing.subject.id,
            policy: standing.policy.slug,
            at: standing.at.description,
            knownAt: standing.knownAt.description,
            state: standing.state.rawValue,
            allowed: standing.allowed,
            validUntil: OrNull(standing.validUntil?.description),
            accepted: OrNull(standing.accepted.map(Accepted.init)),
            lastAccepted: OrNull(standing.lastAccepted.map(Accepted.init)),
            required: OrNull(required),
            inForce: OrNull(standing.inForce),
            upcoming: standing.upcoming
        )
        try body.encode(to: encoder)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
