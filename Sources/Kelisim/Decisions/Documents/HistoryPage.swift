/// Decisions of a subject, the oldest first, and where the next ones begin.
public struct HistoryPage: Encodable, Sendable {
    /// The decisions with their places in the log.
    public let rows: [(decision: Decision, index: UInt64)]
    /// What to pass on for the decisions behind these; nil when there are none.
    public let next: String?

    private struct Body: Encodable {
        let decisions: [DecisionDocument]
        let next: OrNull<String>
    }

    /// `{"decisions": […], "next"}`.
    public func encode(to encoder: any Encoder) throws {
        let decisions = rows.map { DecisionDocument($0.decision, index: $0.index) }
        try Body(decisions: decisions, next: OrNull(next)).encode(to: encoder)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

extension Registry {
    /// The decisions of `subject`, the oldest first.
    ///
    /// - Parameters:
    ///   - subject: whose.
    ///   - last: the ``HistoryPage/next`` of the page before; nil for the first page, as is a text that
    ///     is none.
    ///   - limit: how many at most; at least one.
    /// - Returns: a page.
    /// - Throws: ``RegistryError``.
    public func decisions(
        of subject: Subject,
        after last: String? = nil,
        limit: Int
    ) async throws(RegistryError) -> HistoryPage {
        var rows: [(decision: Decision, index: UInt64)] = []
        var first = last.flatMap { UInt64($0) }.map { $0 &+ 1 } ?? 0
        while true {
            let entries = try await entries(of: subject, from: first, limit: 256)
            for entry in entries {
                guard case .decision(let decision) = entry.record else { continue }
                if rows.count >= max(limit, 1) {
                    return HistoryPage(rows: rows, next: rows.last.map { String($0.index) })
                }
                rows.append((decision, entry.index))
            }
            guard let end = entries.last else { return HistoryPage(rows: rows, next: nil) }
            first = end.index + 1
        }
    }
}
