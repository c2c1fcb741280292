/// What surrounded an act, as the backend saw it.
public struct DecisionContext: Codable, Hashable, Sendable {
    /// The screen or flow, such as `signup-3`.
    public var screen: String?
    /// The exact wording that the subject agreed to.
    public var statement: String?
    /// The exact wording of the button.
    public var button: String?
    /// The address that the request came from.
    public var ip: String?
    /// What the browser called itself.
    public var userAgent: String?
    /// What the one who entered or imported it had to say.
    public var note: String?

    /// Makes a context; what is not known is nil.
    public init(
        screen: String? = nil,
        statement: String? = nil,
        button: String? = nil,
        ip: String? = nil,
        userAgent: String? = nil,
        note: String? = nil
    ) {
        self.screen = screen
        self.statement = statement
        self.button = button
        self.ip = ip
        self.userAgent = userAgent
        self.note = note
    }
}
