/// A value in one of the records that publishing writes.
///
/// The one layout there is, so that a record's bytes follow from its facts: keys in a fixed order;
/// each key of the outermost object on its own line, indented by two spaces; everything inside it
/// on that line with `, ` and `: `; a final newline.
indirect enum RecordJSON {
    case null
    case boolean(Bool)
    case integer(Int)
    case string(String)
    case object([(key: String, value: RecordJSON)])

    /// The string that `value` is written as, or null.
    static func optional(_ value: (some LosslessStringConvertible)?) -> RecordJSON {
        value.map { .string($0.description) } ?? .null
    }

    /// An object with a member for each language.
    static func localized(_ text: LocalizedText) -> RecordJSON {
        .object(text.entries.map { ($0.language.tag, .string($0.text)) })
    }

    /// A whole file whose outermost object has `members`.
    static func document(_ members: [(key: String, value: RecordJSON)]) -> [UInt8] {
        let lines = members.map { "  \(JSONString.quoted($0.key)): \($0.value.inline)" }
        return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }

    private var inline: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .string(let value): JSONString.quoted(value)
        case .object(let members):
            "{"
                + members.map { "\(JSONString.quoted($0.key)): \($0.value.inline)" }
                .joined(separator: ", ") + "}"
        }
    }
}
