/// Text made part of a CSS string.
enum CSSEscape {
    /// `text` with everything escaped that could end a string in double quotes, the style sheet
    /// around it or its element (CSS Syntax 3, §4.3.7).
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", "{", "}", "\n", "\r", "\u{C}":
                result += "\\" + String(scalar.value, radix: 16) + " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
