/// Who acted when it was not the subject alone: a guardian, by the guardianship that allows it.
public struct Actor: Codable, Hashable, Sendable {
    /// The guardian, an opaque identifier like a subject's.
    public let id: Subject
    /// The guardianship under which the guardian acted.
    public let guardianship: GuardianshipID

    /// Makes the actor `id`, who acts under `guardianship`.
    public init(id: Subject, guardianship: GuardianshipID) {
        self.id = id
        self.guardianship = guardianship
    }
}
