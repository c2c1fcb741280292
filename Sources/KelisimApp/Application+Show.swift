public import Kelisim
internal import KelisimLog
internal import KelisimText

extension Application {
    /// The forms in which a text can be shown.
    public enum TextFormat: String, CaseIterable, Sendable {
        /// Without marks of Markdown.
        case text
        /// As it was written.
        case markdown
        /// With anchors and links.
        case html
        /// For programs.
        case json
    }

    /// Which text is meant: an edition by number or by the time at which it is in force, a
    /// language, and perhaps one clause.
    public struct TextChoice: Sendable {
        let policy: String
        let edition: Int?
        let instant: Instant?
        let language: String?
        let clause: String?

        /// Makes a choice; without edition and instant, what is in force now.
        public init(
            policy: String,
            edition: Int? = nil,
            at instant: Instant? = nil,
            language: String? = nil,
            clause: String? = nil
        ) {
            self.policy = policy
            self.edition = edition
            self.instant = instant
            self.language = language
            self.clause = clause
        }
    }

    /// The text, or one clause of it.
    public func show(_ choice: TextChoice, as format: TextFormat) throws(Failure) -> String {
        let policy = try policy(choice.policy, in: try trustedRepository())
        let edition = try edition(choice, of: policy)
        let source = try text(choice, of: edition)
        guard let content = ReviewedText(source, of: edition)?.content else {
            throw .refused(try check().findings.filter { $0.place.file == source.file })
        }
        guard let clause = choice.clause else {
            let state = policy.timeline.state(of: edition.number, at: choice.instant ?? now)
            return whole(content, source, edition, state, format)
        }
        let name = clause.hasSuffix(".") ? String(clause.dropLast()) : clause
        guard let position = content.tree.position(of: name) else {
            throw .refused([Finding(.unknownClause, at: Place(source.file), ["clause": clause])])
        }
        return part(content, position, source, edition, format)
    }

    private func edition(_ choice: TextChoice, of policy: Policy) throws(Failure) -> Edition {
        if let number = choice.edition { return try policy.edition(numbered: number) }
        let instant = choice.instant ?? now
        if let edition = policy.inForce(at: instant) { return edition }
        throw .refused([
            Finding(
                .noEditionInForce,
                at: Place(policy.folder),
                ["policy": policy.id.slug, "instant": instant.description]
            )
        ])
    }

    /// The text in the language asked for; else in the language of messages, else the first.
    private func text(_ choice: TextChoice, of edition: Edition) throws(Failure) -> Text {
        if let language = choice.language { return try edition.text(tagged: language) }
        let preferred = edition.texts.first { $0.language.tag == language.rawValue }
        if let text = preferred ?? edition.texts.first { return text }
        return try edition.text(tagged: language.rawValue)
    }

    // MARK: - Forms

    private func whole(
        _ content: PolicyText,
        _ source: Text,
        _ edition: Edition,
        _ state: EditionState,
        _ format: TextFormat
    ) -> String {
        switch format {
        case .text: return content.plain(content.tree.clauses.indices)
        case .markdown: return String(decoding: source.bytes, as: UTF8.self)
        case .html:
            return String(decoding: content.html(language: source.language.tag), as: UTF8.self)
        case .json:
            return TextDocument(source, content, of: edition, state: state).json
        }
    }

    private func part(
        _ content: PolicyText,
        _ position: Int,
        _ source: Text,
        _ edition: Edition,
        _ format: TextFormat
    ) -> String {
        switch format {
        case .text: return content.plain(content.tree.subtree(of: position))
        case .markdown: return content.markdown(of: position) + "\n"
        case .html: return String(decoding: content.html(of: position), as: UTF8.self)
        case .json:
            return ClauseDocument(
                at: position,
                in: content,
                language: source.language,
                of: edition
            )
            .json
        }
    }
}
