public import KelisimLog

/// What a subject has agreed to under a policy, and whether that is enough: at an instant, as known
/// at another.
public struct Standing: Codable, Hashable, Sendable {
    /// What the answer comes to.
    public enum State: String, Codable, Hashable, Sendable, CaseIterable {
        /// No edition is in force.
        case none
        /// The subject has agreed to what is in force.
        case current
        /// The subject took its agreement back.
        case withdrawn
        /// The subject refused what is in force.
        case declined
        /// The subject has not agreed to a policy that is optional.
        case unanswered
        /// The subject had agreed before, and the time to agree again is over.
        case overdue
        /// Agreement is required.
        case due
    }

    /// An acceptance.
    public struct Accepted: Codable, Hashable, Sendable {
        /// The edition.
        public let edition: Int
        /// The language of the text; nil where it isn't known.
        public let language: Language?
        /// The digest of the text; nil where the language isn't known.
        public let textDigest: Digest?
        /// When it was made.
        public let at: Instant
        /// How.
        public let method: DecisionMethod
        /// The decision that records it.
        public let decision: DecisionID
        /// The guardian who made it; nil when the subject did.
        public let actor: Actor?
    }

    /// What is required for the standing to become current.
    public struct Required: Codable, Hashable, Sendable {
        /// The edition to agree to: the one in force.
        public let edition: Int
        /// Until when the service may be used all the same; nil without a deadline.
        public let acceptBy: Instant?

        /// Requires agreement to `edition`, by `acceptBy` when there is a deadline.
        public init(edition: Int, acceptBy: Instant?) {
            self.edition = edition
            self.acceptBy = acceptBy
        }
    }

    /// The subject.
    public let subject: Subject
    /// The policy.
    public let policy: PolicyID
    /// For when the answer holds.
    public let at: Instant
    /// As known when.
    public let knownAt: Instant
    /// What it comes to.
    public let state: State
    /// Whether the subject may go on using the service.
    public let allowed: Bool
    /// The first instant after ``at`` at which the answer changes without a new act; nil when it
    /// never does.
    public let validUntil: Instant?
    /// Of the acceptances that stand, the one that counts most.
    public let accepted: Accepted?
    /// The last acceptance ever, standing or not.
    public let lastAccepted: Accepted?
    /// What is required; nil when nothing is.
    public let required: Required?
    /// The edition in force.
    public let inForce: Int?
    /// The editions that will come into force, in that order.
    public let upcoming: [Int]
}
