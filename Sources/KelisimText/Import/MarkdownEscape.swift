/// Keeps characters of plain text from becoming Markdown.
enum MarkdownEscape {
    /// Escapes what Markdown would read inside a paragraph.
    ///
    /// Addresses in angle brackets stay links.
    static func inline(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let character = rest.first {
            if character == "<", let end = autolinkEnd(rest) {
                result += rest[..<end]
                rest = rest[end...]
                continue
            }
            if "\\*`[]<|".contains(character)
                || character == "_" && !isInsideWord(result.last, rest.dropFirst().first)
                || character == "&" && isEntity(rest)
            {
                result += "\\"
            }
            result.append(character)
            rest = rest.dropFirst()
        }
        return result
    }

    /// Escapes the number of a paragraph that Markdown would take for a list: `1.`, `1)`.
    static func label(_ text: String, _ label: ClauseLabel) -> String {
        let number = label.number.text
        let isPlain = number.utf8.allSatisfy { $0.isDigit }
        guard isPlain, label.length == number.utf8.count + 1 else { return text }
        switch label.form {
        case .dotted, .numberPoint: return number + "\\" + text.dropFirst(number.count)
        case .letterPoint, .word: return text
        }
    }

    /// Escapes a line start that Markdown would read: `#`, `>`, `+`, `2013. …`.
    static func start(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let digits = line.prefix { $0.isASCII && $0.isNumber }
                let behind = line.dropFirst(digits.count).first
                if !digits.isEmpty, behind == "." || behind == ")" {
                    return digits + "\\" + line.dropFirst(digits.count)
                }
                guard let first = line.first, "#>+-=~|".contains(first) else { return String(line) }
                return "\\" + line
            }
            .joined(separator: "\n")
    }

    private static func autolinkEnd(_ text: Substring) -> String.Index? {
        guard let close = text.firstIndex(of: ">") else { return nil }
        let inside = text[text.index(after: text.startIndex)..<close]
        let isLink = inside.contains("://") || inside.contains("@")
        let isClean = !inside.contains { $0.isWhitespace || $0 == "<" }
        return isLink && isClean ? text.index(after: close) : nil
    }

    private static func isInsideWord(_ before: Character?, _ after: Character?) -> Bool {
        let isWord = { (character: Character?) in
            character?.isLetter == true || character?.isNumber == true
        }
        return isWord(before) && isWord(after)
    }

    private static func isEntity(_ text: Substring) -> Bool {
        guard let end = text.prefix(34).firstIndex(of: ";") else { return false }
        let name = text[text.index(after: text.startIndex)..<end]
        return !name.isEmpty
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    }
}
