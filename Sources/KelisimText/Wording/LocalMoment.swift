/// An instant as a clock on the wall shows it: a date, a time and the offset from UTC.
public struct LocalMoment: Hashable, Sendable {
    /// The local date.
    public let date: LocalDate
    /// The local time.
    public let time: LocalTime
    /// The offset in force there and then.
    public let offset: UTCOffset

    /// The moment with these parts.
    public init(date: LocalDate, time: LocalTime, offset: UTCOffset) {
        self.date = date
        self.time = time
        self.offset = offset
    }

    /// The moment in words: «2026 жылғы 6 қаңтар, сағат 09:00 (UTC+5)».
    ///
    /// No Kazakh case suffix follows the digits (the product's rule), so this stands after a
    /// label and never inside a sentence that would govern it.
    public func inWords(_ language: WordingLanguage) -> String {
        let hour = language == .kk ? "сағат " : ""
        return "\(date.inWords(language)), \(hour)\(time) (\(offset))"
    }
}
