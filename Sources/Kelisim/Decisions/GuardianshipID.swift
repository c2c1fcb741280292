/// The name of a guardianship, chosen by the backend that verified it: 1 to 64 of the characters
/// `A-Z a-z 0-9 . _ ~ -`.
public struct GuardianshipID: Hashable, Sendable {
    /// The name.
    public let name: String

    /// The guardianship named `name`, or nil when that is no name.
    public init?(_ name: String) {
        guard (try? Subject(name)) != nil, name.utf8.count <= 64 else { return nil }
        self.name = name
    }
}

extension GuardianshipID: LosslessStringConvertible {
    /// The name.
    public var description: String { name }
}
