/// A record that was written, or would be.
public struct RecordOutcome<Record: Sendable>: Sendable {
    /// What it says.
    public let record: Record
    /// The path of its file, as the reader would open it.
    public let file: String
    /// The exact bytes of the file.
    public let bytes: [UInt8]
    /// What a person should look at all the same.
    public let warnings: [Finding]
}
