internal import KelisimText

/// Days counted from 1970-01-01 in the proleptic Gregorian calendar, as ISO 8601 uses it.
extension LocalDate {
    /// Days since 1970-01-01; negative before it.
    var dayNumber: Int {
        // The year is taken to begin in March, so that the leap day is its last one.
        let shifted = month > 2 ? year : year - 1
        let (era, yearOfEra) = shifted.floored(by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day `dayNumber` days after 1970-01-01, or nil outside the years 1 to 9999.
    init?(dayNumber: Int) {
        let (year, month, day) = LocalDate.parts(dayNumber: dayNumber)
        guard (1...9999).contains(year) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day in ISO 8601, also for years that a ``LocalDate`` does not hold.
    static func text(dayNumber: Int) -> String {
        let (year, month, day) = parts(dayNumber: dayNumber)
        return [(year, 4), (month, 2), (day, 2)]
            .map { number, width in
                let digits = String(number.magnitude)
                let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
                return (number < 0 ? "-" : "") + zeros + digits
            }
            .joined(separator: "-")
    }

    private static func parts(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (dayNumber + 719_468).floored(by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension BinaryInteger {
    /// Quotient and remainder with a remainder that is never negative.
    func floored(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
