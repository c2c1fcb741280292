internal import Foundation
public import KelisimText

/// When the days of a time zone begin, by the system's copy of the IANA time zone database.
public struct TimeZoneRules: Hashable, Sendable {
    /// The name in the IANA database, such as `Asia/Almaty`.
    public let identifier: String

    private let zone: TimeZone

    /// The zone named `identifier`, or nil when the IANA database has no such name.
    ///
    /// Only names with an area, such as `Asia/Almaty`, and `UTC` are accepted, since abbreviations
    /// and offsets say nothing about when clocks change.
    public init?(identifier: String) {
        guard identifier == "UTC" || identifier.contains("/"),
            let zone = TimeZone(identifier: identifier),
            zone.identifier == identifier || identifier == "UTC"
        else { return nil }
        self.identifier = identifier
        self.zone = zone
    }

    /// Coordinated universal time.
    public static let utc = TimeZoneRules(identifier: "UTC", zone: .gmt)

    private init(identifier: String, zone: TimeZone) {
        self.identifier = identifier
        self.zone = zone
    }

    /// The version of the time zone database in use, such as `2025b`.
    public static var dataVersion: String { TimeZone.timeZoneDataVersion }

    /// The day on which `instant` falls.
    public func day(of instant: Instant) -> LocalDate? {
        LocalDate(dayNumber: dayNumber(of: instant))
    }

    /// The instant at which `day` begins.
    ///
    /// - Throws: ``LocalDayError`` when its midnight is skipped or comes twice.
    public func startOfDay(_ day: LocalDate) throws(LocalDayError) -> Instant {
        let midnight = Instant(milliseconds: Int64(day.dayNumber) * 86_400_000)
        let starts = instants(showing: midnight)
        switch starts.count {
        case 1: return starts[0]
        case 0: throw .noMidnight(day, timeZone: identifier)
        default: throw .twoMidnights(day, timeZone: identifier)
        }
    }

    /// The instants at which clocks here show what clocks in UTC show at `reading`, in order: none where
    /// clocks skip it, two where they show it twice.
    func instants(showing reading: Instant) -> [Instant] {
        let (second, rest) = reading.milliseconds.floored(by: 1000)
        // Offsets lie between -12 and +14 hours, so one of these hours sees each that matters.
        let offsets = Set((-15...15).map { offset(atSecond: Int(second) + $0 * 3600) })
        return offsets.map { Int(second) - $0 }
            .filter { offset(atSecond: $0) == Int(second) - $0 }.sorted()
            .map { Instant(milliseconds: Int64($0) * 1000 + rest) }
    }

    /// The instant at which the day begins that lies `days` days after the day of `instant`.
    ///
    /// - Throws: ``LocalDayError`` when its midnight is skipped or comes twice, or it lies beyond
    ///   the year 9999.
    public func startOfDay(
        days: Int,
        after instant: Instant
    ) throws(LocalDayError) -> Instant {
        guard let day = LocalDate(dayNumber: dayNumber(of: instant) + days) else { throw .tooLate }
        return try startOfDay(day)
    }

    /// Whole local days from the day of `start` to the day of `end`.
    func days(from start: Instant, to end: Instant) -> Int {
        dayNumber(of: end) - dayNumber(of: start)
    }

    private func dayNumber(of instant: Instant) -> Int {
        let second = Int(instant.milliseconds.floored(by: 1000).quotient)
        return (second + offset(atSecond: second)).floored(by: 86_400).quotient
    }

    private func offset(atSecond second: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }
}
