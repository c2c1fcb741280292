public import Kelisim

extension Application {
    /// Adds to the `justifications.yaml` of edition `number` of the policy named `policy` an empty entry
    /// for each change that has none; see ``RepositoryWriter/writeJustifications(_:edition:since:)``.
    public func writeJustifications(
        _ policy: String,
        edition number: Int,
        since old: Int? = nil
    ) throws(Failure) -> JustificationsOutcome {
        try writer.writeJustifications(policy, edition: number, since: old)
    }
}
