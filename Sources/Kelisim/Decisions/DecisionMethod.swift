/// How an act was done.
///
/// Each is stored as what it is.
public enum DecisionMethod: String, Codable, Hashable, Sendable, CaseIterable {
    /// By using the service (seed 2.1).
    case implied
    /// By a press of a button under the text.
    case click
    /// By an electronic signature.
    case signature
    /// On paper, entered afterwards.
    case paper
    /// Taken over from another system.
    case imported
    /// Told on a screen.
    case screen
    /// Told by e-mail.
    case email
    /// Told by a text message.
    case sms
    /// Told by letter.
    case letter

    /// How strong an acceptance by it is; nil where it only tells something.
    ///
    /// `implied` is weaker than `click`, with which `paper` and `imported` rank; `signature` is the
    /// strongest.
    public var strength: Int? {
        switch self {
        case .implied: 0
        case .click, .paper, .imported: 1
        case .signature: 2
        case .screen, .email, .sms, .letter: nil
        }
    }

    /// Whether `act` can be done by it.
    public func isPossible(for act: Act) -> Bool {
        switch act {
        case .notified: strength == nil
        case .accepted: strength != nil
        case .declined, .withdrawn: strength != nil && self != .implied
        }
    }
}

extension Acceptance {
    /// Whether accepting by `method` is enough.
    public func isMet(by method: DecisionMethod) -> Bool {
        let needed =
            switch minimumMethod {
            case .implied: 0
            case .click: 1
            case .signature: 2
            }
        return method.strength.map { $0 >= needed } ?? false
    }
}
