/// A value that programs are told about even when there is none.
@propertyWrapper
package struct OrNull<Value: Encodable>: Encodable {
    /// What is told.
    package var wrappedValue: Value?

    package init(_ value: Value?) {
        wrappedValue = value
    }

    package init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue {
            try container.encode(wrappedValue)
        } else {
            try container.encodeNil()
        }
    }
}

extension OrNull: Sendable where Value: Sendable {}

extension OrNull: Equatable where Value: Equatable {}

extension OrNull: Hashable where Value: Hashable {}

extension OrNull: Decodable where Value: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }
}

extension KeyedDecodingContainer {
    /// Reads a value also where its key is left out.
    func decode<Value: Codable>(
        _ type: OrNull<Value>.Type,
        forKey key: Key
    ) throws -> OrNull<Value> {
        OrNull(try decodeIfPresent(Value.self, forKey: key))
    }
}
