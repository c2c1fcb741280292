extension LocalDate {
    /// The date in words: «2026 жылғы 21 мамыр», «21 мая 2026 года», “21 May 2026”.
    ///
    /// This is the legal form in Kazakhstan; CLDR's «2026 ж. 21 мамыр» is not. Months begin with
    /// a small letter in Kazakh and Russian, and the day has no leading zero.
    public func inWords(_ language: WordingLanguage) -> String {
        switch language {
        case .kk: kazakh(.nominative)
        case .ru: "\(day) \(MonthNames.russianGenitive[month - 1]) \(year) года"
        case .en: "\(day) \(MonthNames.english[month - 1]) \(year)"
        }
    }

    /// The Kazakh date with its month in a case: «2026 жылғы 6 қаңтардан».
    func kazakh(_ form: KazakhCase) -> String {
        "\(year) жылғы \(day) \(MonthNames.kazakh[month - 1][form.rawValue])"
    }
}
