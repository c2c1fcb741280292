/// Something wrong with a log, found by computing all of it again.
public enum LogFlaw: Hashable, Sendable {
    /// A row is not where its index says, or several are missing.
    case rowMissing(index: UInt64)
    /// The bytes of a leaf are no leaf.
    case leafUnreadable(index: UInt64)
    /// The record is not what its leaf commits to.
    case recordChanged(index: UInt64)
    /// The record is missing, and no erasure says that it was destroyed.
    case recordMissing(index: UInt64)
    /// The record is there although an erasure says that it was destroyed.
    case recordNotErased(index: UInt64)
    /// Rows were recorded earlier than those before them.
    case timeGoesBack(index: UInt64)
    /// A decision stands before the publication that it is about, or that is not in the log.
    case publicationNotBefore(index: UInt64)
    /// The registry tells another root than its rows have.
    case rootDiffers(size: UInt64)
    /// A checkpoint is not signed by any key of the log, or is no checkpoint.
    case checkpointUnreadable(String)
    /// A checkpoint tells another root than the rows have.
    case checkpointDiffers(size: UInt64)
    /// A checkpoint covers rows that the registry does not have.
    case checkpointAhead(size: UInt64, rows: UInt64)
    /// A tile or bundle is missing.
    case tileMissing(String)
    /// A tile or bundle is not what the rows make.
    case tileDiffers(String)
}
