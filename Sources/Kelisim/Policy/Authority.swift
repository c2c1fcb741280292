/// Which text prevails when the languages of an edition differ.
public enum Authority: Hashable, Sendable {
    /// The text in one language.
    case language(Language)
    /// None: the official texts have equal force.
    case equal
}

extension Authority: LosslessStringConvertible {
    /// Reads a language tag or `equal`; nil for everything else.
    public init?(_ description: String) {
        if description == "equal" {
            self = .equal
        } else if let language = Language(description) {
            self = .language(language)
        } else {
            return nil
        }
    }

    /// The language tag or `equal`.
    public var description: String {
        switch self {
        case .language(let language): language.tag
        case .equal: "equal"
        }
    }
}
