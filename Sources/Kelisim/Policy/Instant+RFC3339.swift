internal import Foundation
internal import KelisimText

extension Instant: LosslessStringConvertible {
    /// The instant written in RFC 3339 in UTC with `Z`, such as `2026-11-23T12:00:00Z`.
    ///
    /// Capital `T` and `Z`, seconds 00 to 59, and at most three digits of a fraction. Nil for
    /// everything else.
    public init?(_ description: String) {
        guard description.utf8.last == UInt8(ascii: "Z") else { return nil }
        self.init(withOffset: description)
    }

    /// The instant written in RFC 3339 with `Z` or a numeric offset, such as
    /// `2027-01-01T09:00:00+05:00`, or nil.
    ///
    /// `-00:00`, which RFC 3339 §4.3 gives the meaning "offset unknown", is not accepted.
    public init?(withOffset text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = LocalDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Instant.number(bytes[11..<13]), hour < 24,
            let minute = Instant.number(bytes[14..<16]), minute < 60,
            let second = Instant.number(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { Instant.isDigit($0) }
            guard (1...3).contains(digits.count), let value = Instant.number(digits) else {
                return nil
            }
            fraction = [100, 10, 1][digits.count - 1] * value
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = Instant.offsetInMinutes(rest) else { return nil }
        let minutes = (day.dayNumber * 24 + hour) * 60 + minute - offset
        self.init(milliseconds: Int64((minutes * 60 + second) * 1000 + fraction))
    }

    /// The instant in RFC 3339 in UTC; three digits of a fraction when it is not zero.
    public var description: String {
        let (seconds, fraction) = milliseconds.floored(by: 1000)
        var (time, parts) = (Int(seconds), tm())
        guard gmtime_r(&time, &parts) != nil, -1900...8099 ~= parts.tm_year else {
            return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        }
        return String(unsafeUninitializedCapacity: 24) { text in
            var count = 0
            func put(_ value: Int, _ places: Int, _ end: Character) {
                var rest = value
                for place in stride(from: count + places - 1, through: count, by: -1) {
                    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                count += places
                text[count] = end.asciiValue ?? 0
                count += 1
            }
            put(Int(parts.tm_year) + 1900, 4, "-")
            put(Int(parts.tm_mon) + 1, 2, "-")
            put(Int(parts.tm_mday), 2, "T")
            put(Int(parts.tm_hour), 2, ":")
            put(Int(parts.tm_min), 2, ":")
            put(Int(parts.tm_sec), 2, fraction > 0 ? "." : "Z")
            if fraction > 0 { put(Int(fraction), 3, "Z") }
            return count
        }
    }

    private static func offsetInMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            let hours = number(bytes[1..<3]), hours < 24,
            let minutes = number(bytes[4..<6]), minutes < 60
        else { return nil }
        let offset = hours * 60 + minutes
        switch bytes[0] {
        case UInt8(ascii: "+"): return offset
        case UInt8(ascii: "-"): return offset == 0 ? nil : -offset
        default: return nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
