/// A date, or a part of one, that a text names.
public struct FoundDate: Hashable, Sendable {
    /// How much of a date the text names.
    public enum Kind: String, Sendable, CaseIterable {
        /// Day, month and year.
        case day
        /// Month and year.
        case month
        /// A year alone.
        case year
    }

    /// The year.
    public let year: Int
    /// The month, unless the text names a year alone.
    public let month: Int?
    /// The day, unless the text names none or one that the month does not have.
    public let day: Int?
    /// Where the date stands in the text, in bytes of UTF-8.
    ///
    /// From the first to the last character that belongs to it, with the word for the year and
    /// case endings: «2013 жылғы 21 мамырдағы», «21 мая 2013 г.».
    public let utf8Range: Range<Int>

    /// A date found at a place in a text.
    public init(year: Int, month: Int?, day: Int?, utf8Range: Range<Int>) {
        self.year = year
        self.month = month
        self.day = day
        self.utf8Range = utf8Range
    }

    /// How much of a date this is.
    public var kind: Kind {
        switch (month, day) {
        case (nil, _): .year
        case (_, nil): .month
        default: .day
        }
    }

    /// The whole date, or nil when the text names only a part of one.
    public var date: LocalDate? {
        guard let month, let day else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }
}
