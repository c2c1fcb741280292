public import KelisimText

/// Why a local day has no single instant at which it begins.
public enum LocalDayError: Error, Hashable, Sendable {
    /// Midnight is skipped: the clocks were put forward at that moment.
    case noMidnight(LocalDate, timeZone: String)
    /// Midnight comes twice: the clocks were put back over it.
    case twoMidnights(LocalDate, timeZone: String)
    /// The day lies beyond the year 9999.
    case tooLate
}
