/// Why a database was not opened; nothing was changed.
public enum OpeningError: Error, Hashable, Sendable {
    /// Another process, or this one, owns it; `owner` is the number of that process where it is known.
    case inUse(path: String, owner: Int32?)
    /// It is a database of another program, or no database.
    case foreign(path: String)
    /// A newer program has made it, whose schema `version` is beyond `known`.
    case newer(path: String, version: Int, known: Int)
    /// An older program has made it, and it was not asked to bring it from `version` to `known`.
    case older(path: String, version: Int, known: Int)
    /// It holds what it can't hold.
    case damaged(path: String, reason: String)
    /// It can't be created, read or written.
    case impossible(path: String, reason: String)
}
