internal import Foundation
internal import Kelisim
internal import NIOCore

/// Reads the body of a request as JSON and says of each flaw where it is.
enum JSONBody {
    /// Reads `bytes`.
    ///
    /// - Throws: ``Problem``: `malformed` when it is no JSON, `invalid` with a pointer when a field is
    ///   missing, unknown or can't be so.
    static func read<Body: Decodable>(
        _ type: Body.Type,
        _ bytes: ByteBuffer
    ) throws(Problem) -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            throw Problem(error)
        } catch {
            throw .malformed(.notJSON)
        }
    }

    /// The JSON pointer (RFC 6901) to where `path` leads.
    static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            let name = key.intValue.map(String.init) ?? key.stringValue
            return "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
        }
        .joined()
    }
}

extension Problem {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .invalid(JSONBody.pointer(context.codingPath + [key]), .missing)
        case .typeMismatch(_, let context):
            self = .invalid(JSONBody.pointer(context.codingPath), .wrongType)
        case .valueNotFound(_, let context):
            self = .invalid(JSONBody.pointer(context.codingPath), .missing)
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .invalid(JSONBody.pointer(context.codingPath), .wrongType)
        default: self = .malformed(.notJSON)
        }
    }

    /// A request that can't be read at all.
    static func malformed(_ reason: Sentence) -> Problem {
        Problem(Finding(.malformed, at: Place("request"), words: ["reason": reason]))
    }
}
