/// A language this module can word dates, numbers and rules in.
///
/// Policies may be written in any language; those outside this list are shown with ISO dates by
/// the caller.
public enum WordingLanguage: String, Sendable, CaseIterable {
    /// Kazakh, in Cyrillic.
    case kk
    /// Russian.
    case ru
    /// English.
    case en

    /// The language that a BCP 47 tag names by its primary subtag, in any letter case.
    ///
    /// `kk`, `kk-KZ` and `KK-Cyrl-KZ` are Kazakh. Kazakh in Latin or Arabic script is not offered:
    /// its words would be in the wrong script.
    public init?(tag: String) {
        let subtags = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard let primary = subtags.first, !subtags.contains("latn"), !subtags.contains("arab")
        else { return nil }
        self.init(rawValue: String(primary))
    }
}
