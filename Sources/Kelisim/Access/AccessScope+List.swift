extension AccessScope {
    /// The scopes that `text` lists with commas between them, such as `read,decide`; nil when one of them is
    /// none or there are none.
    public static func list(_ text: some StringProtocol) -> Set<AccessScope>? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let scopes = parts.compactMap { AccessScope(rawValue: String($0)) }
        return scopes.count == parts.count ? Set(scopes) : nil
    }
}

extension Set<AccessScope> {
    /// The scopes in the order in which they are declared.
    public var ordered: [AccessScope] { AccessScope.allCases.filter(contains) }

    /// The scopes with commas between them.
    public var text: String { ordered.map(\.rawValue).joined(separator: ",") }
}
