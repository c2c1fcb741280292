/// Numbers and names as the log's files write them.
enum CanonicalText {
    /// The number that `digits` writes in decimal without signs or leading zeros, or nil.
    static func number<Number: FixedWidthInteger>(_ digits: some StringProtocol) -> Number? {
        let bytes = digits.utf8
        guard let first = bytes.first, first != UInt8(ascii: "0") || bytes.count == 1,
            bytes.allSatisfy(isDigit)
        else { return nil }
        return Number(digits)
    }

    /// Whether `byte` is a digit of ASCII.
    static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    /// The lines of `text`, where each ends in a newline, or nil when the last does not.
    static func lines(_ text: some StringProtocol) -> [Substring]? {
        let newline = UInt8(ascii: "\n")
        let bytes = Substring(text).utf8
        guard bytes.last == newline else { return nil }
        return bytes.dropLast().split(separator: newline, omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// Whether `text` has no control characters below U+0020 but newlines (signed-note, "Format").
    static func isFreeOfControls(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
    }

    /// Whether `name` can be the name of a key: not empty, no spaces, no plus (signed-note, "Format").
    static func isKeyName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty && isFreeOfControls(name)
            && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" }
    }
}
