internal import Kelisim
internal import KelisimLog

/// One decision as POST /v1/decisions takes it.
struct DecisionBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case subject, act, method, presentation, policy, edition, language, textDigest, actor
        case occurredAt, evidence, context
    }

    /// How the text is named: by the token of a presentation, or by itself.
    enum Target {
        case presentation(String)
        case edition(PolicyID, Int?, Language?, Digest?)
    }

    let subject: Subject
    let act: Act
    let method: DecisionMethod
    let target: Target
    let actor: Actor?
    let occurredAt: Instant?
    let evidence: Evidence?
    let context: DecisionContext

    init(from decoder: any Decoder) throws {
        try self.init(decoder.container(keyedBy: FieldName.self))
    }

    /// The decision that is `container`.
    init(_ container: KeyedDecodingContainer<FieldName>) throws {
        let fields = try BodyFields(container, by: Key.self)
        subject = try fields.subject(.subject)
        act = try fields.word(.act)
        method = try fields.word(.method)
        target = try DecisionBody.target(fields, act)
        actor = try fields.optional(.actor, ActorBody.self)?.actor
        occurredAt = try fields.instant(.occurredAt)
        evidence = try fields.optional(.evidence, EvidenceBody.self)?.evidence
        context =
            try fields.optional(.context, ContextBody.self)?.context ?? DecisionContext()
    }

    private static func target(_ fields: BodyFields<Key>, _ act: Act) throws -> Target {
        if let token = try fields.optional(.presentation, String.self) {
            let others: [Key] = [.policy, .edition, .language, .textDigest]
            if let other = others.first(where: fields.has) {
                throw fields.problem(other, .oneTarget)
            }
            return .presentation(token)
        }
        let policy = try fields.policy(.policy)
        let edition = try fields.optional(.edition, Int.self)
        if let edition, !(1...Edition.greatest ~= edition) {
            throw fields.problem(.edition, .numberNeeded(1...Edition.greatest))
        }
        let language = try fields.language(.language)
        // Of a withdrawal the accepted edition is taken; an imported acceptance may not know its own.
        let mayLack = act == .withdrawn
        guard edition != nil || mayLack else { throw fields.problem(.edition, .missing) }
        guard language != nil || mayLack else { throw fields.problem(.language, .missing) }
        return .edition(policy, edition, language, try fields.digest(.textDigest))
    }

    /// What the registry is asked for.
    ///
    /// - Parameters:
    ///   - key: under which presentations are signed.
    ///   - name: which API key asks.
    ///   - pointer: where in the body the decision is.
    /// - Returns: the request.
    /// - Throws: ``Problem`` when the presentation is none.
    func request(
        key: Nonce,
        recordedBy name: String?,
        at pointer: String
    ) throws(Problem) -> DecisionRequest {
        let target: DecisionRequest.Target
        switch self.target {
        case .presentation(let token):
            guard let presentation = Presentation(token: token, key: key) else {
                throw Problem(
                    Refusal.presentationInvalid.finding(at: Place("request")),
                    pointer: "\(pointer)/presentation"
                )
            }
            target = .presentation(presentation)
        case .edition(let policy, let edition, let language, let digest):
            target = .edition(policy, edition, language, digest)
        }
        return DecisionRequest(
            subject: subject,
            act: act,
            method: method,
            target: target,
            actor: actor,
            occurredAt: occurredAt,
            evidence: evidence,
            context: context,
            recordedBy: name
        )
    }
}

private struct ActorBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case id, capacity, guardianship
    }

    let actor: Actor

    init(from decoder: any Decoder) throws {
        let fields = try BodyFields(decoder, by: Key.self)
        guard try fields.needed(.capacity, String.self) == "guardian" else {
            throw fields.problem(.capacity, .capacityNeeded)
        }
        let name = try fields.value(.guardianship, .guardianshipNeeded) { GuardianshipID($0) }
        guard let name else { throw fields.problem(.guardianship, .missing) }
        actor = Actor(id: try fields.subject(.id), guardianship: name)
    }
}

private struct EvidenceBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case type, digest, reference
    }

    let evidence: Evidence

    init(from decoder: any Decoder) throws {
        let fields = try BodyFields(decoder, by: Key.self)
        guard let type = try fields.text(.type, atMost: 128) else {
            throw fields.problem(.type, .missing)
        }
        evidence = Evidence(
            type: type,
            digest: try fields.digest(.digest),
            reference: try fields.text(.reference, atMost: 1024)
        )
    }
}

private struct ContextBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case screen, statement, button, ip, userAgent, note
    }

    let context: DecisionContext

    init(from decoder: any Decoder) throws {
        let fields = try BodyFields(decoder, by: Key.self)
        context = DecisionContext(
            screen: try fields.text(.screen, atMost: 256),
            statement: try fields.text(.statement, atMost: 8192),
            button: try fields.text(.button, atMost: 1024),
            ip: try fields.text(.ip, atMost: 64),
            userAgent: try fields.text(.userAgent, atMost: 1024),
            note: try fields.text(.note, atMost: 4096)
        )
    }
}
