/// JSON in one line, as it grows, written without an encoder: for the answers that are asked for most, of which
/// the encoder would take longer than all the rest.
///
/// Nothing is escaped, so it takes only values that never need it: identifiers, slugs, tags, words, digests and
/// instants have neither quotation marks, backslashes nor control characters (``Subject``, ``PolicyID``,
/// ``Language``, ``GuardianshipID``). A test compares what it writes with Foundation's encoder.
struct JSONLine {
    private(set) var bytes: [UInt8] = []

    /// Begins an empty line.
    init() { bytes.reserveCapacity(1024) }

    /// Puts `text` as it is.
    mutating func put(_ text: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    /// Puts `key` as it is and `value` in quotation marks, or null.
    mutating func put(_ key: StaticString, quoted value: String?) {
        put(key)
        guard let value else { return put("null") }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: value.utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Puts `key` as it is and the number, or null.
    mutating func put(_ key: StaticString, _ value: (some BinaryInteger)?) {
        put(key)
        guard let value else { return put("null") }
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Puts `key` as it is and true or false.
    mutating func put(_ key: StaticString, _ value: Bool) {
        put(key)
        put(value ? "true" : "false")
    }
}
