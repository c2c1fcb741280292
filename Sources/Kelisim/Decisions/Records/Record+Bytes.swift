internal import KelisimLog
internal import KelisimText

/// The canonical form of a record, to which its leaf is committed.
///
/// ``FieldWriter`` fields: `kelisim/record/v1`, the type, recordedAt, and then those of the type in the
/// order in which they are written here. Names of cases are their raw values, digests 32 bytes.
extension Record {
    private static let magic = "kelisim/record/v1"

    /// The canonical bytes.
    public var bytes: [UInt8] {
        var writer = FieldWriter(capacity: 512)
        writer.text(Record.magic)
        writer.text(type.rawValue)
        writer.instant(recordedAt)
        switch self {
        case .published(let file, _): file.write(to: &writer)
        case .decision(let decision): decision.write(to: &writer)
        case .guardianship(let guardianship, _): guardianship.write(to: &writer)
        case .hold(let hold, _): hold.write(to: &writer)
        case .erasure(let erasure, _): erasure.write(to: &writer)
        case .key(let line, _): writer.text(line)
        }
        return writer.bytes
    }

    /// The record whose canonical bytes are `bytes`, or nil when there is none.
    public init?(_ bytes: [UInt8]) {
        var reader = FieldReader(bytes)
        guard reader.text() == Record.magic, let type = reader.value(LeafType.init(rawValue:)),
            let recordedAt = reader.instant(),
            let record = Record(type, recordedAt, &reader),
            reader.isWhole
        else { return nil }
        self = record
    }

    private init?(_ type: LeafType, _ recordedAt: Instant, _ reader: inout FieldReader) {
        let record: Record? =
            switch type {
            case .publication:
                PublishedFile(&reader).map { .published($0, recordedAt: recordedAt) }
            case .decision: Decision(&reader, recordedAt: recordedAt).map { .decision($0) }
            case .guardianship:
                Guardianship(&reader).map { .guardianship($0, recordedAt: recordedAt) }
            case .hold: Hold(&reader).map { .hold($0, recordedAt: recordedAt) }
            case .erasure: Erasure(&reader).map { .erasure($0, recordedAt: recordedAt) }
            case .key: reader.text().map { .key($0, recordedAt: recordedAt) }
            }
        guard let record else { return nil }
        self = record
    }
}

extension FieldReader {
    mutating func subject() -> Subject? {
        value { try? Subject($0) }
    }

    mutating func digest() -> Digest? {
        made(of: { Digest(bytes: $0) })
    }
}

extension PublishedFile {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.text(kind.rawValue)
        writer.text(policy.slug)
        writer.number(edition.map(UInt64.init))
        writer.bytes(publication.bytes)
        writer.bytes(bytes)
    }

    fileprivate init?(_ reader: inout FieldReader) {
        let kind = reader.value(Kind.init(rawValue:))
        let policy = reader.value { PolicyID($0) }
        let edition = reader.integer()
        let publication = reader.digest()
        let bytes = reader.bytes()
        guard let kind, let policy, let publication, let bytes else { return nil }
        self.init(
            kind: kind,
            policy: policy,
            edition: edition,
            publication: publication,
            bytes: bytes
        )
    }
}

extension Guardianship {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.text(id.name)
        writer.text(guardian.id)
        writer.text(ward.id)
        writer.text(basis.rawValue)
        writer.instant(from)
        writer.instant(until)
        writer.text(evidence)
        writer.text(verifiedBy)
        for (age, day) in wardReaches.sorted(by: { $0.key < $1.key }) {
            writer.number(UInt64(clamping: age))
            writer.text(day.description)
        }
        writer.number(nil)
    }

    fileprivate init?(_ reader: inout FieldReader) {
        let id = reader.value { GuardianshipID($0) }
        let guardian = reader.subject()
        let ward = reader.subject()
        let basis = reader.value(Basis.init(rawValue:))
        let from = reader.instant()
        let until = reader.instant()
        let evidence = reader.text()
        let verifiedBy = reader.text()
        var wardReaches: [Int: LocalDate] = [:]
        var last: Int?
        while let age = reader.integer() {
            // Ages ascend, so that equal guardianships have equal bytes.
            guard last.map({ $0 < age }) ?? true, let day = reader.value({ LocalDate(iso: $0) })
            else { return nil }
            last = age
            wardReaches[age] = day
        }
        guard let id, let guardian, let ward, let basis, let from else { return nil }
        self.init(
            id: id,
            guardian: guardian,
            ward: ward,
            basis: basis,
            from: from,
            until: until,
            wardReaches: wardReaches,
            evidence: evidence,
            verifiedBy: verifiedBy
        )
    }
}

extension Hold {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.text(subject.id)
        writer.text(step.rawValue)
        writer.text(reason)
    }

    fileprivate init?(_ reader: inout FieldReader) {
        let subject = reader.subject()
        let step = reader.value(Step.init(rawValue:))
        let reason = reader.text()
        guard let subject, let step, let reason else { return nil }
        self.init(subject: subject, step: step, reason: reason)
    }
}

extension Erasure {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.text(ground)
        writer.indices(indices)
    }

    fileprivate init?(_ reader: inout FieldReader) {
        let ground = reader.text()
        let indices = reader.indices()
        guard let ground, let indices else { return nil }
        self.init(indices: indices, ground: ground)
    }
}
