/// How deep inside quotation marks a place of a text is.
///
/// Marks that were closed once too often, as in «El Umiti» қоры», do not count.
struct Quotation {
    private var open: [Unicode.Scalar] = []

    var depth: Int { open.count }

    /// What a mark does where it stands.
    enum Step {
        case opens
        /// It ends the quotation that began with this mark.
        case closes(Unicode.Scalar)
        /// It is no quotation mark, or ends nothing.
        case none
    }

    /// The marks that end a quotation, by the mark that begins it.
    private static let closing: [Unicode.Scalar: [Unicode.Scalar]] = [
        "«": ["»"], "„": ["“", "”"], "“": ["”"], "\"": ["\""],
    ]

    /// Reads the scalar at `index` of `text`.
    mutating func read(
        _ scalar: Unicode.Scalar,
        at index: Int,
        of text: UnsafeBufferPointer<UInt8>
    ) -> Step {
        // All marks but the straight one lie beyond Latin letters.
        guard scalar == "\"" || !scalar.isASCII else { return .none }
        if let last = open.last, let marks = Self.closing[last], marks.contains(scalar) {
            open.removeLast()
            return .closes(last)
        }
        guard Self.closing[scalar] != nil, scalar != "\"" || beginsWord(at: index, of: text) else {
            return .none
        }
        open.append(scalar)
        return .opens
    }

    /// Whether a straight mark at `index` can open a quotation; behind a number it is a measure,
    /// behind an equals sign it belongs to a program.
    private func beginsWord(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        index == 0 || text[index - 1] == UInt8(ascii: "(") || text.hasPrefix("«", at: index - 2)
            || text.skippingSpaces(before: index) < index
    }
}
