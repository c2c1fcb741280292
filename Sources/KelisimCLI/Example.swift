internal import ArgumentParser

/// A command that the help of a verb shows, and what it is good for.
///
/// Examples speak of a policy `terms` with edition 1 in force, 2 upcoming and 3 a draft, and of a
/// policy `cookies` with one edition; a test runs each. They are ASCII, as is all help, since the
/// manual page is made from it.
struct Example {
    let purpose: String
    let command: String

    init(_ purpose: String, _ command: String) {
        self.purpose = purpose
        self.command = command
    }
}

extension CommandConfiguration {
    /// A verb whose help ends with examples.
    init(
        verb: String,
        abstract: String,
        usage: String? = nil,
        discussion: String? = nil,
        examples: [Example]
    ) {
        self.init(
            commandName: verb,
            abstract: abstract,
            usage: usage,
            discussion: Self.discussion(discussion, examples: examples)
        )
    }

    /// A text that ends with examples.
    static func discussion(_ text: String?, examples: [Example]) -> String {
        let shown = examples.map { "  # \($0.purpose)\n  \($0.command)" }
        return [text, "EXAMPLES:\n" + shown.joined(separator: "\n")]
            .compactMap { $0 }.joined(separator: "\n\n")
    }
}
