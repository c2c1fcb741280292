/// A value in a YAML or JSON file, with its place.
package struct YAMLValue: Sendable {
    /// What it is.
    package enum Content: Sendable {
        /// A scalar: its text after unescaping, and whether it was written without quotes.
        case scalar(String, isPlain: Bool)
        /// A list.
        case sequence([YAMLValue])
        /// Keys with values, in the order of the file, each key once.
        case mapping([Member])
    }

    /// A key with its value.
    package struct Member: Sendable {
        /// The key.
        package let key: String
        /// Where the key stands.
        package let place: Place
        /// The value.
        package let value: YAMLValue
    }

    /// What it is.
    package let content: Content
    /// Where it begins.
    package let place: Place
    /// The keys that lead to it, joined by dots, such as `operator.name`; the name that findings
    /// give it.
    package let path: String
}
