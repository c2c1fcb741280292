internal import KelisimLog

extension Presentation: Codable {
    private enum CodingKeys: String, CodingKey {
        case policy, edition, language, textDigest, htmlDigest, issuedAt
    }

    /// All but the instant at which it expires, which follows.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            policy: try container.decode(PolicyID.self, forKey: .policy),
            edition: try container.decode(Int.self, forKey: .edition),
            language: try container.decode(Language.self, forKey: .language),
            textDigest: try container.decode(Digest.self, forKey: .textDigest),
            htmlDigest: try container.decode(Digest.self, forKey: .htmlDigest),
            issuedAt: try container.decode(Instant.self, forKey: .issuedAt)
        )
    }

    /// All but the instant at which it expires.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(policy, forKey: .policy)
        try container.encode(edition, forKey: .edition)
        try container.encode(language, forKey: .language)
        try container.encode(textDigest, forKey: .textDigest)
        try container.encode(htmlDigest, forKey: .htmlDigest)
        try container.encode(issuedAt, forKey: .issuedAt)
    }
}
