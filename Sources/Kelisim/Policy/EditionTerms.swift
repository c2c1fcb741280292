/// Everything with legal force about an edition besides its texts and its dates.
///
/// For a draft it follows from `policy.yaml` and `edition.yaml` as they are; for a published
/// edition from `publication.json` alone.
public struct EditionTerms: Hashable, Sendable {
    /// When it comes into force.
    public let effective: EffectiveRule
    /// Where its days begin and end.
    public let timeZone: TimeZoneRules
    /// What it asks of those who agreed before.
    public let change: ChangeKind
    /// The days of grace from coming into force, or nil when there is no deadline.
    public let acceptWithin: DayCount?
    /// The edition it was made from; nil for the first.
    public let basedOn: Int?
    /// The name of the document, in each language.
    public let title: LocalizedText
    /// Whose policy it is.
    public let `operator`: Operator
    /// Which text prevails.
    public let authoritative: Authority
    /// What acceptance takes.
    public let acceptance: Acceptance
    /// What changed and why, in each language; nil only for a first edition without one.
    public let summary: LocalizedText?
    /// Why the edition is editorial although words of it are others, in each language; nil where
    /// nobody said why.
    public let editorialReason: LocalizedText?
    /// Who approved it, in the operator's words.
    public let approvedBy: String?
    /// The languages, in the policy's order.
    public let languages: [Language]
    /// The languages whose text is a translation for reading only.
    public let unofficial: [Language]
}

extension EditionTerms {
    /// The terms that a draft would be published with.
    init(policy: PolicySettings, edition: EditionSettings) {
        self.init(
            effective: edition.effective,
            timeZone: policy.timeZone,
            change: edition.change,
            acceptWithin: edition.acceptWithin,
            basedOn: edition.basedOn,
            title: policy.title,
            operator: policy.operator,
            authoritative: policy.authoritative,
            acceptance: policy.acceptance,
            summary: edition.summary,
            editorialReason: edition.editorialReason,
            approvedBy: edition.approvedBy,
            languages: policy.languages,
            unofficial: edition.unofficial
        )
    }

    /// Whether the text in `language` can be accepted.
    public func isOfficial(_ language: Language) -> Bool {
        languages.contains(language) && !unofficial.contains(language)
    }
}
