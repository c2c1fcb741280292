/// Who a policy belongs to: the person or organisation that answers for it.
public struct Operator: Hashable, Sendable {
    /// The name, in each language of the policy.
    public let name: LocalizedText
    /// The address of the operator's site, an absolute `http` or `https` URL.
    public let site: String

    /// Makes an operator from its facts.
    public init(name: LocalizedText, site: String) {
        self.name = name
        self.site = site
    }
}
