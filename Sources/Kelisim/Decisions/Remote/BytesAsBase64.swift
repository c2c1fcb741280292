internal import Foundation
public import KelisimLog

// Bytes are Base64, and the values that have canonical bytes are those.

extension Nonce: Codable {
    /// The 32 bytes.
    public init(from decoder: any Decoder) throws {
        self = try decoder.bytes { Nonce(bytes: $0) }
    }

    /// The 32 bytes.
    public func encode(to encoder: any Encoder) throws {
        try encoder.put(bytes)
    }
}

extension Idempotency: Codable {
    /// The key and the fingerprint.
    public init(from decoder: any Decoder) throws {
        self = try decoder.bytes {
            Idempotency(key: $0.prefix(16), fingerprint: $0.dropFirst(16))
        }
    }

    /// The key and the fingerprint.
    public func encode(to encoder: any Encoder) throws {
        try encoder.put(key + fingerprint)
    }
}

extension Decision: Codable {
    /// The canonical bytes of its record.
    public init(from decoder: any Decoder) throws {
        self = try decoder.bytes { bytes in
            if case .decision(let decision) = Record(bytes) { decision } else { nil }
        }
    }

    /// The canonical bytes of its record.
    public func encode(to encoder: any Encoder) throws {
        try encoder.put(Record.decision(self).bytes)
    }
}

extension SealedRecord: Codable {
    /// The nonce and, behind it, the record.
    public init(from decoder: any Decoder) throws {
        self = try decoder.bytes { bytes in
            Nonce(bytes: bytes.prefix(Nonce.size))
                .map { SealedRecord(bytes: Array(bytes.dropFirst(Nonce.size)), nonce: $0) }
        }
    }

    /// The nonce and, behind it, the record.
    public func encode(to encoder: any Encoder) throws {
        try encoder.put(nonce.bytes + bytes)
    }
}

extension Entry: Codable {
    private enum CodingKeys: String, CodingKey {
        case index, leaf, sealed
    }

    /// The index, the leaf and the record, if there is one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            index: try container.decode(UInt64.self, forKey: .index),
            leaf: Array(try container.decode(Data.self, forKey: .leaf)),
            sealed: try container.decodeIfPresent(SealedRecord.self, forKey: .sealed)
        )
    }

    /// The index, the leaf and the record, if there is one.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(index, forKey: .index)
        try container.encode(Data(leaf), forKey: .leaf)
        try container.encodeIfPresent(sealed, forKey: .sealed)
    }
}

extension PublishedFile: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, bytes
    }

    /// Which of the three files, and its bytes, which say the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let bytes = Array(try container.decode(Data.self, forKey: .bytes))
        let file: PublishedFile? =
            switch try container.decode(Kind.self, forKey: .kind) {
            case .publication: Publication(bytes: bytes).map { PublishedFile($0) }
            case .cancellation: Cancellation(bytes: bytes).map { PublishedFile($0) }
            case .repeal: Repeal(bytes: bytes).map { PublishedFile($0) }
            }
        guard let file else {
            throw DecodingError.dataCorruptedError(
                forKey: .bytes,
                in: container,
                debugDescription: "no published file"
            )
        }
        self = file
    }

    /// Which of the three files, and its bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(Data(bytes), forKey: .bytes)
    }
}

extension Decoder {
    /// What `read` makes of the bytes that stand here.
    fileprivate func bytes<Value>(_ read: ([UInt8]) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        guard let value = read(Array(try container.decode(Data.self))) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "no \(Value.self)"
            )
        }
        return value
    }
}

extension Encoder {
    /// Puts `bytes` here.
    fileprivate func put(_ bytes: [UInt8]) throws {
        var container = singleValueContainer()
        try container.encode(Data(bytes))
    }
}
