/// An edition that was begun.
public struct DraftOutcome: Hashable, Sendable {
    /// Its number.
    public let number: Int
    /// The number of the edition it was copied from.
    public let basedOn: Int
    /// The paths of its files, as the reader would open them.
    public let files: [String]
}
