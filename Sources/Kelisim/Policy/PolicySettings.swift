/// The current settings of a policy, as `policy.yaml` gives them.
///
/// They hold for the next publication. What holds for a published edition is frozen in its
/// ``Publication``.
public struct PolicySettings: Hashable, Sendable {
    /// The name of the document, in each language.
    public let title: LocalizedText
    /// Whose policy it is.
    public let `operator`: Operator
    /// The languages; every edition needs a text in each.
    public let languages: [Language]
    /// Which text prevails.
    public let authoritative: Authority
    /// Where its days begin and end.
    public let timeZone: TimeZoneRules
    /// What acceptance takes.
    public let acceptance: Acceptance

    /// Makes settings from their facts.
    public init(
        title: LocalizedText,
        operator: Operator,
        languages: [Language],
        authoritative: Authority,
        timeZone: TimeZoneRules,
        acceptance: Acceptance
    ) {
        self.title = title
        self.operator = `operator`
        self.languages = languages
        self.authoritative = authoritative
        self.timeZone = timeZone
        self.acceptance = acceptance
    }
}
