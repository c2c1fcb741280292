/// The forms that dates take, over the tokens of a text.
///
/// Every form looks at a bounded number of tokens, so a text is read in linear time.
struct DateGrammar {
    /// A date and the index of the first token after it.
    typealias Match = (date: FoundDate, next: Int)

    /// The tokens of the text.
    let tokens: DateTokens

    /// The longest date that begins at a token, if one does.
    func date(at index: Int) -> Match? {
        switch tokens.token(index)?.meaning {
        case .number(_, 4) where !tokens.followsWord(index): isoDate(index) ?? yearFirst(index)
        case .number(_, 1...2) where !tokens.followsWord(index):
            dottedDate(index) ?? dayFirst(index)
        case .month: monthFirst(index)
        default: nil
        }
    }

    // MARK: - Digits only

    /// «21.05.2013», with a word for the year or without.
    private func dottedDate(_ index: Int) -> Match? {
        guard let day = tokens.number(index, digits: 2),
            let month = tokens.number(index + 2, digits: 2),
            let year = tokens.number(index + 4, digits: 4),
            tokens.isMark(index + 1, "."), tokens.isMark(index + 3, "."),
            tokens.isUnspaced(index + 1...index + 4),
            !tokens.isDigits(before: index, "."), !tokens.isDigits(from: index + 5, "."),
            let date = LocalDate(year: year, month: month, day: day), year >= 1000
        else { return nil }
        let end = yearWord(index + 5)?.next ?? index + 5
        return (found(date, index, end), end)
    }

    /// «2013-05-21», with a time after it or without.
    private func isoDate(_ index: Int) -> Match? {
        guard let year = tokens.number(index, digits: 4),
            let month = tokens.number(index + 2, digits: 2),
            let day = tokens.number(index + 4, digits: 2),
            tokens.isMark(index + 1, "-"), tokens.isMark(index + 3, "-"),
            tokens.isUnspaced(index + 1...index + 4),
            !tokens.isDigits(before: index, "-"), !tokens.isDigits(from: index + 5, "-"),
            let date = LocalDate(year: year, month: month, day: day), year >= 1000
        else { return nil }
        return (found(date, index, index + 5), index + 5)
    }

    // MARK: - Words

    /// «21 мая 2013 года», “21 May 2013”.
    private func dayFirst(_ index: Int) -> Match? {
        guard let (day, afterDay) = day(index), !tokens.isDigits(before: index, "."),
            let month = month(afterDay), tokens.isClose(afterDay),
            let (year, end) = year(afterDay + 1)
        else { return nil }
        return (found(year, month.number, day, index, end), end)
    }

    /// «мая 2026 года», “May 2026”, “May 21, 2026”.
    private func monthFirst(_ index: Int) -> Match? {
        guard let month = month(index) else { return nil }
        if month.language == .en, let (day, afterDay) = day(index + 1), tokens.isSpaced(index + 1) {
            let yearIndex = tokens.isMark(afterDay, ",") ? afterDay + 1 : afterDay
            if let (year, end) = year(yearIndex) {
                return (found(year, month.number, day, index, end), end)
            }
        }
        guard let (year, end) = year(index + 1, needsWord: month.language != .en) else {
            return nil
        }
        return (found(year, month.number, nil, index, end), end)
    }

    /// «2013 жылғы 21 мамыр», «2026 жылғы мамыр», «2013 жылғы», «2013 года».
    private func yearFirst(_ index: Int) -> Match? {
        guard let year = tokens.number(index, digits: 4), year >= 1000,
            let word = yearWord(index + 1)
        else { return nil }
        if word.language == .kk {
            if let (day, afterDay) = lastDay(word.next), tokens.isClose(word.next),
                let month = month(afterDay), tokens.isClose(afterDay), month.language == .kk
            {
                return (found(year, month.number, day, index, afterDay + 1), afterDay + 1)
            }
            if let month = month(word.next), tokens.isClose(word.next), month.language == .kk {
                return (found(year, month.number, nil, index, word.next + 1), word.next + 1)
            }
        }
        // «2000 г» without a stop may be grams.
        guard Self.likelyYears ~= year, !word.isAbbreviation || tokens.isMark(word.next - 1, ".")
        else { return nil }
        return (found(year, nil, nil, index, word.next), word.next)
    }
}
