/// A value in a JSON file of the site; Foundation writes it.
indirect enum JSONValue: Encodable {
    case null
    case flag(Bool)
    case number(Int)
    case string(String)
    case list([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The string, or null.
    static func optional(_ value: (some CustomStringConvertible)?) -> JSONValue {
        value.map { .string($0.description) } ?? .null
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .string(let string): try container.encode(string)
        case .list(let items): try container.encode(items)
        case .object(let members):
            try container.encode(
                Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
            )
        }
    }
}
