/// One number of a list that a noun governs.
struct ReferredNumber {
    /// The bytes of the plain text that print it.
    let range: Range<Int>
    let text: String
    let hasBracket: Bool
    /// Whether it ends a range that the number before it began.
    let endsRange: Bool
    /// Whether the words leave no doubt that the number names a clause: «4 бөлімі» may be four
    /// parts, and «в пункте 5, 30 дней» has one reference.
    var isCertain = true

    var isDotted: Bool { text.utf8.contains(UInt8(ascii: ".")) }

    /// The two ends, if the number can be read as a range: `5.2-5.4` is one, `5.1-1` is none, and
    /// of `2-4` only the clauses of the text can tell.
    var halves: (first: ReferredNumber, last: ReferredNumber)? {
        let parts = text.split(separator: "-")
        guard parts.count == 2,
            parts[0].utf8.contains(UInt8(ascii: ".")) == parts[1].utf8.contains(UInt8(ascii: ".")),
            ClauseNumber(String(parts[0])) < ClauseNumber(String(parts[1]))
        else { return nil }
        let middle = range.lowerBound + parts[0].utf8.count
        let first = ReferredNumber(
            range: range.lowerBound..<middle,
            text: String(parts[0]),
            hasBracket: false,
            endsRange: endsRange,
            isCertain: isCertain
        )
        let last = ReferredNumber(
            range: middle + 1..<range.upperBound,
            text: String(parts[1]),
            hasBracket: hasBracket,
            endsRange: true,
            isCertain: isCertain
        )
        return (first, last)
    }
}
