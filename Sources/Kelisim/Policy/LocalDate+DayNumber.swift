internal import Foundation
internal import KelisimText

/// Days counted from 1970-01-01, by the C library's Gregorian calendar, which has no beginning.
///
/// Foundation's takes microseconds for a day, and every answer holds several instants.
extension LocalDate {
    private static let secondsOfDay = 86_400

    /// Days since 1970-01-01; negative before it.
    var dayNumber: Int {
        var parts = tm()
        parts.tm_year = Int32(year - 1900)
        parts.tm_mon = Int32(month - 1)
        parts.tm_mday = Int32(day)
        return timegm(&parts).floored(by: LocalDate.secondsOfDay).quotient
    }

    /// The day `dayNumber` days after 1970-01-01, or nil outside the years 1 to 9999.
    init?(dayNumber: Int) {
        let (seconds, isTooLarge) = dayNumber.multipliedReportingOverflow(
            by: LocalDate.secondsOfDay
        )
        var (time, parts) = (seconds, tm())
        guard !isTooLarge, gmtime_r(&time, &parts) != nil else { return nil }
        self.init(
            year: Int(parts.tm_year) + 1900,
            month: Int(parts.tm_mon) + 1,
            day: Int(parts.tm_mday)
        )
    }
}

extension BinaryInteger {
    /// The quotient rounded down, and the remainder, which is then never negative.
    func floored(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
