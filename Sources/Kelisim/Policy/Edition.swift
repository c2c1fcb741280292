package import KelisimLog

/// One numbered version of a policy, in all of its languages at once.
public struct Edition: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyID
    /// The number, from 1.
    public let number: Int
    /// The path of its folder, as the reader would open it.
    public let folder: String
    /// What `edition.yaml` says, or nil when it is missing or has errors.
    public let settings: EditionSettings?
    /// What holds: of a published edition what was published, of a draft what would be; nil for a
    /// draft whose settings have errors.
    public let terms: EditionTerms?
    /// The record of its publication; nil for a draft.
    public let publication: Publication?
    /// The record of its cancellation.
    public let cancellation: Cancellation?
    /// The texts that there are, in the policy's order of languages.
    public let texts: [Text]
    /// The warnings that `accepted.yaml` lets stand.
    let acceptedWarnings: [AcceptedWarning]
    /// Why its clauses were changed, as far as `justifications.yaml` says so.
    public let justifications: Justifications
    /// The digest of `publication.json` as it is on the disk, be it readable or not.
    package let publicationFile: Digest?

    /// The greatest number that an edition can have.
    package static let greatest = 100_000

    /// The text in `language`.
    public func text(in language: Language) -> Text? {
        texts.first { $0.language == language }
    }
}
