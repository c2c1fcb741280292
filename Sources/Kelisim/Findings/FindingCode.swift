/// A kind of finding: its stable name, how grave it is, and what it says to a person.
///
/// The codes are declared beside the rules that report them; ``all`` lists them for the
/// documentation and for tests.
public struct FindingCode: Sendable {
    /// How grave a finding is.
    public enum Severity: String, Sendable {
        /// Blocks publishing.
        case error
        /// Does not block publishing; a person should look.
        case warning
    }

    /// The stable name, for programs.
    public let name: String
    /// How grave it is.
    public let severity: Severity
    /// What is wrong, with the facts of the case in braces.
    public let message: Sentence
    /// What to do about it.
    public let help: Sentence

    package init(
        _ name: String,
        _ severity: Severity,
        message: Sentence,
        help: Sentence
    ) {
        self.name = name
        self.severity = severity
        self.message = message
        self.help = help
    }
}

extension FindingCode: Hashable {
    /// Two codes are equal when their names are.
    public static func == (left: FindingCode, right: FindingCode) -> Bool {
        left.name == right.name
    }

    /// Feeds the name to `hasher`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
