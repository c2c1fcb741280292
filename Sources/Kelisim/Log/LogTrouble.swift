/// Why the log can't be published or read.
///
/// Nothing is signed then.
public enum LogTrouble: Error, Hashable, Sendable {
    /// The registry has fewer rows than were signed: it is an older copy, such as a restored backup.
    case shrunk(size: UInt64, signed: UInt64)
    /// The registry's tree does not go on from what was signed: two logs share one key, or rows were
    /// changed.
    case forked(size: UInt64, signed: UInt64)
    /// The registry's rows do not have the root that it says they have.
    case rowsDiffer(size: UInt64)
    /// A tile or bundle is there already, with other bytes.
    case tileDiffers(String)
    /// A tile or bundle is missing that was published.
    case tileMissing(String)
    /// What should be the newest checkpoint can't be read, or is not signed by the key.
    case checkpointUnreadable(String)
    /// The file of the key can't be used, for this reason.
    case keyUnusable(String, reason: String)
    /// A path can't be read or written.
    case storage(String, reason: String)
    /// The registry did not answer.
    case registry(RegistryError)
}
