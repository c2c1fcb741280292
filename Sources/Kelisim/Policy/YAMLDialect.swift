/// What a file read by ``YAMLDocument`` is, which decides what its findings say.
package enum YAMLDialect: Sendable {
    /// YAML written by people. White space at the ends of a value means nothing.
    case yaml
    /// JSON written by Kelisim. Every character counts.
    case json
}
