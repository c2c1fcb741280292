public import KelisimLog

/// An acceptance taken over from another system: a line of a table.
///
/// What is not known stays unknown: without an edition or a language it is history, and satisfies nothing.
/// It is recorded as `imported`, whatever the other system called it, since nobody here saw it; only what
/// was signed on paper, and for which the text is known, is `paper`.
public struct LegacyLine: Hashable, Sendable {
    /// What is asked to be recorded.
    public let request: DecisionRequest
    /// Whether standing doesn't depend on it.
    public let isHistoryOnly: Bool
    private let content: String

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - fields: its fields.
    ///   - columns: what the fields are.
    ///   - zone: the time zone of times without an offset; nil when they are errors.
    ///   - place: where the line is.
    /// - Throws: ``Failure/refused(_:)`` with everything wrong with it.
    public init(
        _ fields: [String],
        _ columns: LegacyColumns,
        in zone: TimeZoneRules?,
        at place: Place
    ) throws(Failure) {
        guard fields.count == columns.count else {
            let facts = ["count": String(fields.count), "expected": String(columns.count)]
            throw .refused([Finding(.importFieldCount, at: place, facts)])
        }
        var reader = LegacyLineReader(fields, columns, at: place)
        let subject = reader.subject()
        let policy = reader.policy()
        let edition = reader.edition()
        let language = reader.language()
        let instant = reader.instant(in: zone)
        let isKnown = edition != nil && language != nil
        let method = reader.method(isTextKnown: isKnown)
        guard reader.findings.isEmpty, let subject, let policy, let instant, let method else {
            throw .refused(reader.findings)
        }
        isHistoryOnly = !isKnown
        request = DecisionRequest(
            subject: subject,
            act: .accepted,
            method: method.recorded,
            target: .edition(policy, edition, language, nil),
            occurredAt: instant,
            context: DecisionContext(note: reader.note(method))
        )
        // No field holds a zero byte.
        content = [
            subject.id, policy.slug, edition.map(String.init) ?? "", language?.tag ?? "",
            String(instant.milliseconds), method.given, columns.value(.note, of: fields),
        ]
        .joined(separator: "\0")
    }

    /// The mark under which it is recorded: lines that say the same have the same one, so that no import
    /// records them twice.
    ///
    /// - Parameter salt: the registry's ``SecretName/idempotencySalt``.
    /// - Returns: the mark.
    public func mark(salt: Nonce) -> Idempotency {
        Idempotency(key: content, caller: "import", body: Array(content.utf8), salt: salt)
    }
}
