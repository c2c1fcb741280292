internal import Foundation
internal import KelisimText

/// Days counted from 1970-01-01, by Foundation's Gregorian calendar.
extension LocalDate {
    private static let secondsOfDay = 86_400.0

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// Days since 1970-01-01; negative before it.
    var dayNumber: Int {
        let components = DateComponents(year: year, month: month, day: day)
        // A ``LocalDate`` is a day that the calendar has, so there always is a date.
        let date = LocalDate.calendar.date(from: components) ?? .distantPast
        return Int((date.timeIntervalSince1970 / LocalDate.secondsOfDay).rounded(.down))
    }

    /// The day `dayNumber` days after 1970-01-01, or nil outside the years 1 to 9999.
    init?(dayNumber: Int) {
        let date = Date(timeIntervalSince1970: Double(dayNumber) * LocalDate.secondsOfDay)
        let parts = LocalDate.calendar.dateComponents([.era, .year, .month, .day], from: date)
        guard parts.era == 1, let year = parts.year, (1...9999).contains(year),
            let month = parts.month, let day = parts.day
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension BinaryInteger {
    /// The quotient rounded down, and the remainder, which is then never negative.
    func floored(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
