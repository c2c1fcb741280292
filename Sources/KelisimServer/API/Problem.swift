internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimText
internal import NIOCore

/// Why a request is not answered as asked: RFC 9457, with a stable `code`.
///
/// The one place where errors become HTTP; what is behind one is logged and never returned.
struct Problem: Error {
    /// The media type of the answers.
    static let type = "application/problem+json"

    /// The status of each code; of others 422.
    private static let statuses: [String: HTTPResponse.Status] = [
        "malformed": .badRequest, "idempotency-key-missing": .badRequest,
        "unauthenticated": .unauthorized,
        "forbidden": .forbidden, "ward-cannot-decide": .forbidden,
        "guardianship-not-valid": .forbidden,
        "not-found": .notFound, "unknown-policy": .notFound, "unknown-edition": .notFound,
        "unknown-language": .notFound, "unknown-clause": .notFound, "unknown-decision": .notFound,
        "unknown-guardianship": .notFound, "no-edition-in-force": .notFound,
        "method-not-allowed": .methodNotAllowed, "not-acceptable": .notAcceptable,
        "edition-not-acceptable": .conflict, "text-mismatch": .conflict,
        "text-not-official": .conflict, "presentation-expired": .conflict,
        "presentation-invalid": .conflict, "subject-on-hold": .conflict,
        "guardianship-fixed": .conflict, "gone": .gone, "too-large": .contentTooLarge,
        "media-type": .unsupportedMediaType, "rate-limited": .tooManyRequests,
        "busy": .serviceUnavailable, "unavailable": .serviceUnavailable,
        "not-yet-covered": .serviceUnavailable, "internal": .internalServerError,
    ]

    /// The stable name, for programs.
    let code: String
    /// What is wrong, in three languages.
    let finding: Finding
    /// The field of the body that is meant, a JSON pointer (RFC 6901).
    var pointer: String?
    /// The parameter of the address that is meant.
    var parameter: String?
    /// Fields of the answer that belong to it.
    var headers: HTTPFields = [:]

    /// The problem that `finding` tells of.
    init(
        _ finding: Finding,
        code: String? = nil,
        pointer: String? = nil,
        parameter: String? = nil
    ) {
        self.finding = finding
        self.code = code ?? finding.code.name
        self.pointer = pointer
        self.parameter = parameter
        guard status == .serviceUnavailable else { return }
        headers[.retryAfter] = "1"
    }

    /// The problem of kind `code`.
    init(_ code: FindingCode, _ facts: [String: String] = [:]) {
        self.init(Finding(code, at: Place("request"), facts))
    }

    /// The status of the answer.
    var status: HTTPResponse.Status { Problem.statuses[code] ?? .unprocessableContent }

    private struct Document: Encodable {
        let type = "about:blank"
        let title: String
        let status: Int
        let detail: String
        let code: String
        let pointer: String?
        let parameter: String?
    }

    /// The answer, in the language of people that `request` prefers.
    func response(to headers: HTTPFields) -> Response {
        let language = Negotiation.wording(headers)
        let document = Document(
            title: status.reasonPhrase,
            status: status.code,
            detail: finding.message(in: language),
            code: code,
            pointer: pointer,
            parameter: parameter
        )
        var response = Response(
            status: status,
            type: Problem.type,
            bytes: JSONText.make(document).utf8
        )
        for field in self.headers { response.headers.append(field) }
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentLanguage] = language.rawValue
        return response
    }
}

extension Problem {
    /// The problem that `error` of the registry is.
    init(_ error: RegistryError, shelf: Shelf = Shelf()) {
        switch error {
        case .refused(let refusal):
            let finding = refusal.finding(at: Place("request"), shelf: shelf)
            self.init(finding, code: refusal.code, pointer: refusal.pointer)
        case .busy: self.init(FindingCode.busy)
        case .unavailable: self = .unavailable
        case .damaged: self.init(.internalError)
        }
    }

    /// The database, or the log, can't be reached.
    static var unavailable: Problem {
        Problem(Finding(.serviceUnavailable, at: Place("request")), code: "unavailable")
    }

    /// An identifier that is unfit for a subject, or looks like personal data.
    init(_ flaw: Subject.Flaw, pointer: String? = nil, parameter: String? = nil) {
        let finding = Finding(
            .subjectNotOpaque,
            at: Place("request"),
            words: ["reason": flaw.sentence]
        )
        self.init(finding, pointer: pointer, parameter: parameter)
    }

    /// A field of the body that can't be, at `pointer`.
    static func invalid(_ pointer: String, _ reason: Sentence) -> Problem {
        let finding = Finding(
            .invalidField,
            at: Place("request"),
            ["pointer": pointer],
            words: ["reason": reason]
        )
        return Problem(finding, code: "invalid", pointer: pointer)
    }

    /// A parameter of the address that can't be.
    static func invalid(parameter: String, _ reason: Sentence) -> Problem {
        let finding = Finding(
            .invalidField,
            at: Place("request"),
            ["pointer": parameter],
            words: ["reason": reason]
        )
        return Problem(finding, code: "invalid", parameter: parameter)
    }
}

extension Refusal {
    /// The field of a decision that it is about.
    var pointer: String? {
        switch self {
        case .unknownPolicy: "/policy"
        case .unknownEdition, .editionNotAcceptable: "/edition"
        case .unknownLanguage, .textNotOfficial: "/language"
        case .textMismatch: "/textDigest"
        case .presentationExpired, .presentationInvalid: "/presentation"
        case .wardCannotDecide, .guardianshipNotValid: "/actor"
        case .occurredAtNotAllowed: "/occurredAt"
        case .evidenceMissing: "/evidence"
        case .methodNotPossible: "/method"
        case .idempotencyKeyReused, .gone, .subjectOnHold, .guardianshipFixed,
            .unknownGuardianship, .publicationContradicted, .publicationOutOfOrder:
            nil
        }
    }
}
