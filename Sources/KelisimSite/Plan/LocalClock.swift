internal import Foundation
internal import Kelisim
internal import KelisimText

/// Instants as readers in a time zone and a language know them.
struct LocalClock: Sendable {
    private let rules: TimeZoneRules
    private let zone: TimeZone

    init(_ rules: TimeZoneRules) {
        self.rules = rules
        // The rules were made from a name that is in the database.
        zone = TimeZone(identifier: rules.identifier) ?? .gmt
    }

    /// The day that begins at `instant`, or nil when it falls inside one.
    func day(beginningAt instant: Instant) -> LocalDate? {
        guard let day = rules.day(of: instant),
            rules.day(of: Instant(milliseconds: instant.milliseconds - 1)) != day
        else { return nil }
        return day
    }

    /// The last day that is over when `instant` begins.
    func day(before instant: Instant) -> LocalDate? {
        rules.day(of: Instant(milliseconds: instant.milliseconds - 1))
    }

    /// What a clock on the wall shows; nil outside the years 1 to 9999.
    func moment(_ instant: Instant) -> LocalMoment? {
        let seconds = Int((Double(instant.milliseconds) / 1000).rounded(.down))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        let local = seconds + offset
        let inDay = local - Int((Double(local) / 86_400).rounded(.down)) * 86_400
        guard let day = rules.day(of: instant),
            let time = LocalTime(hour: inDay / 3600, minute: inDay / 60 % 60),
            let shown = UTCOffset(seconds: offset)
        else { return nil }
        return LocalMoment(date: day, time: time, offset: shown)
    }

    /// The day if one begins at `instant`, else the moment, in words.
    ///
    /// In a language that has no wording the date is written as ISO 8601 has it.
    func words(_ instant: Instant, in language: WordingLanguage?) -> String {
        if let day = day(beginningAt: instant) {
            return language.map { day.inWords($0) } ?? day.description
        }
        guard let moment = moment(instant) else { return instant.description }
        return language.map { moment.inWords($0) }
            ?? "\(moment.date) \(moment.time) (\(moment.offset))"
    }
}
