/// The policies of an operator, as a folder of files holds them.
public struct Repository: Sendable {
    /// The path of the folder, as it was given.
    public let root: String
    /// The policies whose folders could be read, by name.
    public let policies: [Policy]
    /// Everything wrong with the files themselves, at whatever time, in order.
    ///
    /// ``findings(at:)`` adds what depends on the time, ``renderingFindings()`` what takes
    /// rendering every published text.
    public let findings: [Finding]

    /// The policy named `id`.
    public func policy(_ id: PolicyID) -> Policy? {
        policies.first { $0.id == id }
    }
}
