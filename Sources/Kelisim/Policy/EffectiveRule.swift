public import KelisimText

/// When an edition comes into force, as its author says it.
public enum EffectiveRule: Hashable, Sendable {
    /// At the instant of publication (seed 9.2).
    case onPublication
    /// At the start of a day in the policy's time zone.
    case date(LocalDate)
    /// At an instant.
    case instant(Instant)
    /// After so many full calendar days following the day of publication: published on day D, it
    /// comes into force at 00:00 on day D + n + 1 in the policy's time zone.
    case daysAfterPublication(Int)

    /// The instant at which an edition published at `publishedAt` comes into force.
    ///
    /// - Throws: ``LocalDayError`` when the day it names has no single beginning.
    public func resolved(
        publishedAt: Instant,
        in timeZone: TimeZoneRules
    ) throws(LocalDayError) -> Instant {
        switch self {
        case .onPublication: publishedAt
        case .date(let day): try timeZone.startOfDay(day)
        case .instant(let instant): instant
        case .daysAfterPublication(let days):
            try timeZone.startOfDay(days: days + 1, after: publishedAt)
        }
    }
}

extension EffectiveRule: LosslessStringConvertible {
    private static let afterPublication = " after publication"

    /// Reads `on publication`, a date, an instant with an offset, or `N days after publication`.
    ///
    /// Nil for everything else, also for more than ``DayCount/maximum`` days.
    public init?(_ description: String) {
        if description == "on publication" {
            self = .onPublication
        } else if let day = LocalDate(iso: description) {
            self = .date(day)
        } else if let instant = Instant(withOffset: description) {
            self = .instant(instant)
        } else if description.hasSuffix(EffectiveRule.afterPublication),
            let days = DayCount(
                String(description.dropLast(EffectiveRule.afterPublication.count))
            )
        {
            self = .daysAfterPublication(days.days)
        } else {
            return nil
        }
    }

    /// The rule as `edition.yaml` and `publication.json` write it; instants in UTC.
    public var description: String {
        switch self {
        case .onPublication: "on publication"
        case .date(let day): "\(day)"
        case .instant(let instant): "\(instant)"
        case .daysAfterPublication(let days): "\(DayCount(days))\(EffectiveRule.afterPublication)"
        }
    }
}
