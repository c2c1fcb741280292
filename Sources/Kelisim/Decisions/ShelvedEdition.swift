public import KelisimLog

/// A published edition as the registry took it up.
public final class ShelvedEdition: Sendable {
    /// What was published.
    public let publication: Publication
    /// The digest of `publication.json`.
    public let digest: Digest
    /// The index of its leaf.
    public let index: UInt64
    /// When the registry took it up.
    public let recordedAt: Instant
    /// Until when those who had agreed before may take their time: `effectiveAt` and `acceptWithin`;
    /// nil without a deadline.
    public let acceptBy: Instant?

    /// Reads the publication of `item`; nil when it can't be read.
    init?(_ item: Shelf.Item) {
        guard let publication = Publication(bytes: item.file.bytes) else { return nil }
        self.publication = publication
        digest = item.file.digest
        index = item.index
        recordedAt = item.recordedAt
        acceptBy = publication.acceptBy
    }

    /// A draft as if published with `publication` and taken up behind everything else.
    init(asIf publication: Publication) {
        self.publication = publication
        digest = publication.digest
        index = .max
        recordedAt = publication.publishedAt
        acceptBy = publication.acceptBy
    }

    /// The number.
    public var number: Int { publication.edition }

    /// What the publication says about the text in `language`.
    public func text(in language: Language) -> PublishedText? {
        publication.texts.first { $0.language == language }
    }
}

extension Publication {
    /// The end of the days of grace: D + n + 1, 00:00 local, for an edition in force from day D on.
    ///
    /// Where that midnight is skipped or comes twice, which `check` reports before publishing, the grace
    /// ends a day later.
    public var acceptBy: Instant? {
        guard let grace = terms.acceptWithin else { return nil }
        for days in [grace.days + 1, grace.days + 2] {
            if let end = try? terms.timeZone.startOfDay(days: days, after: effectiveAt) {
                return end
            }
        }
        return nil
    }

    /// The publication whose file has exactly `bytes`, or nil when there is none.
    public init?(bytes: [UInt8]) {
        let file = Publication.read(bytes, of: "publication.json")
        guard file.findings.isEmpty, let publication = file.record else { return nil }
        self = publication
    }
}

extension Cancellation {
    /// The cancellation whose file has exactly `bytes`, or nil when there is none.
    public init?(bytes: [UInt8]) {
        let file = Cancellation.read(bytes, of: "cancellation.json")
        guard file.findings.isEmpty, let cancellation = file.record else { return nil }
        self = cancellation
    }
}

extension Repeal {
    /// The repeal whose file has exactly `bytes`, or nil when there is none.
    public init?(bytes: [UInt8]) {
        let file = Repeal.read(bytes, of: "repeal.json")
        guard file.findings.isEmpty, let repeal = file.record else { return nil }
        self = repeal
    }
}
