internal import HTTPTypes
internal import Hummingbird
internal import Kelisim

/// One call of the service: its address, who may make it, and what answers it.
struct Endpoint: Sendable {
    /// Who may make a call.
    enum Access: Hashable, Sendable {
        /// Everybody.
        case open
        /// Keys with the scope.
        case key(AccessScope)
        /// Keys with the scope, and the browser of a subject for itself and its wards.
        case subject(AccessScope)

        /// The scope that a key needs.
        var scope: AccessScope? {
            switch self {
            case .open: nil
            case .key(let scope), .subject(let scope): scope
            }
        }
    }

    /// The method.
    let method: HTTPRequest.Method
    /// The address, with the names of its variable parts in braces, as OpenAPI writes it.
    let path: String
    /// Who may call it.
    let access: Access
    /// The parameters that it takes behind the question mark.
    let parameters: [String]
    /// What answers.
    let answer: @Sendable (Call) async throws(Problem) -> Response

    /// A call by GET.
    static func get(
        _ path: String,
        _ access: Access = .open,
        _ parameters: [String] = [],
        _ answer: @escaping @Sendable (Call) async throws(Problem) -> Response
    ) -> Endpoint {
        Endpoint(
            method: .get,
            path: path,
            access: access,
            parameters: parameters,
            answer: answer
        )
    }

    /// A call that changes something, or has a body.
    static func write(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ access: Access,
        _ answer: @escaping @Sendable (Call) async throws(Problem) -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: access, parameters: [], answer: answer)
    }

    /// Every call of the service.
    static let all =
        policies + texts + presentations + decisions + standings + subjects + guardianships
        + log + health
}
