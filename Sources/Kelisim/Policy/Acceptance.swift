/// What acceptance of a policy takes.
public struct Acceptance: Hashable, Sendable {
    /// The weakest way of accepting that is enough.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// Using the service, as clause 2.1 of the seed has it.
        case implied
        /// A press of a button under the text.
        case click
        /// An electronic signature.
        case signature
    }

    /// Whether the service may be used only by those who agree.
    public let mandatory: Bool
    /// The weakest way of accepting that is enough.
    public let minimumMethod: Method
    /// The age in years under which a guardian decides, or nil when wards decide alone.
    public let guardianUnder: Int?

    /// Makes the rules from their facts.
    public init(mandatory: Bool, minimumMethod: Method, guardianUnder: Int? = nil) {
        self.mandatory = mandatory
        self.minimumMethod = minimumMethod
        self.guardianUnder = guardianUnder
    }
}
