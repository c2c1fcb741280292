/// What became of a `justifications.yaml` to which the missing entries were to be added.
public struct JustificationsOutcome: Hashable, Sendable {
    /// The path of the file, as the reader would open it.
    public let file: String
    /// The keys that were added, in order; empty when nothing was missing and nothing was written.
    public let added: [String]
}
