internal import Kelisim

/// Who makes a call.
enum Caller: Sendable {
    /// A backend, by its key.
    case key(AccessKey)
    /// The browser of a subject, by a token that the key with this id signed.
    case subject(Subject, signedBy: String)

    /// By what name a decision says who recorded it.
    var name: String {
        switch self {
        case .key(let key): key.id
        case .subject(_, let key): "token/\(key)"
        }
    }

    /// Whose idempotency keys are its own.
    var idempotencyName: String {
        switch self {
        case .key(let key): key.id
        case .subject(let subject, let key): "token/\(key)/\(subject.id)"
        }
    }
}
