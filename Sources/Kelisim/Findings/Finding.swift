public import KelisimText

/// Something that a careful reviewer would point out, and where.
public struct Finding: Hashable, Sendable {
    /// Where it is.
    public let place: Place
    /// What kind of thing it is.
    public let code: FindingCode
    /// How grave it is here: that of the code, except that nothing in a published text, which can't
    /// be changed any more, is an error.
    public let severity: FindingCode.Severity
    /// The facts of the case, by the names in the code's sentences.
    public let arguments: [String: String]
    /// Those facts that are words and so differ between the languages.
    public let words: [String: Sentence]
    /// Other places that belong to it, such as the same clause in the other language.
    public let related: [Place]

    /// Makes a finding of kind `code` at `place`.
    public init(
        _ code: FindingCode,
        at place: Place,
        _ arguments: [String: String] = [:],
        words: [String: Sentence] = [:],
        related: [Place] = [],
        severity: FindingCode.Severity? = nil
    ) {
        self.place = place
        self.code = code
        self.arguments = arguments
        self.words = words
        self.related = related
        self.severity = severity ?? code.severity
    }

    /// What is wrong, in `language`.
    public func message(in language: WordingLanguage) -> String {
        code.message.text(in: language, facts(in: language))
    }

    /// What to do about it, in `language`.
    public func help(in language: WordingLanguage) -> String {
        code.help.text(in: language, facts(in: language))
    }

    private func facts(in language: WordingLanguage) -> [String: String] {
        let spoken = words.mapValues { $0.text(in: language, arguments) }
        return arguments.merging(spoken) { $1 }
    }
}

extension Finding: Comparable {
    /// Orders by place, then by the name of the code, then by the facts.
    public static func < (left: Finding, right: Finding) -> Bool {
        if left.place != right.place { return left.place < right.place }
        if left.code != right.code { return left.code.name < right.code.name }
        let facts = [left, right]
            .map { finding in
                finding.arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            }
        return facts[0].lexicographicallyPrecedes(facts[1])
    }
}
