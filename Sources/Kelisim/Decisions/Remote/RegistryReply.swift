/// What a registry in another process replies to a ``RegistryCall``.
package enum RegistryReply<Value: Codable & Sendable>: Codable, Sendable {
    /// It gives a value.
    case value(Value)
    /// It does not do it.
    case error(RegistryError)
}

/// The value of a reply that has nothing to say.
package struct Done: Codable, Sendable {
    /// It was done.
    package init() {}
}
