internal import KelisimText

extension LocalDayError {
    /// What to tell a person, at `place`.
    func finding(at place: Place) -> Finding {
        switch self {
        case .noMidnight(let day, let zone):
            Finding(.dayWithoutMidnight, at: place, ["day": "\(day)", "timeZone": zone])
        case .twoMidnights(let day, let zone):
            Finding(.dayWithTwoMidnights, at: place, ["day": "\(day)", "timeZone": zone])
        case .tooLate: Finding(.dayTooLate, at: place)
        }
    }
}
