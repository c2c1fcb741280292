/// A valid date of the (proleptic) Gregorian calendar, without a time zone.
///
/// Days are days of the policy's time zone; turning instants into days and counting days is the
/// caller's work.
public struct LocalDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year, 1…9999.
    public let year: Int
    /// The month, 1…12.
    public let month: Int
    /// The day of the month, 1…31.
    public let day: Int

    /// The date with these parts, or nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let length = Self.daysInMonth(month, of: year), 1...length ~= day else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date written strictly as `YYYY-MM-DD` in ten ASCII characters, else nil.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        let hyphen = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
            let year = Self.number(bytes[0..<4]),
            let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The date as `YYYY-MM-DD`.
    public var description: String {
        let digits = String(year)
        let padding = String(repeating: "0", count: 4 - digits.count)
        return "\(padding)\(digits)-\(LocalTime.twoDigits(month))-\(LocalTime.twoDigits(day))"
    }

    /// Whether the left date is earlier.
    public static func < (left: LocalDate, right: LocalDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func daysInMonth(_ month: Int, of year: Int) -> Int? {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard 1...9999 ~= year, 1...12 ~= month else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 && isLeap ? 29 : lengths[month - 1]
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}
