public import KelisimLog

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
