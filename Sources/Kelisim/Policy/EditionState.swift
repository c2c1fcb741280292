/// What an edition is at an instant.
public enum EditionState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Not published yet, or published for a later instant.
    case draft
    /// Published, not in force yet.
    case upcoming
    /// Binding.
    case inForce = "in force"
    /// No longer binding.
    case superseded
    /// Called off before it came into force.
    case cancelled
}
