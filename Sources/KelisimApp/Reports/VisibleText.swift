/// Text of others as a terminal may show it.
enum VisibleText {
    /// The text with a picture or an escape for everything that could steer a terminal.
    ///
    /// What turns the direction of the text behind it is shown too; line ends stay.
    static func make(_ text: String) -> String {
        guard text.utf8.contains(where: mayBegin) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || !isControl(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += picture(scalar)
            }
        }
        return result
    }

    /// A sign for a control character: the control pictures of Unicode, or an escape.
    private static func picture(_ scalar: Unicode.Scalar) -> String {
        let value = scalar.value == 0x7F ? 0x21 : scalar.value
        if value < 0x22, let picture = Unicode.Scalar(0x2400 + value) { return String(picture) }
        return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        // The marks, embeddings, overrides and isolates of the bidirectional algorithm.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether a byte may begin a control character in UTF-8.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
    }
}
