public import KelisimLog
public import KelisimText

// Between two processes of Kelisim, what has one spelling is one string; whatever is not spelled so is
// refused, as everywhere else.

extension PolicyID: Codable {
    /// The slug.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { PolicyID($0) }
    }

    /// The slug.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension Language: Codable {
    /// The tag.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { Language($0) }
    }

    /// The tag.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension Subject: Codable {
    /// The identifier.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { try? Subject($0) }
    }

    /// The identifier.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension GuardianshipID: Codable {
    /// The name.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { GuardianshipID($0) }
    }

    /// The name.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension DecisionID: Codable {
    /// The name.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { DecisionID($0) }
    }

    /// The name.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension Instant: Codable {
    /// The instant in RFC 3339, UTC.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { Instant($0) }
    }

    /// The instant in RFC 3339, UTC.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension LocalDate: Codable {
    /// The date as `YYYY-MM-DD`.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { LocalDate(iso: $0) }
    }

    /// The date as `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension Digest: Codable {
    /// The digest as every file writes it.
    public init(from decoder: any Decoder) throws {
        self = try decoder.spelled { Digest($0) }
    }

    /// The digest as every file writes it.
    public func encode(to encoder: any Encoder) throws {
        try encoder.spell(description)
    }
}

extension Decoder {
    /// What `read` makes of the string that stands here.
    func spelled<Value>(_ read: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        guard let value = read(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "no \(Value.self)"
            )
        }
        return value
    }
}

extension Encoder {
    /// Puts `text` here.
    func spell(_ text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}
