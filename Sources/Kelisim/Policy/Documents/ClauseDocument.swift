public import KelisimText

/// One clause of a text, with all below it, as programs are told of it.
public struct ClauseDocument: Encodable, Sendable {
    private let policy: String
    private let edition: Int
    private let language: String
    private let id: String
    private let label: OrNull<String>
    private let text: String
    private let html: String

    /// The document of a clause.
    ///
    /// - Parameters:
    ///   - position: its position in the tree of clauses.
    ///   - content: the text, read.
    ///   - language: the language of the text.
    ///   - edition: the edition that it belongs to.
    public init(
        at position: Int,
        in content: PolicyText,
        language: Language,
        of edition: Edition
    ) {
        let clause = content.tree.clauses[position]
        policy = edition.policy.slug
        self.edition = edition.number
        self.language = language.tag
        id = clause.id
        label = OrNull(clause.label)
        text = String(content.plain(content.tree.subtree(of: position)).dropLast())
        html = String(decoding: content.html(of: position), as: UTF8.self)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

extension PolicyText {
    /// The words of the clauses at `positions`, with their list marks, as paragraphs.
    package func plain(_ positions: Range<Int>) -> String {
        positions.map { position in
            let mark = listMark(of: position).map { $0 + " " } ?? ""
            return mark + plainText(of: position)
        }
        .filter { !$0.isEmpty }
        .joined(separator: "\n\n") + "\n"
    }
}
