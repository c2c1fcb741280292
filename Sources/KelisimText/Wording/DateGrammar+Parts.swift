/// The parts that the forms of dates are made of.
extension DateGrammar {
    /// Numbers that are years without more ado.
    static let likelyYears = 1800...2199
    private static let quotes: Set<Unicode.Scalar> = ["«", "»", "“", "”", "„", "\"", "'"]
    private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "–", "—"]

    /// A day with its quotes, ordinal ending and the hyphen before a month, as in «21-мамыр».
    func day(_ index: Int) -> (day: Int, next: Int)? {
        var next = index
        if tokens.isMark(next, Self.quotes), tokens.isClose(next + 1) { next += 1 }
        guard let day = tokens.number(next, digits: 1) ?? tokens.number(next, digits: 2) else {
            return nil
        }
        next += 1
        if tokens.isMark(next, Self.dashes), tokens.token(next + 1)?.meaning == .ordinalEnding,
            tokens.isUnspaced(next...next + 1)
        {
            next += 2
        }
        if tokens.isMark(next, Self.quotes), tokens.isClose(next) { next += 1 }
        if tokens.isMark(next, Self.dashes), month(next + 1) != nil,
            tokens.isUnspaced(next...next + 1)
        {
            next += 1
        }
        return (day, next)
    }

    /// A day, or the second one of a range: «21–22 мамыр» is the 22nd.
    ///
    /// So it is found in «21–22 мая 2026 года», where the first day is not next to the month.
    func lastDay(_ index: Int) -> (day: Int, next: Int)? {
        guard let first = day(index) else { return nil }
        guard tokens.isMark(first.next, Self.dashes), tokens.isClose(first.next),
            tokens.isClose(first.next + 1)
        else { return first }
        return day(first.next + 1) ?? first
    }

    /// A month by any of its names.
    func month(_ index: Int) -> (number: Int, language: WordingLanguage)? {
        guard case .month(let number, let language)? = tokens.token(index)?.meaning else {
            return nil
        }
        return (number, language)
    }

    /// The year after a month: «2013 года», «2013 г.», «2013».
    func year(_ index: Int, needsWord: Bool = false) -> (year: Int, next: Int)? {
        guard let year = tokens.number(index, digits: 4), year >= 1000, tokens.isSpaced(index)
        else { return nil }
        if let word = yearWord(index + 1) { return (year, word.next) }
        // «мая 2013.05» is not a year.
        guard !needsWord, Self.likelyYears ~= year, !tokens.isDigits(from: index + 1, ".") else {
            return nil
        }
        return (year, index + 1)
    }

    /// A word for the year, with a hyphen before it («2026-жылы») and a stop after it («2026 ж.»).
    func yearWord(
        _ index: Int
    ) -> (language: WordingLanguage, isAbbreviation: Bool, next: Int)? {
        let hasHyphen = tokens.isMark(index, Self.dashes) && tokens.isUnspaced(index...index + 1)
        let start = hasHyphen ? index + 1 : index
        guard case .year(let language, let isAbbreviation)? = tokens.token(start)?.meaning,
            tokens.isClose(start)
        else { return nil }
        let hasStop =
            isAbbreviation && tokens.isMark(start + 1, ".")
            && tokens.isUnspaced(start + 1...start + 1)
        return (language, isAbbreviation, start + (hasStop ? 2 : 1))
    }

    func found(_ date: LocalDate, _ start: Int, _ end: Int) -> FoundDate {
        found(date.year, date.month, date.day, start, end)
    }

    func found(_ year: Int, _ month: Int?, _ day: Int?, _ start: Int, _ end: Int) -> FoundDate {
        let date = LocalDate(year: year, month: month ?? 0, day: day ?? 0)
        let range = tokens.all[start].range.lowerBound..<tokens.all[end - 1].range.upperBound
        return FoundDate(year: year, month: month, day: date?.day, utf8Range: range)
    }
}
