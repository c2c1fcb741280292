public import KelisimLog

/// What enters the log for a record: nothing in it is personal data, and it stays when the record is
/// destroyed.
public struct Leaf: Hashable, Sendable {
    /// What it is about.
    public let type: LeafType
    /// The digest of the `publication.json` concerned; nil where none is.
    public let publication: Digest?
    /// The hour of recording, counted from 1970-01-01T00:00Z.
    public let hour: UInt64
    /// HMAC-SHA256 of the record under a nonce that lives beside the record.
    public let commitment: Digest
    /// Of an erasure, the indices of the records that were destroyed; nil for other leaves.
    public let erased: [UInt64]?

    /// The leaf for `record`.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - nonce: what it is committed under.
    ///   - publication: the digest of the `publication.json` of the edition decided on, for a
    ///     decision; other records know it themselves.
    public init(_ record: Record, nonce: Nonce, publication: Digest? = nil) {
        let sealed = SealedRecord(bytes: record.bytes, nonce: nonce)
        self.init(record, sealed: sealed, publication: publication)
    }

    /// The leaf for `record`, whose bytes are in `sealed`.
    init(_ record: Record, sealed: SealedRecord, publication: Digest?) {
        type = record.type
        hour = UInt64(clamping: record.recordedAt.milliseconds / 3_600_000)
        commitment = Commitment.make(nonce: sealed.nonce, record: sealed.bytes)
        switch record {
        case .published(let file, _): (self.publication, erased) = (file.publication, nil)
        case .erasure(let erasure, _): (self.publication, erased) = (nil, erasure.indices)
        case .decision, .guardianship, .hold, .key: (self.publication, erased) = (publication, nil)
        }
    }
}

/// The form that the log holds: ``FieldWriter`` fields `kelisim/leaf/v1`, type, publication, hour,
/// commitment, and the erased indices.
extension Leaf {
    private static let magic = "kelisim/leaf/v1"

    /// The bytes of the log's entry.
    public var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.text(Leaf.magic)
        writer.text(type.rawValue)
        writer.bytes(publication?.bytes)
        writer.number(hour)
        writer.bytes(commitment.bytes)
        if let erased { writer.indices(erased) } else { writer.bytes(nil) }
        return writer.bytes
    }

    /// The leaf whose bytes are `bytes`, or nil when there is none.
    public init?(_ bytes: [UInt8]) {
        var reader = FieldReader(bytes)
        let magic = reader.text()
        let type = reader.value(LeafType.init(rawValue:))
        let publication = reader.digest()
        let hour = reader.number()
        let commitment = reader.digest()
        let erased = reader.indices()
        guard reader.isWhole, magic == Leaf.magic, let type, let hour, let commitment,
            (erased != nil) == (type == .erasure)
        else { return nil }
        self.type = type
        self.publication = publication
        self.hour = hour
        self.commitment = commitment
        self.erased = erased
    }
}
