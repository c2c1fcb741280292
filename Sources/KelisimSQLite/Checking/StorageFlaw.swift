/// Something wrong with a database, beyond what the check of the log finds from its rows.
public enum StorageFlaw: Hashable, Sendable {
    /// SQLite finds the file damaged, in these words.
    case file(String)
    /// A row of the table refers to another that is not there.
    case reference(table: String)
    /// The rows do not lead to the size, the peaks or the last time that the head tells.
    case headDiffers(size: UInt64, rows: UInt64)
    /// The row is not where its index says.
    case rowMissing(index: UInt64)
    /// The record can't be read.
    case recordUnreadable(index: UInt64)
    /// The record can't be found by what it should be found by in the table.
    case recordNotFound(index: UInt64, table: String)
    /// The table finds more than there is.
    case foundTooMuch(table: String)
}
