internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog
internal import KelisimText
internal import NIOCore

/// A request to one of the calls, from somebody who may make it.
struct Call: Sendable {
    /// How large a body may be, in bytes.
    static let bodyLimit = 1 << 20

    /// The request.
    let request: Request
    /// The variable parts of the address.
    let parts: Parameters
    /// The parameters of the address.
    let query: Query
    /// Who asks; nil where everybody may.
    let caller: Caller?
    /// What answers.
    let service: ConsentService

    /// The fields of the request.
    var headers: HTTPFields { request.headers }

    /// The present moment, and never before the last row was recorded, whatever the clock says.
    func now() async throws(Problem) -> Instant {
        let now = service.parts.clock()
        let last = try await asking { registry async throws(RegistryError) in
            try await registry.head().lastRecordedAt
        }
        return last.map { max(now, $0) } ?? now
    }

    /// Asks the registry.
    func asking<Value>(
        _ question: (any Registry) async throws(RegistryError) -> Value
    ) async throws(Problem) -> Value {
        do throws(RegistryError) {
            return try await question(service.parts.registry)
        } catch {
            throw await service.problem(error)
        }
    }

    /// Gives the registry something to record, and has the log published.
    func submit(_ submission: Submission) async throws(Problem) -> Answer {
        let answer = try await asking { registry async throws(RegistryError) in
            try await registry.submit(submission)
        }
        service.parts.recorded()
        return answer
    }

    /// The part of the address called `name`, decoded.
    func text(_ name: String) throws(Problem) -> String {
        guard let text = parts.get(name) else { throw Problem(.notFound) }
        // Nearly never is there anything to decode, and to look takes longer than all else here.
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        guard let decoded = text.removingPercentEncoding else { throw .malformed(.notUTF8) }
        return decoded
    }

    /// The subject in the address, about whom the caller may ask.
    func subject() async throws(Problem) -> Subject {
        let id = try text("subject")
        let subject: Subject
        do throws(Subject.Flaw) {
            subject = try Subject(id)
        } catch {
            throw Problem(error, parameter: "subject")
        }
        try await permit(subject)
        return subject
    }

    /// Lets pass who may ask about `subject`, and decide for it.
    func permit(_ subject: Subject) async throws(Problem) {
        guard case .subject(let own, _) = caller, own != subject else { return }
        let now = try await now()
        let guardianships = try await asking { registry async throws(RegistryError) in
            try await registry.guardianships(by: own)
        }
        guard guardianships.contains(where: { $0.ward == subject && $0.covers(now) }) else {
            throw Problem(.forbidden)
        }
    }

    /// The policy in the address, as far as it was published.
    func policy() throws(Problem) -> Policy {
        let name = try text("policy")
        guard let policy = PolicyID(name).flatMap(service.policy) else {
            throw Problem(.unknownPolicy, ["policy": name])
        }
        return policy
    }

    /// The edition of `policy` with the number `text`, as far as it was published.
    func edition(_ text: String, of policy: Policy) throws(Problem) -> Edition {
        guard let number = Int(text), String(number) == text, let edition = policy.edition(number)
        else { throw Problem(.unknownEdition, ["edition": text]) }
        return edition
    }

    /// The edition of `policy` in force at `instant`.
    func edition(inForceAt instant: Instant, of policy: Policy) throws(Problem) -> Edition {
        if let edition = policy.inForce(at: instant) { return edition }
        let facts = ["policy": policy.id.slug, "instant": instant.description]
        let finding = Finding(.noEditionInForce, at: Place("request"), facts)
        throw Problem(finding, code: "unknown-edition")
    }

    /// The text of `edition` in the language of the address, else in the one that the client likes best.
    func textOf(_ edition: Edition) throws(Problem) -> Text {
        let texts = edition.publication?.texts.map(\.language) ?? edition.texts.map(\.language)
        let asked = try query.language()
        let language = asked ?? Negotiation.language(headers, of: texts)
        if let language, texts.contains(language), let text = edition.text(in: language) {
            return text
        }
        let facts = [
            "language": language?.tag ?? "—",
            "languages": texts.map(\.tag).joined(separator: ", "),
        ]
        throw Problem(.unknownTextLanguage, facts)
    }

    /// The body, read as JSON.
    func body<Body: Decodable>(_ type: Body.Type) async throws(Problem) -> Body {
        try JSONBody.read(type, try await bytes())
    }

    /// The bytes of the body, which must be JSON.
    func bytes() async throws(Problem) -> ByteBuffer {
        guard Call.isJSON(headers[.contentType] ?? "") else { throw Problem(.mediaType) }
        do {
            return try await request.body.collect(upTo: Call.bodyLimit)
        } catch is NIOTooManyBytesError {
            throw Problem(.tooLarge, ["limit": String(Call.bodyLimit)])
        } catch {
            throw .malformed(.notJSON)
        }
    }

    private static func isJSON(_ type: String) -> Bool {
        let json = "application/json"
        // Nearly everybody writes it so.
        return type == json
            || type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() == json
    }

    /// The answer `text` of type `type` under an entity tag; 304 when the client has it.
    func answer(
        _ bytes: some Sequence<UInt8>,
        type: String,
        tag: EntityTag,
        caching: String,
        _ fields: HTTPFields = [:]
    ) -> Response {
        var fields = fields
        fields[.eTag] = tag.text
        fields[.cacheControl] = caching
        if tag.isKnown(headers) { return Response(status: .notModified, headers: fields) }
        return Response(type: type, bytes: bytes, headers: fields)
    }
}
