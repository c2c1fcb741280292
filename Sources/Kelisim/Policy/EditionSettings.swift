/// What `edition.yaml` says about one edition.
public struct EditionSettings: Hashable, Sendable {
    /// When it comes into force.
    public let effective: EffectiveRule
    /// What it asks of those who agreed before.
    public let change: ChangeKind
    /// The days of grace from coming into force, or nil when there is no deadline.
    public let acceptWithin: DayCount?
    /// The edition it was made from; nil for the first.
    public let basedOn: Int?
    /// What changed and why.
    public let summary: LocalizedText?
    /// Why the edition is editorial although words of it are others.
    public let editorialReason: LocalizedText?
    /// The languages whose text is a translation for reading only.
    public let unofficial: [Language]
    /// Who approved it, in the operator's words.
    public let approvedBy: String?
    /// What the text was imported from.
    public let source: EditionSource?
    /// Where each key stands in the file.
    package let places: [String: Place]
}
