/// A growing HTML text in UTF-8.
///
/// The two escapes are those of libcmark's renderer, which plain HTML must equal to the byte.
package struct HTMLBuffer {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package mutating func append(_ markup: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: markup.utf8Start,
                count: markup.utf8CodeUnitCount
            )
        )
    }

    /// Appends finished markup in UTF-8.
    package mutating func append(_ markup: ArraySlice<UInt8>) {
        bytes.append(contentsOf: markup)
    }

    package mutating func append(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Starts a new line unless one has just started.
    mutating func newLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Appends `text` with `&`, `<`, `>` and `"` as entities.
    package mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    /// Appends `text` with `&`, `<`, `>` and `"` as entities.
    package mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        var index = text.nextSign(from: 0)
        while index < text.count {
            if let entity = Self.entity(text[index]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<index]))
                append(entity)
                clean = index + 1
            }
            index = text.nextSign(from: index + 1)
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean...]))
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        default: nil
        }
    }

    /// Appends a destination for an attribute: bytes that a URL may not hold become `%XX`.
    package mutating func escapeURL(_ url: UnsafeBufferPointer<UInt8>) {
        let hex: StaticString = "0123456789ABCDEF"
        for byte in url {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case _ where Self.isURLSafe(byte): bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hex.utf8Start[Int(byte >> 4)])
                bytes.append(hex.utf8Start[Int(byte & 15)])
            }
        }
    }

    /// ASCII letters, digits and ``!#$%()*+,-./:;=?@_~``.
    private static func isURLSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"): true
        case UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "="): true
        case UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    /// Whether libcmark's safe mode empties a link to `url`: scripts, files and data other than
    /// pictures.
    package static func isDangerous(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
        let dangers: [StaticString] = ["javascript:", "vbscript:", "file:", "data:"]
        let pictures: [StaticString] = [
            "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp",
        ]
        return dangers.contains { hasASCIIPrefix(url, $0) }
            && !pictures.contains { hasASCIIPrefix(url, $0) }
    }

    /// Whether `url` begins with `lower`, whatever the case of its letters.
    private static func hasASCIIPrefix(
        _ url: UnsafeBufferPointer<UInt8>,
        _ lower: StaticString
    ) -> Bool {
        guard url.count >= lower.utf8CodeUnitCount else { return false }
        return (0..<lower.utf8CodeUnitCount)
            .allSatisfy { index in
                let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(url[index])
                return (isCapital ? url[index] | 0x20 : url[index]) == lower.utf8Start[index]
            }
    }
}
