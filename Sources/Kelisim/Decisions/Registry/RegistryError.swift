/// Why a registry did not do what was asked.
public enum RegistryError: Error, Codable, Hashable, Sendable {
    /// The rules forbid it.
    case refused(Refusal)
    /// Too much is waiting to be recorded; ask again later.
    case busy
    /// The database can't be reached or written; ask again later. Whether the submission was recorded is
    /// not known.
    case unavailable(String)
    /// The database holds what it can't hold: it was damaged, or others wrote to it.
    case damaged(String)
}
