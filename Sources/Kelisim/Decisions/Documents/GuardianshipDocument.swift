internal import KelisimText

/// A guardianship as programs are told of it.
public struct GuardianshipDocument: Encodable, Sendable {
    private let id: String
    private let guardian: String
    private let ward: String
    private let basis: String
    private let from: String
    private let until: OrNull<String>
    private let wardReaches: [String: String]
    private let evidence: OrNull<String>
    private let verifiedBy: OrNull<String>

    /// The document of `guardianship`.
    public init(_ guardianship: Guardianship) {
        id = guardianship.id.name
        guardian = guardianship.guardian.id
        ward = guardianship.ward.id
        basis = guardianship.basis.rawValue
        from = guardianship.from.description
        until = OrNull(guardianship.until?.description)
        let days = guardianship.wardReaches.map { (String($0.key), $0.value.description) }
        wardReaches = Dictionary(days) { first, _ in first }
        evidence = OrNull(guardianship.evidence)
        verifiedBy = OrNull(guardianship.verifiedBy)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

/// A guardianship with all of its versions.
///
/// The keys of a ``GuardianshipDocument``, those of the newest version, and `versions`.
public struct GuardianshipVersions: Encodable, Sendable {
    private struct Version: Encodable {
        let index: UInt64
        let recordedAt: String
        let until: OrNull<String>
    }

    private enum Key: String, CodingKey {
        case versions
    }

    private let newest: GuardianshipDocument?
    private let versions: [Version]

    /// The document of `versions`, the newest last.
    public init(_ versions: [SubjectHistory.Version]) {
        newest = (versions.last?.guardianship).map(GuardianshipDocument.init)
        self.versions = versions.map {
            Version(
                index: $0.index,
                recordedAt: $0.recordedAt.description,
                until: OrNull($0.guardianship.until?.description)
            )
        }
    }

    /// Writes the newest version and the list of all.
    public func encode(to encoder: any Encoder) throws {
        try newest?.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(versions, forKey: .versions)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

/// The guardianships of a subject, as ward and as guardian.
public struct GuardianshipList: Encodable, Sendable {
    private let guardianships: [GuardianshipDocument]

    /// The list of `guardianships`.
    public init(_ guardianships: [Guardianship]) {
        self.guardianships = guardianships.map(GuardianshipDocument.init)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

extension Registry {
    /// The newest versions of the guardianships in which `subject` is the ward, and then of those in which
    /// it is the guardian, each in the order in which they were first recorded.
    public func guardianships(
        about subject: Subject
    ) async throws(RegistryError) -> [Guardianship] {
        let history = try await history(of: subject)
        var names: [GuardianshipID] = []
        var newest: [GuardianshipID: Guardianship] = [:]
        for version in history.guardianships {
            let id = version.guardianship.id
            if newest.updateValue(version.guardianship, forKey: id) == nil { names.append(id) }
        }
        return names.compactMap { newest[$0] } + (try await guardianships(by: subject))
    }
}
