/// A step in the life of a legal hold, which forbids erasing a subject.
public struct Hold: Hashable, Sendable {
    /// What happened.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        /// The hold was placed, or its reason changed.
        case placed
        /// It was released.
        case released
        /// Erasure was asked for and refused.
        case refusedErasure = "refused-erasure"
    }

    /// Whose data are held.
    public let subject: Subject
    /// What happened.
    public let step: Step
    /// Why: of the hold, of its release, or the ground that erasure was asked for on.
    public let reason: String

    /// Makes a step of its facts.
    public init(subject: Subject, step: Step, reason: String) {
        self.subject = subject
        self.step = step
        self.reason = reason
    }
}
