/// Whether a subject is on legal hold, as programs are told of it.
public struct HoldDocument: Encodable, Sendable {
    private let reason: OrNull<String>

    /// The document about a hold for `reason`; nil without a hold.
    public init(reason: String?) {
        self.reason = OrNull(reason)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
