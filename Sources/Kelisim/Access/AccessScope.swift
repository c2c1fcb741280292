/// What an API key may do.
public enum AccessScope: String, Codable, Hashable, Sendable, CaseIterable {
    /// Ask about subjects.
    case read
    /// Record decisions.
    case decide
    /// Erase subjects.
    case erase
    /// Place holds, register guardianships, manage keys.
    case admin
}
