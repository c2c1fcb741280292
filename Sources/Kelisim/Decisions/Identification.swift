/// How the text that a decision is about was identified.
public enum Identification: String, Hashable, Sendable, CaseIterable {
    /// By a presentation: what was shown is what was recorded.
    case presentation
    /// By the digest of its exact bytes.
    case digest
    /// By the number of the edition alone.
    case number
    /// Not at all: a legacy acceptance of nobody knows which edition. History only.
    case unknown
}
