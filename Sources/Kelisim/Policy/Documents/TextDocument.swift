internal import KelisimLog
public import KelisimText

/// A text as programs are told of it: its clauses in order.
public struct TextDocument: Encodable, Sendable {
    private struct Row: Encodable {
        let id: String
        let label: OrNull<String>
        let text: String
    }

    private let policy: String
    private let edition: Int
    private let language: String
    private let state: String
    private let digest: String
    private let clauses: [Row]

    /// The document of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - content: the text, read.
    ///   - edition: the edition that it belongs to.
    ///   - state: the state of the edition.
    public init(_ text: Text, _ content: PolicyText, of edition: Edition, state: EditionState) {
        policy = edition.policy.slug
        self.edition = edition.number
        language = text.language.tag
        self.state = state.rawValue
        digest = text.digest.description
        clauses = content.tree.clauses.indices.map { position in
            let clause = content.tree.clauses[position]
            let plain = content.plainText(of: position)
            return Row(id: clause.id, label: OrNull(clause.label), text: plain)
        }
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
