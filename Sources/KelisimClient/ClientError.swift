internal import Foundation

/// Why a service did not do what a client asked.
public enum ClientError: Error, Hashable, Sendable {
    /// The service refused: its stable `code`, what it said, and the field that is meant, a JSON pointer.
    case refused(status: Int, code: String, detail: String, pointer: String?)
    /// The service can't be reached, or can't answer at the moment.
    case unavailable(String)
    /// The answer is not that of a Kelisim service.
    case unreadable

    private struct Problem: Decodable {
        let code: String
        let detail: String
        let pointer: String?
    }

    /// The error that an answer with `status` and `body` tells of.
    init(status: Int, body: [UInt8]) {
        guard let problem = try? JSONDecoder().decode(Problem.self, from: Data(body)) else {
            self = status >= 500 ? .unavailable("status \(status)") : .unreadable
            return
        }
        self = .refused(
            status: status,
            code: problem.code,
            detail: problem.detail,
            pointer: problem.pointer
        )
    }
}
