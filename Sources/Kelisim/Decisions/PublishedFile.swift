public import KelisimLog

/// A file with legal force as the registry took it up: a publication, a cancellation or a repeal.
public struct PublishedFile: Hashable, Sendable {
    /// Which of the three files.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// `publication.json`.
        case publication
        /// `cancellation.json`.
        case cancellation
        /// `repeal.json`.
        case repeal
    }

    /// Which of the three files.
    public let kind: Kind
    /// The policy.
    public let policy: PolicyID
    /// The edition; nil for a repeal.
    public let edition: Int?
    /// The digest of the `publication.json` concerned: itself, the one cancelled, the last one.
    public let publication: Digest
    /// The exact bytes of the file.
    public let bytes: [UInt8]

    /// The digest of the file.
    public var digest: Digest { Digest(of: bytes) }
}

extension PublishedFile {
    /// The file of `publication`.
    public init(_ publication: Publication) {
        self.init(
            kind: .publication,
            policy: publication.policy,
            edition: publication.edition,
            publication: publication.digest,
            bytes: publication.bytes
        )
    }

    /// The file of `cancellation`.
    public init(_ cancellation: Cancellation) {
        self.init(
            kind: .cancellation,
            policy: cancellation.policy,
            edition: cancellation.edition,
            publication: cancellation.publication,
            bytes: cancellation.bytes
        )
    }

    /// The file of `repeal`.
    public init(_ repeal: Repeal) {
        self.init(
            kind: .repeal,
            policy: repeal.policy,
            edition: nil,
            publication: repeal.previous,
            bytes: repeal.bytes
        )
    }
}

extension Policy {
    /// Every file with legal force, in an order in which each stands behind those it refers to.
    public var publishedFiles: [PublishedFile] {
        editions.compactMap(\.publication).map(PublishedFile.init)
            + editions.compactMap(\.cancellation).map(PublishedFile.init)
            + [repeal].compactMap(\.self).map(PublishedFile.init)
    }
}
