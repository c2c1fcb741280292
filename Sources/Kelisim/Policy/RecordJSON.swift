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
        let lines = members.map { "  \(RecordJSON.quoted($0.key)): \($0.value.inline)" }
        return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }

    private var inline: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .string(let value): RecordJSON.quoted(value)
        case .object(let members):
            "{"
                + members.map { "\(RecordJSON.quoted($0.key)): \($0.value.inline)" }
                .joined(separator: ", ") + "}"
        }
    }

    /// Whether a byte may begin one of the characters that are written as escapes.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0xC2, 0xE2, 0xEF: true
        default: false
        }
    }

    /// A JSON string with as few escapes as can be: besides `"`, `\` and control characters only
    /// line separators and characters that are no text.
    private static func quoted(_ string: String) -> String {
        guard string.utf8.contains(where: mayNeedEscape) else { return "\"\(string)\"" }
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}",
                "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
