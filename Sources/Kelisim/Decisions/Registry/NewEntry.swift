/// A row that a registry has to add.
public struct NewEntry: Sendable {
    /// The row; its record is nil when it was erased by a later submission of the same batch.
    public var entry: Entry
    /// The record, by which the row is found.
    public let record: Record
    /// The key to remember with the row, and how many rows from it on were recorded under that key.
    public let remembers: (key: [UInt8], count: Int)?
}
