internal import Kelisim

/// A JSON value whose bytes follow from it alone: keys in the order given, two spaces a level.
indirect enum JSONText {
    case null
    case flag(Bool)
    case number(Int)
    case string(String)
    case list([JSONText])
    case object([(key: String, value: JSONText)])

    /// The string, or null.
    static func optional(_ value: (some CustomStringConvertible)?) -> JSONText {
        value.map { .string($0.description) } ?? .null
    }

    /// The file with this value, a new line at its end.
    var bytes: [UInt8] {
        var text = ""
        write(to: &text, indentation: "\n")
        return Array((text + "\n").utf8)
    }

    private func write(to text: inout String, indentation: String) {
        switch self {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += String(number)
        case .string(let string): text += JSONString.quoted(string)
        case .list(let items):
            let isFlat = items.allSatisfy { item in
                if case .number = item { true } else { false }
            }
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += isFlat ? ", " : "," }
                if !isFlat { text += indentation + "  " }
                item.write(to: &text, indentation: indentation + "  ")
            }
            text += isFlat ? "]" : indentation + "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                text += indentation + "  "
                text += JSONString.quoted(member.key)
                text += ": "
                member.value.write(to: &text, indentation: indentation + "  ")
            }
            text += members.isEmpty ? "}" : indentation + "}"
        }
    }
}
