/// What a subject did about an edition.
public enum Act: String, Codable, Hashable, Sendable, CaseIterable {
    /// Agreed to it.
    case accepted
    /// Refused it.
    case declined
    /// Took an agreement back.
    case withdrawn
    /// Was told of it: a trace without effect on standing.
    case notified
}
