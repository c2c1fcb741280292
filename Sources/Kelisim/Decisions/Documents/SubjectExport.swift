public import KelisimLog

/// Everything that is held of a subject, with the full texts agreed to.
///
/// Keys: `subject`, `exportedAt`, `decisions` as in a history; `guardianships` in which the subject is the
/// ward, every version; `guardianOf`, those in which it is the guardian; `holds`, every step; `texts`, each
/// once, where `text` is null when the policy repository does not have it any more.
public struct SubjectExport: Encodable, Sendable {
    private struct Version: Encodable {
        let index: UInt64
        let recordedAt: String
        let guardianship: GuardianshipDocument
    }

    private struct Step: Encodable {
        let index: UInt64
        let recordedAt: String
        let step: String
        let reason: String
    }

    private struct Text: Encodable {
        let policy: String
        let edition: OrNull<Int>
        let language: OrNull<String>
        let digest: String
        let text: OrNull<String>
    }

    private let subject: String
    private let exportedAt: String
    private var decisions: [DecisionDocument] = []
    private var guardianships: [Version] = []
    private let guardianOf: [GuardianshipDocument]
    private var holds: [Step] = []
    private var texts: [Text] = []

    /// Puts together what is held of `subject`.
    ///
    /// - Parameters:
    ///   - subject: whose data they are.
    ///   - entries: the rows of the subject, in the order of the log.
    ///   - guardianships: those in which the subject is the guardian.
    ///   - instant: when it is exported.
    ///   - text: the text with a digest, where there is one.
    init(
        of subject: Subject,
        _ entries: [Entry],
        guardianOf guardianships: [Guardianship],
        at instant: Instant,
        text: (Digest) -> String?
    ) {
        self.subject = subject.id
        exportedAt = instant.description
        guardianOf = guardianships.map(GuardianshipDocument.init)
        var known: Set<Digest> = []
        for entry in entries {
            guard let record = entry.record else { continue }
            let recordedAt = record.recordedAt.description
            switch record {
            case .decision(let decision):
                decisions.append(DecisionDocument(decision, index: entry.index))
                guard let digest = decision.textDigest, known.insert(digest).inserted else {
                    continue
                }
                texts.append(
                    Text(
                        policy: decision.policy.slug,
                        edition: OrNull(decision.edition),
                        language: OrNull(decision.language?.tag),
                        digest: digest.description,
                        text: OrNull(text(digest))
                    )
                )
            case .guardianship(let guardianship, _):
                self.guardianships.append(
                    Version(
                        index: entry.index,
                        recordedAt: recordedAt,
                        guardianship: GuardianshipDocument(guardianship)
                    )
                )
            case .hold(let hold, _):
                holds.append(
                    Step(
                        index: entry.index,
                        recordedAt: recordedAt,
                        step: hold.step.rawValue,
                        reason: hold.reason
                    )
                )
            case .published, .erasure, .key: continue
            }
        }
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

extension Registry {
    /// Everything that is held of `subject`.
    ///
    /// - Parameters:
    ///   - subject: whose data they are.
    ///   - instant: when it is exported.
    ///   - text: the text with a digest, where there is one.
    /// - Returns: the export.
    /// - Throws: ``RegistryError``.
    public func export(
        of subject: Subject,
        at instant: Instant,
        text: (Digest) -> String?
    ) async throws(RegistryError) -> SubjectExport {
        var entries: [Entry] = []
        while true {
            let first = entries.last.map { $0.index + 1 } ?? 0
            let page = try await self.entries(of: subject, from: first, limit: 256)
            guard !page.isEmpty else { break }
            entries += page
        }
        let guardianships = try await guardianships(by: subject)
        return SubjectExport(
            of: subject,
            entries,
            guardianOf: guardianships,
            at: instant,
            text: text
        )
    }
}

extension Repository {
    /// The text of a published edition or a draft whose bytes have `digest`, where there is one.
    public func text(digest: Digest) -> String? {
        policies.lazy.flatMap(\.editions).flatMap(\.texts).first { $0.digest == digest }?.string
    }
}
