public import KelisimLog

extension Instant: Codable {
    /// The years 1 to 9999, as RFC 3339 has them: nothing that is computed from them can overflow.
    private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// The milliseconds since 1970.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        milliseconds = try container.decode(Int64.self)
        guard Instant.range.contains(milliseconds) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no Instant")
        }
    }

    /// The milliseconds since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension MerkleFrontier: Codable {
    private enum CodingKeys: String, CodingKey {
        case size, peaks
    }

    /// Its size and its peaks, which must fit each other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let size = try container.decode(UInt64.self, forKey: .size)
        let peaks = try container.decode([Digest].self, forKey: .peaks)
        guard let frontier = MerkleFrontier(size: size, hashes: peaks) else {
            throw DecodingError.dataCorruptedError(
                forKey: .peaks,
                in: container,
                debugDescription: "no frontier of this size"
            )
        }
        self = frontier
    }

    /// Its size and its peaks.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(size, forKey: .size)
        try container.encode(peaks, forKey: .peaks)
    }
}
