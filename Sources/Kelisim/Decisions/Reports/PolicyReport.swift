/// How many subjects have agreed to what, and what their standing is.
public struct PolicyReport: Sendable {
    /// What the subjects that are counted together have in common.
    public struct Group: Hashable, Sendable {
        /// The edition that counts as accepted; nil where none does.
        public let edition: Int?
        /// The language of its text, where it is known.
        public let language: Language?
        /// How it was accepted.
        public let method: DecisionMethod?
        /// Whether a guardian accepted it; nil where nothing is accepted.
        public let isByGuardian: Bool?
        /// The standing.
        public let state: Standing.State
    }

    /// The policy.
    public let policy: PolicyID
    /// For when the standings hold.
    public let at: Instant
    /// As known when.
    public let knownAt: Instant
    /// How many subjects each group has.
    public private(set) var groups: [Group: Int] = [:]
    /// How many subjects the registry had heard of, on whatever policy; the rows count each of them once.
    public private(set) var heardOf = 0
    /// How many erasures the log has; those subjects are in no row.
    public private(set) var erased = 0

    private init(_ question: PolicyQuestion) {
        policy = question.policy.id
        at = question.instant
        knownAt = question.horizon.knownAt
    }

    private mutating func count(_ histories: [SubjectHistory], _ question: PolicyQuestion) {
        for history in histories where question.isHeardOf(history) {
            heardOf += 1
            groups[Group(question.answer(history)), default: 0] += 1
        }
    }

    private mutating func count(_ entries: [Entry]) {
        for entry in entries where Leaf(entry.leaf)?.type == .erasure {
            guard let record = entry.record, record.recordedAt <= knownAt else { continue }
            erased += 1
        }
    }

    /// Counts the subjects of `registry`.
    ///
    /// Reads every history and every row once, so it takes a while where there are many; memory stays flat.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - registry: the registry.
    ///   - instant: for when the standings hold.
    ///   - knownAt: as known when.
    /// - Returns: the report.
    /// - Throws: ``RegistryError``, among them that there is no such policy.
    public static func make(
        of policy: PolicyID,
        in registry: any Registry,
        at instant: Instant,
        knownAt: Instant
    ) async throws(RegistryError) -> PolicyReport {
        let horizon = Horizon(knownAt: knownAt)
        guard let shelved = try await registry.shelf().policy(policy, within: horizon) else {
            throw .refused(.unknownPolicy(policy))
        }
        let question = PolicyQuestion(policy: shelved, instant: instant, horizon: horizon)
        var report = PolicyReport(question)
        var walk = SubjectWalk(registry)
        while true {
            let histories = try await walk.next()
            guard !histories.isEmpty else { break }
            report.count(histories, question)
        }
        let size = try await registry.head().size
        for first in stride(from: 0, to: size, by: 4096) {
            report.count(try await registry.entries(in: first..<min(size, first + 4096)))
        }
        return report
    }

    /// The groups with their counts: by edition, then language, method, actor and state.
    public var rows: [(group: Group, subjects: Int)] {
        groups.sorted { $0.key.rank.lexicographicallyPrecedes($1.key.rank) }
            .map { ($0.key, $0.value) }
    }
}

extension PolicyReport.Group {
    init(_ answer: StandingAnswer) {
        edition = answer.accepted?.edition
        language = answer.accepted?.language
        method = answer.accepted?.method
        isByGuardian = answer.accepted.map { $0.actor != nil }
        state = answer.state
    }

    /// Who acted, as programs read it.
    public var actor: String? { isByGuardian.map { $0 ? "guardian" : "self" } }

    fileprivate var rank: [String] {
        // Editions sort as numbers; nothing accepted comes last.
        let number = edition.map { String($0) } ?? ""
        let padded = String(repeating: "0", count: 8 - min(number.count, 8)) + number
        return [
            edition == nil ? "~" : padded, language?.tag ?? "~", method?.rawValue ?? "~",
            actor ?? "~", state.rawValue,
        ]
    }
}

extension PolicyReport: Encodable {
    private struct Row: Encodable {
        let edition: OrNull<Int>
        let language: OrNull<String>
        let method: OrNull<String>
        let actor: OrNull<String>
        let state: String
        let subjects: Int
    }

    private struct Body: Encodable {
        let policy: String
        let at: String
        let knownAt: String
        let rows: [Row]
        let heardOf: Int
        let erased: Int
    }

    /// `{"policy", "at", "knownAt", "rows": […], "heardOf", "erased"}`.
    public func encode(to encoder: any Encoder) throws {
        let rows = rows.map { group, subjects in
            Row(
                edition: OrNull(group.edition),
                language: OrNull(group.language?.tag),
                method: OrNull(group.method?.rawValue),
                actor: OrNull(group.actor),
                state: group.state.rawValue,
                subjects: subjects
            )
        }
        let body = Body(
            policy: policy.slug,
            at: at.description,
            knownAt: knownAt.description,
            rows: rows,
            heardOf: heardOf,
            erased: erased
        )
        try body.encode(to: encoder)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
